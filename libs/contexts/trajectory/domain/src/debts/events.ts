import { event, field, type EventOf } from '@perspectief/kernel';

const { id, cents, code, day, flag, listOf, oneOf, personal, text } = field;

export const ranks = ['preferential', 'concurrent'] as const;
export type Rank = (typeof ranks)[number];

export const treatments = ['included', 'excluded'] as const;
export type Treatment = (typeof treatments)[number];

export const debtKinds = ['housing', 'utilities', 'care', 'public', 'other'] as const;
export type DebtKind = (typeof debtKinds)[number];

export const debtsEvents = {
  DebtRegistered: event('A debt came to light.', {
    debtId: id,
    creditor: personal(text),
    claim: cents,
    rank: oneOf(ranks),
    treatment: oneOf(treatments),
    kind: oneOf(debtKinds),
    referenceDate: day.optional(),
  }),
  DebtCorrected: event('What was known of a debt was put right; only what changed is named.', {
    debtId: id,
    claim: cents.optional(),
    rank: oneOf(ranks).optional(),
    treatment: oneOf(treatments).optional(),
    creditor: personal(text).optional(),
    reason: personal(text),
  }),
  DebtRemoved: event('A debt turned out not to be there.', { debtId: id, reason: personal(text) }),
  DebtInventoryConfirmed: event('The list of debts is complete.', {}),
  BalancesRequested: event('Creditors were asked what is still owed.', { debts: listOf(id) }),
  BalanceRecorded: event('A creditor told what is still owed.', {
    debtId: id,
    claim: cents,
    referenceDate: day,
    collectiveConsent: flag.optional(),
  }),
  ArrangementStarted: event('The arranging of the debts with the creditors began.', {}),
  ProtectedAmountRecorded: event('What the household keeps to live on was worked out elsewhere and recorded here.', {
    income: cents,
    protectedAmount: cents,
    capacity: cents.describe('what is left each month for the creditors'),
    calculatorVersion: code,
    documentRef: personal(text),
  }),
};

export type DebtsEvent = EventOf<typeof debtsEvents>;
