import { unless } from '@perspectief/kernel';
import type { DecideOf } from '../concern.js';
import type { PooledBudgetEvent } from '../events.js';
import type { SpendingRequest } from '../requests/state.js';
import type { ApprovalsCommand } from './commands.js';
import {
  amountLeft,
  awaitsApproval,
  isAnotherApprover,
  isLastApproval,
  isNotOwn,
  isUndecided,
  lastApprovalFits,
  nothingWasPaid,
  requestIsKnown,
  requestOf,
} from './rules.js';

const approved = (request: SpendingRequest, approvedBy: string): readonly PooledBudgetEvent[] => {
  const { requestId, trajectoryId, year, amount, money } = request;
  const given: PooledBudgetEvent = { type: 'ApprovalGiven', data: { requestId, trajectoryId, approvedBy } };
  if (!isLastApproval(request)) return [given];
  const reserved = money.phase === 'none' ? amount : 0;
  return [given, { type: 'SpendingApproved', data: { requestId, trajectoryId, by: 'approvers', year, reserved } }];
};

/** The facts about a request that the rules before found to be there. */
const about = (request: SpendingRequest | undefined, facts: (request: SpendingRequest) => readonly PooledBudgetEvent[]) => () =>
  request ? facts(request) : [];

const idsOf = ({ requestId, trajectoryId }: SpendingRequest) => ({ requestId, trajectoryId });

export const decideApprovals: DecideOf<ApprovalsCommand> = {
  ApproveSpending: ({ requestId }, { budget, meta }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [
        requestIsKnown(request),
        isNotOwn(request, meta),
        isAnotherApprover(request, meta),
        awaitsApproval(request),
        ...lastApprovalFits(budget, request),
      ],
      about(request, (known) => approved(known, meta.actor.id)),
    );
  },

  ReturnSpending: ({ requestId, question }, { budget, meta }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [requestIsKnown(request), isNotOwn(request, meta), awaitsApproval(request)],
      about(request, (known) => [{ type: 'SpendingReturned', data: { ...idsOf(known), question } }]),
    );
  },

  AnswerReturn: ({ requestId, answer }, { budget }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [requestIsKnown(request), isUndecided(request), request?.judgment.phase === 'awaiting' && { code: 'OUT_OF_ORDER' }],
      about(request, (known) => [{ type: 'ReturnAnswered', data: { ...idsOf(known), answer } }]),
    );
  },

  RejectSpending: ({ requestId, reason }, { budget, meta }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [requestIsKnown(request), isNotOwn(request, meta), isUndecided(request)],
      about(request, (known) => [{ type: 'SpendingRejected', data: { ...idsOf(known), rejectedBy: meta.actor.id, reason } }]),
    );
  },

  WithdrawSpending: ({ requestId }, { budget }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [requestIsKnown(request), isUndecided(request), nothingWasPaid(request)],
      about(request, (known) => [{ type: 'SpendingWithdrawn', data: { ...idsOf(known), freed: amountLeft(known) } }]),
    );
  },
};
