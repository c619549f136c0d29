import { refuse, type Refusal } from '@perspectief/kernel';
import type { Behind } from './ledger.js';
import { roundedTo, standardPolicy, type DisclosurePolicy } from './policy.js';

/** One person's time under observation: `start < t <= stop`; event false is censored. */
export interface Observed {
  readonly subject: string;
  readonly start: number;
  readonly stop: number;
  readonly event: boolean;
}

/** A step of the exact curve, as computed on all data. */
export interface ExactStep {
  readonly time: number;
  readonly estimate: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A step that may be shown: at a multiple of the period, for enough people at once, in whole percents. */
export interface SafeStep extends ExactStep {
  /** After this time, rounded. */
  readonly atRisk: number;
}

export type CurveRelease =
  | { readonly steps: readonly SafeStep[]; readonly begins: number; readonly ends: number; readonly behind: readonly Behind[] }
  | { readonly refused: Refusal<'TOO_FEW'> };

const percent = (value: number): number => Math.round(value * 100) / 100;
const percentOrNull = (value: number | null): number | null => (value === null ? null : percent(value));

const at = (steps: readonly ExactStep[], time: number): Omit<ExactStep, 'time'> =>
  steps.findLast((step) => step.time <= time) ?? { estimate: 1, lower: 1, upper: 1 };

const subjectsOf = (observed: readonly Observed[]): readonly string[] => observed.map(({ subject }) => subject);

/**
 * A curve of which no step is one person: time is grouped, and a group of time is only closed when everybody who had the event in
 * it, was censored in it or came in late in it had enough company (none counts as enough). What is left over at the end, and every
 * time with too few still at risk, is not shown. `ends` is the last time shown, in the unit of the data, as is `period`.
 */
export const releaseCurve = (
  { observed, steps, period }: { readonly observed: readonly Observed[]; readonly steps: readonly ExactStep[]; readonly period: number },
  policy: DisclosurePolicy = standardPolicy,
): CurveRelease => {
  const { threshold, rounding } = policy;
  if (!(period > 0)) throw new RangeError('a period is above 0');
  const company = (group: readonly Observed[]): boolean => group.length === 0 || group.length >= threshold;
  const atRiskAfter = (time: number): readonly Observed[] => observed.filter(({ start, stop }) => start <= time && stop > time);
  const beginning = atRiskAfter(0);
  if (beginning.length < threshold) return refuse('TOO_FEW');
  const behind: Behind[] = [{ figure: 'at risk after 0', subjects: subjectsOf(beginning) }];
  const shown: SafeStep[] = [];
  const last = observed.reduce((latest, { stop }) => Math.max(latest, stop), 0);
  let from = 0;
  for (let time = period; time < last + period; time += period) {
    const leaving = observed.filter(({ stop }) => stop > from && stop <= time);
    const [events, censored] = [leaving.filter(({ event }) => event), leaving.filter(({ event }) => !event)];
    const late = observed.filter(({ start }) => start > from && start <= time);
    const still = atRiskAfter(time);
    if (still.length < threshold) break;
    if (leaving.length + late.length === 0 || ![events, censored, late].every(company)) continue;
    const { estimate, lower, upper } = at(steps, time);
    shown.push({ time, estimate: percent(estimate), lower: percentOrNull(lower), upper: percentOrNull(upper), atRisk: roundedTo(rounding, still.length) });
    behind.push({ figure: `at risk after ${time}`, subjects: subjectsOf(still) }, { figure: `events in ${from} to ${time}`, subjects: subjectsOf(events) });
    from = time;
  }
  return { steps: shown, begins: roundedTo(rounding, beginning.length), ends: from, behind: behind.filter(({ subjects }) => subjects.length > 0) };
};
