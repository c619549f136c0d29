import { dayOfCommand, daysBetween, formatAmount, type CommandMeta, type Uuid } from '@perspectief/kernel';
import type { Split } from '../attribution.js';
import { ceilingLeft, householdOf } from '../ceilings/rules.js';
import type { Objection, Situation } from '../concern.js';
import { find } from '../keyed.js';
import { coversDomains, coversEmergency, mandateAt } from '../mandates/rules.js';
import type { OpenedBudget, Tier } from '../state.js';
import type { RequestRule } from '../words.js';
import type { RequestsCommand } from './commands.js';
import type { SpendingRequest } from './state.js';

type Asked = RequestsCommand['data'];

export const requestOf = (budget: OpenedBudget, requestId: Uuid): SpendingRequest | undefined => find(budget.requests, requestId);

export const requestIsKnown = (request: SpendingRequest | undefined): Objection =>
  !request && { code: 'UNKNOWN_REQUEST', field: 'requestId' };

/** Approved once, be it by a mandate, for an emergency or by approvers: an emergency refused afterwards stays paid. */
export const isApproved = (request: SpendingRequest | undefined): Objection =>
  request?.money.phase === 'none' && { code: 'NOT_APPROVED', field: 'requestId' };

/** The rule of the mandate that this request meets, as of the moment that it is made. */
export const ruleFor = ({ amount, emergency }: Asked, split: Split | undefined, { budget, meta }: Situation): RequestRule => {
  const mandate = mandateAt(budget, meta.actor.id, meta.happenedOn);
  if (!mandate) return 'no-mandate';
  if (!coversDomains(mandate, split)) return 'outside-domains';
  if (amount <= mandate.perRequest) return 'within-mandate';
  return emergency && coversEmergency(mandate, amount) ? 'emergency' : 'above-mandate';
};

/** One approver, or the number of the highest tier that the amount exceeds. */
export const approversFor = (tiers: readonly Tier[], amount: number): number =>
  Math.max(
    1,
    tiers
      .filter(({ above }) => amount > above)
      .reduce((highest, tier) => (tier.above >= highest.above ? tier : highest), { above: -1, approvers: 1 }).approvers,
  );

/** The money of a coach stops while an emergency of that coach waits past its term; the last day of the term counts. */
export const noEmergencyIsOverdue = ({ emergencies }: OpenedBudget, meta: CommandMeta): Objection => {
  const overdue = emergencies.find(({ coachId, settleBy }) => coachId === meta.actor.id && settleBy < dayOfCommand(meta));
  return overdue && { code: 'EMERGENCY_OVERDUE', facts: { requestId: overdue.requestId, settleBy: overdue.settleBy } };
};

export const householdHasRoom = (budget: OpenedBudget, trajectoryId: Uuid, amount: number): Objection => {
  const left = ceilingLeft(budget, trajectoryId);
  return amount > left && { code: 'HOUSEHOLD_CEILING_REACHED', field: 'amount', facts: { left: formatAmount(left) } };
};

const named = (payee: string): string => payee.trim().toLowerCase();

const stands = ({ judgment }: SpendingRequest): boolean => judgment.phase !== 'rejected' && judgment.phase !== 'withdrawn';

/** The same amount for the same payee, for this household, within the window of PB-14. */
export const isNoDuplicate = (asked: Asked, { budget, meta, context }: Situation): Objection => {
  if (asked.duplicateConfirmed) return false;
  const day = dayOfCommand(meta);
  const window = context.law(day).value('duplicate-window');
  const earlier = householdOf(budget, asked.trajectoryId)
    .requestIds.map((requestId) => requestOf(budget, requestId))
    .find(
      (request) =>
        request !== undefined &&
        request.amount === asked.amount &&
        named(request.payee) === named(asked.payee) &&
        Math.abs(daysBetween(request.requestedOn, day)) <= window &&
        stands(request),
    );
  return earlier && { code: 'POSSIBLE_DUPLICATE', facts: { requestId: earlier.requestId, requestedOn: earlier.requestedOn } };
};
