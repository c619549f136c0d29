import { dayOf } from '@perspectief/kernel';
import { householdReserved, withHousehold } from '../ceilings/rules.js';
import type { EventNamed, EvolveOf } from '../concern.js';
import { change, put } from '../keyed.js';
import type { OpenedBudget } from '../state.js';
import { reservedMore } from '../years/year.js';
import type { RequestsEvent } from './events.js';
import { requestOf } from './rules.js';
import type { Judgment, RequestMoney, SpendingRequest } from './state.js';

export const judged = (budget: OpenedBudget, requestId: string, judgment: Judgment): OpenedBudget => ({
  ...budget,
  requests: change(budget.requests, requestId, (request) => ({ ...request, judgment })),
});

export const withMoney = (budget: OpenedBudget, requestId: string, money: RequestMoney): OpenedBudget => ({
  ...budget,
  requests: change(budget.requests, requestId, (request) => ({ ...request, money })),
});

/** Decided, and so no longer an emergency that waits. */
export const emergencyIsOver = (budget: OpenedBudget, requestId: string): OpenedBudget => ({
  ...budget,
  emergencies: budget.emergencies.filter((emergency) => emergency.requestId !== requestId),
});

const requestFrom = ({ data, happenedOn }: EventNamed<'SpendingRequested'>): SpendingRequest => ({
  requestId: data.requestId,
  trajectoryId: data.trajectoryId,
  requestedBy: data.requestedBy,
  requestedOn: dayOf(happenedOn),
  amount: data.amount,
  payee: data.payee,
  lifeArea: data.lifeArea,
  split: data.split,
  year: data.year,
  rule: data.rule,
  approvers: data.approvers,
  judgment: { phase: 'awaiting', approvals: [] },
  money: { phase: 'none' },
  delivery: { phase: 'awaited' },
  receipts: [],
});

const reserved = (budget: OpenedBudget, { requestId, trajectoryId, reserved: amount, year }: EventNamed<'SpendingApproved'>['data']) =>
  amount === 0
    ? budget
    : householdReserved(
        reservedMore(withMoney(budget, requestId, { phase: 'reserved', left: amount }), year, amount),
        trajectoryId,
        amount,
      );

const approvalsOf = (request: SpendingRequest | undefined): readonly string[] =>
  request?.judgment.phase === 'awaiting' ? request.judgment.approvals : [];

export const evolveRequests: EvolveOf<RequestsEvent> = {
  SpendingRequested: (budget, event) => {
    const request = requestFrom(event);
    return withHousehold(
      { ...budget, requests: put(budget.requests, request.requestId, request) },
      request.trajectoryId,
      (household) => ({ ...household, requestIds: [...household.requestIds, request.requestId] }),
    );
  },
  SpendingApproved: (budget, { data }) => {
    const { requestId, by, settleBy } = data;
    const request = requestOf(budget, requestId);
    const set = reserved(budget, data);
    if (by !== 'emergency')
      return emergencyIsOver(judged(set, requestId, { phase: 'approved', by, approvals: approvalsOf(request) }), requestId);
    const opened = request && settleBy ? [{ requestId, coachId: request.requestedBy, settleBy }] : [];
    return { ...set, emergencies: [...set.emergencies, ...opened] };
  },
};
