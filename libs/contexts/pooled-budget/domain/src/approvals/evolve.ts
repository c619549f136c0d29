import { minus } from '@perspectief/kernel';
import { householdReserved } from '../ceilings/rules.js';
import type { EventNamed, EvolveOf } from '../concern.js';
import { emergencyIsOver, judged, withMoney } from '../requests/evolve.js';
import type { OpenedBudget } from '../state.js';
import { reservedMore } from '../years/year.js';
import type { ApprovalsEvent } from './events.js';
import { approvalsOf, requestOf } from './rules.js';

/** An emergency that was not spent frees what it had reserved. */
const withdrawn = (budget: OpenedBudget, { requestId, trajectoryId, freed }: EventNamed<'SpendingWithdrawn'>['data']): OpenedBudget => {
  const over = emergencyIsOver(judged(budget, requestId, { phase: 'withdrawn' }), requestId);
  const request = requestOf(budget, requestId);
  if (!request || freed === 0) return over;
  const free = minus(0, freed);
  return householdReserved(reservedMore(withMoney(over, requestId, { phase: 'none' }), request.year, free), trajectoryId, free);
};

export const evolveApprovals: EvolveOf<ApprovalsEvent> = {
  ApprovalGiven: (budget, { data: { requestId, approvedBy } }) => {
    const request = requestOf(budget, requestId);
    return request
      ? judged(budget, requestId, { phase: 'awaiting', approvals: [...approvalsOf(request.judgment), approvedBy] })
      : budget;
  },
  SpendingReturned: (budget, { data: { requestId } }) => judged(budget, requestId, { phase: 'returned' }),
  ReturnAnswered: (budget, { data: { requestId } }) => judged(budget, requestId, { phase: 'awaiting', approvals: [] }),
  // What an emergency spent stays spent, and what it still has to pay stays reserved for that.
  SpendingRejected: (budget, { data: { requestId } }) =>
    emergencyIsOver(judged(budget, requestId, { phase: 'rejected' }), requestId),
  SpendingWithdrawn: (budget, { data }) => withdrawn(budget, data),
};
