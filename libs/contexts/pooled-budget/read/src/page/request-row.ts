import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import { find, type OpenedBudget, type RequestRule, type SpendingRequest } from '@perspectief/pooled-budget-domain';
import { bandOf } from '../record/bands.js';
import { notesOf, type BudgetPage } from './budget-page.js';

export const requestStates = ['awaiting', 'returned', 'approved', 'rejected', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** One spending request as lists show it. No personal data. */
export interface RequestRow {
  readonly requestId: Uuid;
  readonly budgetId: Uuid;
  readonly trajectoryId: Uuid;
  readonly municipality: string;
  readonly area: string;
  readonly requestedBy: string;
  readonly requestedOn: BusinessDate;
  readonly amount: Cents;
  readonly lifeArea: string;
  readonly band: number;
  readonly year: number;
  readonly rule: RequestRule;
  readonly approvers: number;
  readonly approvals: readonly string[];
  readonly state: RequestState;
  /** How many approvals it still wants. */
  readonly waitingFor: number;
  readonly settleBy: BusinessDate | null;
  readonly returnedOn: BusinessDate | null;
  readonly decidedOn: BusinessDate | null;
  readonly decidedBy: readonly string[];
  readonly paid: Cents;
  readonly reserved: Cents;
  readonly deliveredOn: BusinessDate | null;
  readonly receivedBy: readonly string[];
  readonly versions: readonly number[];
}

const approvalsOf = ({ judgment }: SpendingRequest): readonly string[] =>
  judgment.phase === 'awaiting' || judgment.phase === 'approved' ? judgment.approvals : [];

const moneyOf = ({ judgment, money, approvers, delivery, receipts }: SpendingRequest) => ({
  waitingFor: judgment.phase === 'awaiting' ? approvers - judgment.approvals.length : 0,
  reserved: money.phase === 'reserved' ? money.left : 0,
  deliveredOn: delivery.phase === 'delivered' ? delivery.on : null,
  receivedBy: receipts.map(({ by, onBehalf }) => (onBehalf ? 'coach-for-household' : by)),
});

const rowFrom = ({ id, municipality, area }: OpenedBudget, request: SpendingRequest, page: BudgetPage): RequestRow => {
  const { requestId, trajectoryId, requestedBy, requestedOn, amount, lifeArea, year, rule, approvers, judgment } = request;
  const { versions, settleBy, returnedOn, decidedOn, decidedBy, paid } = notesOf(page, requestId);
  return {
    ...{ requestId, budgetId: id, trajectoryId, municipality, area, requestedBy, requestedOn, amount, lifeArea, band: bandOf(amount) },
    ...{ year, rule, approvers, approvals: approvalsOf(request), state: judgment.phase, ...moneyOf(request) },
    ...{ settleBy: settleBy ?? null, returnedOn: returnedOn ?? null, decidedOn: decidedOn ?? null },
    ...{ decidedBy, paid, versions },
  };
};

export const requestRowOf = (page: BudgetPage, requestId: Uuid): RequestRow | undefined => {
  const { budget } = page;
  const request = budget.phase === 'none' ? undefined : find(budget.requests, requestId);
  return budget.phase === 'none' || !request ? undefined : rowFrom(budget, request, page);
};
