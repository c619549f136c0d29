import { addDays, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { LawOfDay } from '@perspectief/law';
import { valuesOf } from '../keyed.js';
import type { OpenEmergency, SpendingRequest } from '../requests/state.js';
import type { OpenedBudget, PooledBudgetState } from '../state.js';

/** Emergencies that wait past their term on a day; the last day of the term counts. */
export const overdueEmergencies = (state: PooledBudgetState, day: BusinessDate): readonly OpenEmergency[] =>
  state.phase === 'none' ? [] : state.emergencies.filter(({ settleBy }) => settleBy < day);

/** Spent in an emergency and refused afterwards: it stays paid, and shows. */
export const refusedAfterwards = ({ judgment, money }: SpendingRequest): boolean =>
  judgment.phase === 'rejected' && money.phase !== 'none';

export interface Unconfirmed {
  readonly requestId: Uuid;
  readonly trajectoryId: Uuid;
  readonly paidOn: BusinessDate;
  /** The last day on which both confirmations were in time. */
  readonly confirmBy: BusinessDate;
  readonly missing: readonly ('delivery' | 'receipt')[];
}

const missingOf = ({ delivery, receipts }: SpendingRequest): Unconfirmed['missing'] => [
  ...(delivery.phase === 'awaited' ? (['delivery'] as const) : []),
  ...(receipts.length === 0 ? (['receipt'] as const) : []),
];

const firstPaidOn = (budget: OpenedBudget): ReadonlyMap<Uuid, BusinessDate> => {
  const first = new Map<Uuid, BusinessDate>();
  for (const { requestId, paidOn } of valuesOf(budget.payments)) {
    const known = first.get(requestId);
    if (known === undefined || paidOn < known) first.set(requestId, paidOn);
  }
  return first;
};

/** Paid, and after the term of PB-RECEIPT not confirmed as delivered and received. */
export const unconfirmedOn = (state: PooledBudgetState, day: BusinessDate, law: LawOfDay): readonly Unconfirmed[] => {
  if (state.phase === 'none') return [];
  const [paid, term] = [firstPaidOn(state), law.value('receipt-overdue-after')];
  return valuesOf(state.requests).flatMap((request) => {
    const paidOn = paid.get(request.requestId);
    const missing = missingOf(request);
    if (paidOn === undefined || missing.length === 0) return [];
    const confirmBy = addDays(paidOn, term);
    return confirmBy < day ? [{ requestId: request.requestId, trajectoryId: request.trajectoryId, paidOn, confirmBy, missing }] : [];
  });
};
