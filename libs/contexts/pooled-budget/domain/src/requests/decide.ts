import { dayOfCommand, unless, yearOf } from '@perspectief/kernel';
import { addWorkingDays } from '@perspectief/law';
import { splitOf, type Split } from '../attribution.js';
import type { DecideOf, Objection, Situation } from '../concern.js';
import type { PooledBudgetEvent } from '../events.js';
import { mandateAt } from '../mandates/rules.js';
import { amountIsPositive, fundsSuffice, yearIsOpen } from '../years/year.js';
import type { RequestsCommand } from './commands.js';
import { approversFor, householdHasRoom, isNoDuplicate, noEmergencyIsOverdue, requestOf, ruleFor } from './rules.js';

type Asked = RequestsCommand['data'];

const idsAreKnown = ({ requestId }: Asked, { budget, context }: Situation): readonly Objection[] => [
  !context.trajectory?.exists && { code: 'UNKNOWN_TRAJECTORY', field: 'trajectoryId' },
  requestOf(budget, requestId) && { code: 'REQUEST_EXISTS', field: 'requestId' },
];

const objectionsTo = (asked: Asked, year: number, split: Split | undefined, situation: Situation): readonly Objection[] => [
  ...idsAreKnown(asked, situation),
  amountIsPositive(asked.amount),
  !situation.context.trajectory?.open && { code: 'TRAJECTORY_CLOSED', field: 'trajectoryId' },
  yearIsOpen(situation.budget, year),
  noEmergencyIsOverdue(situation.budget, situation.meta),
  fundsSuffice(situation.budget, year, asked.amount),
  householdHasRoom(situation.budget, asked.trajectoryId, asked.amount),
  asked.split !== undefined && split === undefined && { code: 'SPLIT_NOT_100', field: 'split' },
  isNoDuplicate(asked, situation),
];

/** Within the mandate, or its emergency part, the yes comes with the request. */
const approvedAtOnce = (asked: Asked, rule: string, year: number, { budget, meta }: Situation): readonly PooledBudgetEvent[] => {
  const { requestId, trajectoryId, amount } = asked;
  const approved = { requestId, trajectoryId, year, reserved: amount };
  if (rule === 'within-mandate') return [{ type: 'SpendingApproved', data: { ...approved, by: 'mandate' } }];
  const emergency = rule === 'emergency' && mandateAt(budget, meta.actor.id, meta.happenedOn)?.emergency;
  if (!emergency) return [];
  const settleBy = addWorkingDays(dayOfCommand(meta), emergency.settleWithinWorkingDays);
  return [{ type: 'SpendingApproved', data: { ...approved, by: 'emergency', settleBy } }];
};

const requested = (asked: Asked, year: number, split: Split | undefined, situation: Situation): readonly PooledBudgetEvent[] => {
  const { budgetId: _, split: __, ...reasons } = asked;
  const rule = ruleFor(asked, split, situation);
  const approvers = rule === 'within-mandate' ? 0 : approversFor(situation.budget.tiers, asked.amount);
  const requestedBy = situation.meta.actor.id;
  return [
    { type: 'SpendingRequested', data: { ...reasons, ...(split && { split }), requestedBy, year, rule, approvers } },
    ...approvedAtOnce(asked, rule, year, situation),
  ];
};

export const decideRequests: DecideOf<RequestsCommand> = {
  RequestSpending: (asked, situation) => {
    const year = asked.year ?? yearOf(dayOfCommand(situation.meta));
    const split = asked.split && splitOf(asked.split);
    return unless(objectionsTo(asked, year, split, situation), () => requested(asked, year, split, situation));
  },
};
