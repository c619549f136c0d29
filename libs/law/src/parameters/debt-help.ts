import type { ParameterDefinitions } from './parameter.js';

const wgs = { source: 'Wet gemeentelijke schuldhulpverlening', confidence: 'sure' } as const;
const practice = { source: 'municipal practice on early signals', confidence: 'likely' } as const;

/** The first Wgs. */
const since2012 = '2012-07-01';
/** The Wgs with early signals and a formal admission decision. */
const since2021 = '2021-01-01';

/** Debt help: access, decision, plan and early signals (Wgs, Bgs). */
export const debtHelp = {
  'first-conversation-term': {
    id: 'WG-01', unit: 'weeks', atwApplies: true, article: 'Wgs 4 lid 1', ...wgs,
    explain: {
      nl: 'Binnen deze tijd na het verzoek om hulp is het eerste gesprek over de hulpvraag.',
      en: 'The first conversation about the help question takes place within this time after the request for help.',
    },
    versions: [{ value: 4, validFrom: since2012 }],
  },
  'threat-conversation-term': {
    id: 'WG-02', unit: 'workingDays', atwApplies: true, article: 'Wgs 4 lid 2', ...wgs,
    explain: {
      nl: 'Bij een bedreigende situatie, zoals een huisuitzetting, is het eerste gesprek binnen zoveel werkdagen.',
      en: 'When a threat such as an eviction is at hand, the first conversation takes place within this many working days.',
    },
    versions: [{ value: 3, validFrom: since2012 }],
  },
  'debt-help-decision-term': {
    id: 'WG-04', unit: 'weeks', atwApplies: true, article: 'Wgs 4a', ...wgs,
    explain: {
      nl: 'Binnen deze tijd na het eerste gesprek besluit de gemeente over toelating. De verordening mag korter zijn.',
      en: 'The municipality decides on admission within this time after the first conversation. The ordinance may be shorter.',
    },
    versions: [
      { value: 8, validFrom: since2012, article: 'Awb 4:13', source: 'Algemene wet bestuursrecht' },
      { value: 8, validFrom: since2021 },
    ],
  },
  'debt-help-plan-validity': {
    id: 'WG-06', unit: 'years', article: 'Wgs 2', ...wgs,
    explain: {
      nl: 'Zo lang geldt het plan van de gemeenteraad voor schuldhulp ten hoogste.',
      en: "The longest time that the council's plan for debt help is valid.",
    },
    versions: [{ value: 4, validFrom: since2012 }],
  },
  'early-signal-contact-term': {
    id: 'VS-04.contact', unit: 'days', article: 'VS-04', ...practice,
    explain: {
      nl: 'Binnen deze tijd na een vroegsignaal probeert de gemeente contact te krijgen.',
      en: 'The municipality tries to make contact within this time after an early signal.',
    },
    versions: [{ value: 14, validFrom: since2021 }],
  },
  'early-signal-assessment-term': {
    id: 'VS-04.assessment', unit: 'days', article: 'VS-04', ...practice,
    explain: {
      nl: 'Binnen deze tijd na een vroegsignaal is duidelijk welke hulp past.',
      en: 'Which help fits is clear within this time after an early signal.',
    },
    versions: [{ value: 28, validFrom: since2021 }],
  },
  'early-signal-retention': {
    id: 'VS-05', unit: 'days', article: 'AVG 5 lid 1 sub e', source: 'product policy under the AVG', confidence: 'verify',
    explain: {
      nl: 'Een vroegsignaal waar geen hulp op volgt, wissen we na deze tijd.',
      en: 'An early signal that no help follows is erased after this time.',
    },
    versions: [{ value: 180, validFrom: since2021 }],
  },
} as const satisfies ParameterDefinitions;
