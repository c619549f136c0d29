import type { CommandMeta } from '@perspectief/kernel';
import type { Objection } from '../concern.js';
import { householdHasRoom, requestIsKnown, requestOf } from '../requests/rules.js';
import type { Judgment, SpendingRequest } from '../requests/state.js';
import type { OpenedBudget } from '../state.js';
import { fundsSuffice } from '../years/year.js';

export { requestIsKnown, requestOf };

/** Who asks does not decide (PB-08). */
export const isNotOwn = (request: SpendingRequest | undefined, { actor }: CommandMeta): Objection =>
  request?.requestedBy === actor.id && { code: 'OWN_REQUEST', field: 'requestId' };

export const approvalsOf = (judgment: Judgment): readonly string[] =>
  judgment.phase === 'awaiting' || judgment.phase === 'approved' ? judgment.approvals : [];

export const isAnotherApprover = (request: SpendingRequest | undefined, { actor }: CommandMeta): Objection =>
  request !== undefined && approvalsOf(request.judgment).includes(actor.id) && { code: 'SAME_APPROVER', field: 'requestId' };

const notAwaiting = { code: 'NOT_AWAITING_APPROVAL', field: 'requestId' } as const;

export const awaitsApproval = (request: SpendingRequest | undefined): Objection =>
  request !== undefined && request.judgment.phase !== 'awaiting' && notAwaiting;

/** Waiting for approval, or for the answer to a question. */
export const isUndecided = (request: SpendingRequest | undefined): Objection =>
  request !== undefined && request.judgment.phase !== 'awaiting' && request.judgment.phase !== 'returned' && notAwaiting;

export const isLastApproval = ({ judgment, approvers }: SpendingRequest): boolean => approvalsOf(judgment).length + 1 >= approvers;

/** Waiting reserves nothing, so the last approval looks again; what an emergency reserved is there. */
export const lastApprovalFits = (budget: OpenedBudget, request: SpendingRequest | undefined): readonly Objection[] =>
  request && isLastApproval(request) && request.money.phase === 'none'
    ? [fundsSuffice(budget, request.year, request.amount), householdHasRoom(budget, request.trajectoryId, request.amount)]
    : [];

export const amountLeft = ({ money }: SpendingRequest): number => (money.phase === 'reserved' ? money.left : 0);

/** An emergency of which something was paid is no longer the coach's to take back. */
export const nothingWasPaid = (request: SpendingRequest | undefined): Objection =>
  request !== undefined &&
  request.money.phase !== 'none' &&
  amountLeft(request) !== request.amount && { code: 'OUT_OF_ORDER', field: 'requestId' };
