import type { ParameterDefinitions } from './parameter.js';

const ours = { source: 'product policy', confidence: 'product' } as const;
/** The year in which the first pooled pot opened. */
const since2017 = '2017-01-01';

/** Defaults of a pooled budget; a municipality sets its own when it opens a pot. */
export const pooledBudget = {
  'household-ceiling': {
    id: 'PB-07', unit: 'cents', article: 'PB-07', ...ours,
    explain: { nl: 'Zoveel kan één huishouden in alle jaren samen uit de pot krijgen.', en: 'What one household can get from the pot over all years.' },
    versions: [{ value: 300_000, validFrom: since2017 }],
  },
  'coach-mandate': {
    id: 'PB-07.coach', unit: 'cents', article: 'PB-07', ...ours,
    explain: { nl: 'Tot dit bedrag beslist de coach alleen.', en: 'The coach decides alone up to this amount.' },
    versions: [{ value: 50_000, validFrom: since2017 }],
  },
  'two-approvers-above': {
    id: 'PB-07.two', unit: 'cents', article: 'PB-07', ...ours,
    explain: { nl: 'Boven dit bedrag keuren twee mensen goed.', en: 'Two people approve above this amount.' },
    versions: [{ value: 50_000, validFrom: since2017 }],
  },
  'budget-holder-above': {
    id: 'PB-07.holder', unit: 'cents', article: 'PB-07', ...ours,
    explain: { nl: 'Boven dit bedrag keurt een budgethouder goed, met een tweede.', en: 'A budget holder approves above this amount, with a second.' },
    versions: [{ value: 150_000, validFrom: since2017 }],
  },
  'ceiling-raise-approvers': {
    id: 'PB-07.raise', unit: 'count', article: 'PB-07', ...ours,
    explain: { nl: 'Zoveel budgethouders verhogen samen een plafond.', en: 'The number of budget holders that raise a ceiling together.' },
    versions: [{ value: 2, validFrom: since2017 }],
  },
  'duplicate-window': {
    id: 'PB-14', unit: 'days', article: 'PB-14', ...ours,
    explain: {
      nl: 'Binnen deze tijd lijkt eenzelfde bedrag aan dezelfde ontvanger op een dubbele aanvraag.',
      en: 'Within this time the same amount to the same payee looks like a request made twice.',
    },
    versions: [{ value: 30, validFrom: since2017 }],
  },
  'receipt-overdue-after': {
    id: 'PB-RECEIPT', unit: 'days', article: 'PB-RECEIPT', ...ours,
    explain: {
      nl: 'Is iets betaald en na deze tijd nog niet bevestigd, dan komt het op de werklijst.',
      en: 'What was paid and is not confirmed after this time comes on the worklist.',
    },
    versions: [{ value: 30, validFrom: since2017 }],
  },
} as const satisfies ParameterDefinitions;
