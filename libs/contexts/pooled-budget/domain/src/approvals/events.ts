import { event, field, type EventOf } from '@perspectief/kernel';

const { id, cents, text, personal } = field;
const request = { requestId: id, trajectoryId: id };

export const approvalsEvents = {
  ApprovalGiven: event('One of those who must approve did so.', { ...request, approvedBy: text }),
  SpendingReturned: event('A request went back with a question; approvals given so far no longer count.', {
    ...request,
    question: personal(text),
  }),
  ReturnAnswered: event('The question was answered; the request waits for approval again.', { ...request, answer: personal(text) }),
  SpendingRejected: event('A request was refused, with a reason.', { ...request, rejectedBy: text, reason: personal(text) }),
  SpendingWithdrawn: event('A request was taken back.', {
    ...request,
    /** What an emergency had reserved and did not spend. */
    freed: cents,
  }),
};

export type ApprovalsEvent = EventOf<typeof approvalsEvents>;
