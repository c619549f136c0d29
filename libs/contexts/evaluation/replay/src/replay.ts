import { dayOf, dayOfMoment, daysBetween, fold, type BusinessDate, type Instant, type LocalDateTime, type Uuid } from '@perspectief/kernel';
import { dutchLaw, type Law } from '@perspectief/law';
import { clocksOf, trajectoryDecider, type TrajectoryClock, type TrajectoryState } from '@perspectief/trajectory-domain';
import { canonical, type Digest } from './canonical.js';
import { clockChanges, type ClockChange } from './clock-changes.js';
import { difference, type Change } from './difference.js';
import { withoutPersonal, type TrajectoryFact } from './facts.js';
import { factsAt, underCorrectedDates, type DatedFact, type PointInTime } from './known.js';

/** Then: each fact under the date that was believed when it was recorded. Now: under the date that stands today. */
export type View = 'as-known-then' | 'as-known-now';

export interface ReplayOptions extends PointInTime {
  readonly view: View;
  readonly digest: Digest;
  /** Without it, Dutch law as enacted. */
  readonly law?: Law;
}

/** What one fact did. Nothing in it is personal, and nothing of it depends on what is sealed. */
export interface Step {
  readonly number: number;
  readonly eventId: Uuid;
  readonly type: TrajectoryFact['type'];
  readonly position: string;
  readonly happenedOn: LocalDateTime;
  readonly recordedAt: Instant;
  readonly role: string;
  /** Whole days between happening and recording; 0 for the same day. */
  readonly recordedDaysLater: number;
  /** The date that was said first, where another one stands now. */
  readonly firstSaidOn?: LocalDateTime;
  /** The event whose date this one puts right. */
  readonly corrects?: Uuid;
  readonly changes: readonly Change[];
  readonly clocks: readonly ClockChange[];
  /** Versions of rules that the fact names, or that a changed clock counts by. */
  readonly rules: readonly string[];
  readonly stateHash: string;
}

export interface Snapshot {
  readonly state: TrajectoryState;
  readonly clocks: readonly TrajectoryClock[];
  readonly stateHash: string;
}

const cleaned = (facts: readonly TrajectoryFact[]): readonly TrajectoryFact[] => facts.map(withoutPersonal);
const folded = (facts: Iterable<TrajectoryFact>): TrajectoryState => fold(trajectoryDecider, facts);

const clocksOn = (state: TrajectoryState, day: BusinessDate, law: Law): readonly TrajectoryClock[] =>
  state.phase === 'none' ? [] : clocksOf(state, day, law);

/** What was known and had happened, without what is personal, and the state that it comes to: a cohort needs no steps. */
export const replayed = (facts: readonly TrajectoryFact[], at: PointInTime = {}): { readonly facts: readonly DatedFact[]; readonly state: TrajectoryState } => {
  const dated = factsAt(cleaned(facts), at);
  return { facts: dated, state: folded(dated) };
};
export const replayedState = (facts: readonly TrajectoryFact[], at: PointInTime = {}): TrajectoryState => replayed(facts, at).state;

/** The trajectory as it was on a day, and as it was known at a moment: what a jump to a date shows. */
export const snapshot = (
  facts: readonly TrajectoryFact[],
  day: BusinessDate,
  { digest, law = dutchLaw, knownAt }: Pick<ReplayOptions, 'digest' | 'law' | 'knownAt'>,
): Snapshot => {
  const state = replayedState(facts, { asOf: day, knownAt });
  return { state, clocks: clocksOn(state, day, law), stateHash: digest(canonical(state)) };
};

/** The day on which the reader of a step stands: then, that of recording; now, that of happening. */
const dayOfStep = (fact: DatedFact, view: View): BusinessDate => (view === 'as-known-then' ? dayOfMoment(fact.recordedAt) : dayOf(fact.happenedOn));

const rulesIn = (fact: TrajectoryFact, clocks: readonly ClockChange[]): readonly string[] => {
  const named = 'rule' in fact.data && typeof fact.data.rule === 'string' && fact.type !== 'BottleneckReported' ? [fact.data.rule] : [];
  return [...new Set([...named, ...clocks.flatMap(({ after }) => (after ? [after.version] : []))])];
};

/** A corrected date changes what earlier facts brought about: then, all before it is folded anew. */
const advance = (state: TrajectoryState, facts: readonly DatedFact[], index: number, view: View): TrajectoryState => {
  const fact = facts[index] as DatedFact;
  if (view === 'as-known-then' && fact.type === 'DateCorrected') return folded(underCorrectedDates(facts.slice(0, index + 1)));
  return trajectoryDecider.evolve(state, fact);
};

/** Fact by fact, in the order in which they were recorded. The same facts, law and options give the same steps and hashes. */
export const replay = (facts: readonly TrajectoryFact[], { view, digest, law = dutchLaw, ...at }: ReplayOptions): readonly Step[] => {
  const known = cleaned(at.knownAt === undefined ? facts : facts.filter(({ recordedAt }) => recordedAt <= (at.knownAt as Instant)));
  const dated: readonly DatedFact[] = view === 'as-known-now' ? underCorrectedDates(known) : known;
  const shown = at.asOf === undefined ? dated : dated.filter(({ happenedOn }) => dayOf(happenedOn) <= (at.asOf as BusinessDate));
  let state: TrajectoryState = trajectoryDecider.initial;
  let clocks: readonly TrajectoryClock[] = [];
  return shown.map((fact, index): Step => {
    const next = advance(state, shown, index, view);
    const read = clocksOn(next, dayOfStep(fact, view), law);
    const changed = clockChanges(clocks, read);
    const { id: eventId, type, position, happenedOn, recordedAt, actor } = fact;
    const step: Step = {
      number: index + 1, eventId, type, position, happenedOn, recordedAt, role: actor.role,
      recordedDaysLater: Math.max(0, daysBetween(dayOf(happenedOn), dayOfMoment(recordedAt))),
      ...(fact.firstSaidOn !== undefined && { firstSaidOn: fact.firstSaidOn }),
      ...(fact.type === 'DateCorrected' && { corrects: fact.data.eventId }),
      changes: difference(state, next), clocks: changed, rules: rulesIn(fact, changed), stateHash: digest(canonical(next)),
    };
    [state, clocks] = [next, read];
    return step;
  });
};
