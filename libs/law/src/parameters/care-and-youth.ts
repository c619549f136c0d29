import type { ParameterDefinitions } from './parameter.js';

const wmo = { source: 'Wet maatschappelijke ondersteuning 2015', confidence: 'sure', atwApplies: true } as const;
const jeugdwet = { source: 'Jeugdwet', confidence: 'sure', atwApplies: true } as const;
const since2015 = '2015-01-01';

/** Social support and youth provisions (Wmo 2015, Jeugdwet). */
export const careAndYouth = {
  'wmo-investigation-term': {
    id: 'WM-01', unit: 'weeks', article: 'Wmo 2.3.2 lid 1', ...wmo,
    explain: {
      nl: 'Binnen deze tijd na de melding onderzoekt de gemeente samen met de inwoner wat nodig is.',
      en: 'The municipality investigates with the resident what is needed within this time after the report.',
    },
    versions: [{ value: 6, validFrom: since2015 }],
  },
  'wmo-personal-plan-term': {
    id: 'WM-02', unit: 'days', article: 'Wmo 2.3.2 lid 2', ...wmo,
    explain: {
      nl: 'Zo lang heeft de inwoner na de melding om een eigen plan in te leveren.',
      en: 'The time that the resident has after the report to hand in a personal plan.',
    },
    versions: [{ value: 7, validFrom: since2015 }],
  },
  'wmo-decision-term': {
    id: 'WM-03', unit: 'weeks', article: 'Wmo 2.3.5 lid 2', ...wmo,
    explain: {
      nl: 'Binnen deze tijd na de aanvraag besluit de gemeente over de voorziening.',
      en: 'The municipality decides on the provision within this time after the application.',
    },
    versions: [{ value: 2, validFrom: since2015 }],
  },
  'youth-decision-term': {
    id: 'JW-01', unit: 'weeks', atwApplies: true, article: 'Awb 4:13', source: 'Algemene wet bestuursrecht', confidence: 'sure',
    explain: {
      nl: 'Binnen deze tijd na de aanvraag besluit de gemeente over jeugdhulp. De verordening mag korter zijn.',
      en: 'The municipality decides on youth support within this time after the application. The ordinance may be shorter.',
    },
    versions: [{ value: 8, validFrom: since2015 }],
  },
  'youth-help-plan-term': {
    id: 'JW-02', unit: 'weeks', article: 'Jeugdwet 4.1.3 lid 4', ...jeugdwet,
    explain: {
      nl: 'Binnen deze tijd ligt het hulpverleningsplan vast, als de familie zelf geen plan maakt.',
      en: 'The help plan is fixed within this time, when the family makes no plan of its own.',
    },
    versions: [{ value: 6, validFrom: since2015 }],
  },
  'youth-plan-in-writing-term': {
    id: 'JW-02.in-writing', unit: 'days', article: 'Jeugdwet 4.1.3 lid 5', ...jeugdwet,
    explain: {
      nl: 'Binnen deze tijd staat een mondeling plan op papier, als de familie daarom vraagt.',
      en: 'An oral plan is put in writing within this time, when the family asks for it.',
    },
    versions: [{ value: 14, validFrom: since2015 }],
  },
} as const satisfies ParameterDefinitions;
