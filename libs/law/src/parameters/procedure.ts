import type { ParameterDefinitions } from './parameter.js';

const awb = { source: 'Algemene wet bestuursrecht', confidence: 'sure' } as const;
const penalty = { ...awb, article: 'Awb 4:17' } as const;
const since1994 = '1994-01-01';
/** Penalty for late decisions, and objections decided within terms counted from the end of the objection term. */
const since2009 = '2009-10-01';
const indexed = '2019-01-01';

/** Terms that hold for decisions under every law (Awb). */
export const procedure = {
  'default-notice-term': {
    id: 'AW-04', unit: 'weeks', ...penalty, article: 'Awb 4:17 lid 3',
    explain: {
      nl: 'Zo lang na een ingebrekestelling kan de gemeente nog besluiten zonder dwangsom.',
      en: 'How long after a notice of default the municipality can still decide without a penalty.',
    },
    versions: [{ value: 2, validFrom: since2009 }],
  },
  'penalty-longest': {
    id: 'AW-04.longest', unit: 'days', ...penalty, article: 'Awb 4:17 lid 1',
    explain: { nl: 'Zoveel dagen loopt een dwangsom ten hoogste.', en: 'The number of days that a penalty runs at most.' },
    versions: [{ value: 42, validFrom: since2009 }],
  },
  'penalty-tier': {
    id: 'AW-04.tier', unit: 'days', ...penalty, article: 'Awb 4:17 lid 2',
    explain: { nl: 'Na zoveel dagen gaat de dwangsom omhoog.', en: 'The penalty goes up after this many days.' },
    versions: [{ value: 14, validFrom: since2009 }],
  },
  'penalty-first-tier': {
    id: 'AW-04.first', unit: 'cents', ...penalty, article: 'Awb 4:17 lid 2', confidence: 'verify',
    explain: { nl: 'Dwangsom per dag in het eerste deel.', en: 'Penalty a day in the first tier.' },
    versions: [{ value: 20_00, validFrom: since2009 }, { value: 23_00, validFrom: indexed }],
  },
  'penalty-second-tier': {
    id: 'AW-04.second', unit: 'cents', ...penalty, article: 'Awb 4:17 lid 2', confidence: 'verify',
    explain: { nl: 'Dwangsom per dag in het tweede deel.', en: 'Penalty a day in the second tier.' },
    versions: [{ value: 30_00, validFrom: since2009 }, { value: 35_00, validFrom: indexed }],
  },
  'penalty-third-tier': {
    id: 'AW-04.third', unit: 'cents', ...penalty, article: 'Awb 4:17 lid 2', confidence: 'verify',
    explain: { nl: 'Dwangsom per dag in het derde deel.', en: 'Penalty a day in the third tier.' },
    versions: [{ value: 40_00, validFrom: since2009 }, { value: 45_00, validFrom: indexed }],
  },
  'objection-term': {
    id: 'AW-05', unit: 'weeks', atwApplies: true, article: 'Awb 6:7', ...awb,
    explain: {
      nl: 'Zo lang heeft een inwoner na een besluit om bezwaar te maken.',
      en: 'The time that a resident has after a decision to object to it.',
    },
    versions: [{ value: 6, validFrom: since1994 }],
  },
  'objection-decision-term': {
    id: 'AW-05.decision', unit: 'weeks', atwApplies: true, article: 'Awb 7:10 lid 1', ...awb,
    explain: {
      nl: 'Binnen deze tijd na het einde van de bezwaartermijn besluit de gemeente op het bezwaar.',
      en: 'The municipality decides on the objection within this time after the objection term ends.',
    },
    versions: [{ value: 6, validFrom: since2009 }],
  },
  'objection-committee-decision-term': {
    id: 'AW-05.committee', unit: 'weeks', atwApplies: true, article: 'Awb 7:10 lid 1', ...awb,
    explain: {
      nl: 'Adviseert een commissie, dan besluit de gemeente binnen deze tijd op het bezwaar.',
      en: 'When a committee advises, the municipality decides on the objection within this time.',
    },
    versions: [{ value: 12, validFrom: since2009 }],
  },
  'objection-postponement': {
    id: 'AW-05.postponement', unit: 'weeks', atwApplies: true, article: 'Awb 7:10 lid 3', ...awb,
    explain: {
      nl: 'Zo lang mag de gemeente het besluit op bezwaar uitstellen.',
      en: 'How long the municipality may postpone the decision on an objection.',
    },
    versions: [{ value: 6, validFrom: since2009 }],
  },
} as const satisfies ParameterDefinitions;
