import { daysBetween, dayOf, idOfStream } from '@perspectief/kernel';
import { quantileOf } from '@perspectief/evaluation-statistics';
import { underCorrectedDates, type TrajectoryFact } from '@perspectief/evaluation-replay';

/** One case as a course of activities, in a total order: by day of happening, then as recorded. */
export interface Trace {
  readonly trajectory: string;
  readonly steps: readonly { readonly activity: string; readonly on: string }[];
}

/** Facts that put others right are no activities: dates are corrected first, and the correction is left out. */
const corrections: ReadonlySet<string> = new Set(['DateCorrected', 'DebtCorrected', 'StoryCorrected']);

export const traceOf = (facts: readonly TrajectoryFact[], keeps: (type: TrajectoryFact['type']) => boolean = () => true): Trace => {
  const steps = underCorrectedDates(facts)
    .filter(({ type }) => !corrections.has(type) && keeps(type))
    .map(({ type, happenedOn }, order) => ({ activity: type, on: dayOf(happenedOn), happenedOn, order }))
    .sort((a, b) => (a.happenedOn === b.happenedOn ? a.order - b.order : a.happenedOn < b.happenedOn ? -1 : 1));
  return { trajectory: facts[0] ? idOfStream(facts[0].stream) : '', steps: steps.map(({ activity, on }) => ({ activity, on })) };
};

/** One thing directly after another. `from` undefined: the case began so; `to` undefined: it ended so. */
export interface FollowsArc {
  readonly from?: string;
  readonly to?: string;
  readonly times: number;
  readonly cases: number;
  readonly trajectories: readonly string[];
  /** Whole days from the one to the other; null at begin and end. */
  readonly medianWait: number | null;
  /** The first wait of each case: what disclosure control wants. */
  readonly waits: readonly number[];
}

interface Tally {
  readonly from?: string;
  readonly to?: string;
  times: number;
  readonly of: Set<string>;
  readonly all: number[];
  readonly waits: number[];
}

export const directlyFollows = (traces: readonly Trace[]): readonly FollowsArc[] => {
  const arcs = new Map<string, Tally>();
  for (const { trajectory, steps } of traces) {
    if (steps.length === 0) continue;
    for (let i = 0; i <= steps.length; i += 1) {
      const [before, after] = [steps[i - 1], steps[i]];
      const [from, to] = [before?.activity, after?.activity];
      const key = JSON.stringify([from ?? null, to ?? null]);
      const arc: Tally = arcs.get(key) ?? {
        ...(from !== undefined && { from }), ...(to !== undefined && { to }), times: 0, of: new Set<string>(), all: [], waits: [],
      };
      const wait = before && after && daysBetween(before.on, after.on);
      if (wait !== undefined) arc.all.push(wait);
      if (wait !== undefined && !arc.of.has(trajectory)) arc.waits.push(wait);
      arc.times += 1;
      arc.of.add(trajectory);
      arcs.set(key, arc);
    }
  }
  return [...arcs.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { of, all, ...arc }]) => ({ ...arc, cases: of.size, trajectories: [...of], medianWait: quantileOf(all, 0.5) }));
};

export interface TraceVariant {
  readonly steps: readonly string[];
  readonly cases: number;
  readonly trajectories: readonly string[];
  /** Whole days from first to last activity. */
  readonly medianDays: number | null;
}

/** Cases that took the same course, the most common first. */
export const variantsOf = (traces: readonly Trace[]): readonly TraceVariant[] => {
  const variants = new Map<string, { readonly steps: readonly string[]; readonly of: string[]; readonly days: number[] }>();
  for (const { trajectory, steps } of traces) {
    const activities = steps.map(({ activity }) => activity);
    const key = JSON.stringify(activities);
    const variant = variants.get(key) ?? { steps: activities, of: [], days: [] };
    const [first, last] = [steps[0], steps.at(-1)];
    variant.of.push(trajectory);
    if (first && last) variant.days.push(daysBetween(first.on, last.on));
    variants.set(key, variant);
  }
  return [...variants.entries()].sort(([a, one], [b, other]) => other.of.length - one.of.length || (a < b ? -1 : 1))
    .map(([, { steps, of, days }]) => ({ steps, cases: of.length, trajectories: of, medianDays: quantileOf(days, 0.5) }));
};
