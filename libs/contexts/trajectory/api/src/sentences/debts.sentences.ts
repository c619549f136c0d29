import type { SentencePair } from '@perspectief/edge';
import type { TrajectoryRefusal } from '@perspectief/trajectory-domain';

export const debtsSentences = {
  DEBT_EXISTS: {
    nl: 'Deze schuld staat er al. Gebruik een nieuw nummer.',
    en: 'This debt is there already. Use a new id.',
  },
  UNKNOWN_DEBT: {
    nl: 'Deze schuld is niet gevonden. Leg de schuld eerst vast.',
    en: 'This debt was not found. Register the debt first.',
  },
  AMOUNT_NOT_POSITIVE: {
    nl: 'Dit bedrag moet meer dan nul zijn. Vul het juiste bedrag in.',
    en: 'This amount must be more than zero. Enter the right amount.',
  },
  DEBT_SETTLED: {
    nl: 'Deze schuld is betaald of zit in een afkoop met geld. Wijzigen kan niet meer.',
    en: 'This debt is paid, or part of a funded buy-out. It can no longer be changed.',
  },
  NO_DEBTS: {
    nl: 'Er zijn nog geen schulden vastgelegd. Leg eerst de schulden vast.',
    en: 'No debts were registered. Register the debts first.',
  },
} as const satisfies Partial<Record<TrajectoryRefusal, SentencePair>>;
