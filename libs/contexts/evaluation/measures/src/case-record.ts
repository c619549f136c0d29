import { dayOfMoment, type BusinessDate, type Domain, type Uuid } from '@perspectief/kernel';
import { dutchLaw, type ClockRuleName, type Law } from '@perspectief/law';
import { replayed, type PointInTime, type TrajectoryFact } from '@perspectief/evaluation-replay';
import {
  bareClocksOf, debtSums, statusOf, type OpenedTrajectory, type Status, type TrajectoryClock, type TrajectoryEvent,
} from '@perspectief/trajectory-domain';
import { milestonesOf, type Milestones } from './milestones.js';
import { creditOf, type CreditRecord } from './credit.js';

export type Instrument = Extract<TrajectoryEvent, { type: 'FreezeRequested' }>['data']['instrument'];
export type Assessment = OpenedTrajectory['story']['assessments'][number];

/** A clock at the cut, as far as measures ask. */
export interface ClockEnd {
  readonly rule: ClockRuleName;
  readonly law: Domain;
  readonly duty: TrajectoryClock['duty'];
  readonly state: TrajectoryClock['state'];
  readonly suspendedDays: number;
}

/** One trajectory on the day of the cut, its clocks left aside. Plain JSON, nothing personal; ids are whatever the facts carried. */
export interface CaseAtCut {
  readonly trajectory: Uuid;
  readonly household: Uuid;
  readonly municipality: string;
  readonly area: string;
  readonly source: string;
  readonly year: number;
  readonly openedOn: BusinessDate;
  /** From here on its facts were written down as they happened; later than `openedOn` for a case that was brought in from elsewhere. */
  readonly observedFrom: BusinessDate;
  readonly cutOn: BusinessDate;
  readonly status: Status;
  readonly closedOn?: BusinessDate;
  readonly outcome?: string;
  readonly milestones: Milestones;
  readonly tandem: boolean;
  /** Freezes that were granted. */
  readonly instruments: readonly Instrument[];
  /** Somebody reached the household at least once. */
  readonly reached: boolean;
  readonly admittedOn?: BusinessDate;
  readonly relapsedOn?: BusinessDate;
  readonly assessments: readonly Assessment[];
  /** Wellbeing 0 to 10 at check-ins. */
  readonly checkIns: readonly { readonly on: BusinessDate; readonly wellbeing: number }[];
  readonly credits: readonly CreditRecord[];
  /** Whole euro cents. */
  readonly debts: { readonly included: number; readonly open: number; readonly paid: number; readonly discharged: number };
  readonly spentOnIncentives: number;
  readonly threatsAverted: readonly string[];
}

/** One trajectory as the measures see it. */
export interface CaseRecord extends CaseAtCut {
  /** Days on which clocks of this case stood still, all together. */
  readonly suspendedDays: number;
  readonly clocks: readonly ClockEnd[];
}

const later = (one: BusinessDate, other: BusinessDate): BusinessDate => (one > other ? one : other);

const relapsedOn = ({ aftercare: { current, earlier } }: OpenedTrajectory): BusinessDate | undefined =>
  [...earlier, ...(current.phase === 'none' ? [] : [current])].flatMap(({ relapse }) => (relapse.phase === 'flagged' ? [relapse.on] : []))[0];

const admittedOn = ({ intake }: OpenedTrajectory): BusinessDate | undefined =>
  intake.applications
    .flatMap((one) => (one.kind === 'debt-help' && one.phase === 'decided' && one.outcome.endsWith('granted') ? [one.decidedOn] : []))
    .sort()[0];

const checkInsOf = ({ aftercare: { current, earlier } }: OpenedTrajectory): CaseRecord['checkIns'] =>
  [...earlier, ...(current.phase === 'none' ? [] : [current])].flatMap(({ checkIns }) =>
    checkIns.flatMap((one) => (one.phase === 'held' ? [{ on: one.heldOn, wellbeing: one.wellbeing }] : [])));

const helpOf = ({ tandem, crisisFreeze, story, debtBuyOut }: OpenedTrajectory, facts: readonly TrajectoryFact[]) => ({
  tandem: facts.some(({ type }) => type === 'TandemStarted') || tandem.current.phase === 'running',
  instruments: [...new Set(crisisFreeze.freezes.flatMap((freeze) => ('from' in freeze ? [freeze.instrument] : [])))],
  reached: story.contacts.some(({ reached }) => reached),
  assessments: story.assessments,
  spentOnIncentives: debtBuyOut.incentives.reduce((sum, { amount }) => sum + amount, 0),
  threatsAverted: crisisFreeze.threats.flatMap(({ threat, phase }) => (phase === 'averted' ? [threat] : [])),
});

type Cut = { readonly cutOn: BusinessDate } & Pick<PointInTime, 'knownAt'>;

const read = (all: readonly TrajectoryFact[], { cutOn, knownAt }: Cut): { readonly state: OpenedTrajectory; readonly record: CaseAtCut } | undefined => {
  const { facts, state } = replayed(all, { asOf: cutOn, knownAt });
  const [first] = facts;
  if (state.phase === 'none' || !first) return undefined;
  const { included, open, paid, discharged } = debtSums(state);
  const record: CaseAtCut = {
    trajectory: state.id, household: state.householdId, municipality: state.municipality, area: state.area, source: state.source,
    year: Number(state.openedOn.slice(0, 4)), openedOn: state.openedOn, observedFrom: later(state.openedOn, dayOfMoment(first.recordedAt)), cutOn,
    status: statusOf(state),
    ...(state.phase === 'closed' && { closedOn: state.closedOn, outcome: state.outcome }),
    milestones: milestonesOf(state, facts),
    ...helpOf(state, facts),
    admittedOn: admittedOn(state), relapsedOn: relapsedOn(state), checkIns: checkInsOf(state),
    credits: creditOf(state, facts, cutOn),
    debts: { included, open, paid, discharged },
  };
  return { state, record };
};

/** The trajectory on the day of the cut; undefined where it was not open, or not known, by then. */
export const caseAtCut = (all: readonly TrajectoryFact[], at: Cut): CaseAtCut | undefined => read(all, at)?.record;

/** The same with its clocks, which take as long to read as all else. */
export const caseRecord = (all: readonly TrajectoryFact[], { law = dutchLaw, ...at }: Cut & { readonly law?: Law }): CaseRecord | undefined => {
  const found = read(all, at);
  if (!found) return undefined;
  const clocks = bareClocksOf(found.state, at.cutOn, law).map(
    ({ rule, law: domain, duty, state: end, suspendedDays }): ClockEnd => ({ rule, law: domain, duty, state: end, suspendedDays }),
  );
  return { ...found.record, suspendedDays: clocks.reduce((sum, { suspendedDays }) => sum + suspendedDays, 0), clocks };
};
