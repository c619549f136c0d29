import type { ParameterDefinitions } from './parameter.js';

const pw = { source: 'Participatiewet', confidence: 'sure' } as const;
const inBalance = { source: 'Participatiewet in Balans', confidence: 'likely' } as const;
const since2015 = '2015-01-01';
/** First phase of Participatiewet in Balans. */
const since2026 = '2026-01-01';

/** Assistance for living costs (Participatiewet). */
export const incomeSupport = {
  'assistance-decision-term': {
    id: 'PW-01', unit: 'weeks', atwApplies: true, article: 'Awb 4:13', source: 'Algemene wet bestuursrecht', confidence: 'sure',
    explain: {
      nl: 'Binnen deze tijd na de aanvraag besluit de gemeente over bijstand.',
      en: 'The municipality decides on assistance within this time after the application.',
    },
    versions: [{ value: 8, validFrom: since2015 }],
  },
  'advance-term': {
    id: 'PW-02', unit: 'weeks', atwApplies: true, article: 'PW 52 lid 1', ...pw,
    explain: {
      nl: 'Is er nog geen besluit, dan krijgt de aanvrager binnen deze tijd een voorschot, en daarna telkens weer.',
      en: 'Without a decision the applicant gets an advance within this time, and again each such time after that.',
    },
    versions: [{ value: 4, validFrom: since2015 }],
  },
  'advance-minimum-share': {
    id: 'PW-02.share', unit: 'percent', article: 'PW 52 lid 2', ...pw,
    explain: {
      nl: 'Het voorschot is minstens dit deel van de bijstandsnorm.',
      en: 'The advance is at least this part of the assistance norm.',
    },
    versions: [{ value: 90, validFrom: since2015 }],
  },
  'under-27-search-term': {
    id: 'PW-03', unit: 'weeks', article: 'PW 41 lid 4', ...pw,
    explain: {
      nl: 'Wie jonger is dan 27 zoekt na de melding eerst zo lang zelf werk of school. Vanaf 2026 mag de gemeente dit overslaan voor kwetsbare jongeren.',
      en: 'Who is under 27 first looks for work or school for this time after the report. From 2026 the municipality may waive this for vulnerable young people.',
    },
    versions: [
      { value: 4, validFrom: since2015 },
      { value: 4, validFrom: since2026, ...inBalance },
    ],
  },
  'retroactive-grant-limit': {
    id: 'PW-04.retroactive', unit: 'months', article: 'PW-04', ...inBalance,
    explain: {
      nl: 'Zo ver terug mag de gemeente bijstand toekennen.',
      en: 'How far back the municipality may grant assistance.',
    },
    versions: [{ value: 3, validFrom: since2026 }],
  },
  'known-data-reuse-limit': {
    id: 'PW-04.reuse', unit: 'months', article: 'PW-04', ...inBalance,
    explain: {
      nl: 'Zo lang mag de gemeente gegevens gebruiken die zij al heeft.',
      en: 'How long the municipality may reuse data that it already has.',
    },
    versions: [{ value: 12, validFrom: since2026 }],
  },
  'gifts-left-out-yearly': {
    id: 'PW-04.gifts', unit: 'cents', article: 'PW-04', ...inBalance,
    explain: {
      nl: 'Giften tot dit bedrag per jaar tellen niet mee voor de bijstand.',
      en: 'Gifts up to this amount a year do not count for assistance.',
    },
    versions: [{ value: 120_000, validFrom: since2026 }],
  },
} as const satisfies ParameterDefinitions;
