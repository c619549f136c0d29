import type { BusinessDate } from '@perspectief/kernel';
import type { OpenedTrajectory, TrajectoryEvent } from '@perspectief/trajectory-domain';

/** The named moments between which lead times run, in the order of the way through. */
export const milestones = ['report', 'conversation', 'decision', 'plan', 'active', 'standstill', 'offer', 'payout', 'debt-free', 'aftercare', 'completed'] as const;
export type Milestone = (typeof milestones)[number];
export type Milestones = Readonly<Partial<Record<Milestone, BusinessDate>>>;

export interface DatedType {
  readonly type: TrajectoryEvent['type'];
  readonly on: BusinessDate;
}

const eventOf: Readonly<Partial<Record<Milestone, TrajectoryEvent['type']>>> = {
  report: 'TrajectoryOpened', conversation: 'FirstConversationHeld', plan: 'PlanAgreed', active: 'IntakeCompleted', offer: 'OffersSent',
  payout: 'BuyOutPaid', aftercare: 'AftercareStarted', completed: 'AftercareCompleted',
};

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
  const found: Partial<Record<Milestone, BusinessDate | undefined>> = {
    ...Object.fromEntries(Object.entries(eventOf).map(([name, type]) => [name, earliest(facts.filter((fact) => fact.type === type).map(({ on }) => on))])),
    decision: earliest((onDebtHelp.length > 0 ? onDebtHelp : decided).map(({ decidedOn }) => decidedOn)),
    standstill: earliest(standstills),
    'debt-free': debtFreeOn(state),
  };
  return Object.fromEntries(Object.entries(found).filter(([, day]) => day !== undefined));
};
