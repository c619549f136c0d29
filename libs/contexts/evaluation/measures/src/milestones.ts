import { dayOf, type BusinessDate, type LocalDateTime } from '@perspectief/kernel';
import type { OpenedTrajectory, TrajectoryEvent } from '@perspectief/trajectory-domain';

/** The named moments between which lead times run, in the order of the way through. */
export const milestones = ['report', 'conversation', 'decision', 'plan', 'active', 'standstill', 'offer', 'payout', 'debt-free', 'aftercare', 'completed'] as const;
export type Milestone = (typeof milestones)[number];
export type Milestones = Readonly<Partial<Record<Milestone, BusinessDate>>>;

interface DatedType {
  readonly type: TrajectoryEvent['type'];
  readonly happenedOn: LocalDateTime;
}

const told: ReadonlyMap<string, Milestone> = new Map<TrajectoryEvent['type'], Milestone>([
  ['TrajectoryOpened', 'report'], ['FirstConversationHeld', 'conversation'], ['PlanAgreed', 'plan'], ['IntakeCompleted', 'active'], ['OffersSent', 'offer'],
  ['BuyOutPaid', 'payout'], ['AftercareStarted', 'aftercare'], ['AftercareCompleted', 'completed'],
]);

const earliest = (days: readonly BusinessDate[]): BusinessDate | undefined => [...days].sort()[0];

/** The day on which the last included debt was paid or forgiven; none while one stands. */
const debtFreeOn = ({ debts: { debts } }: OpenedTrajectory): BusinessDate | undefined => {
  const days = debts.filter(({ treatment }) => treatment === 'included').map(({ settlement }) => (settlement.phase === 'open' ? undefined : settlement.on));
  return days.length > 0 && days.every((day) => day !== undefined) ? [...days].sort().at(-1) : undefined;
};

/** The first day of each; `decision` is that on debt help, or on whatever was applied for where debt help was not. */
export const milestonesOf = (state: OpenedTrajectory, facts: readonly DatedType[]): Milestones => {
  const decided = state.intake.applications.flatMap((one) => (one.phase === 'decided' && one.outcome !== 'withdrawn' ? [one] : []));
  const onDebtHelp = decided.filter(({ kind }) => kind === 'debt-help');
  const standstills = state.crisisFreeze.freezes.flatMap((freeze) => (freeze.instrument === 'standstill' && 'from' in freeze ? [freeze.from] : []));
  const found: Partial<Record<Milestone, BusinessDate>> = {};
  const note = (milestone: Milestone, day: BusinessDate | undefined): void => {
    const known = found[milestone];
    if (day !== undefined && (known === undefined || day < known)) found[milestone] = day;
  };
  for (const { type, happenedOn } of facts) {
    const milestone = told.get(type);
    if (milestone !== undefined) note(milestone, dayOf(happenedOn));
  }
  note('decision', earliest((onDebtHelp.length > 0 ? onDebtHelp : decided).map(({ decidedOn }) => decidedOn)));
  note('standstill', earliest(standstills));
  note('debt-free', debtFreeOn(state));
  return found;
};
