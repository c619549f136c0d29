import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.js';

/** A time at which a share of all has had the event, with its confidence limits; null where the curve does not come that far. */
export interface TimeEstimate {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Half the digits of a number, as R takes it: a curve that should be at 0.5 seldom is to the last bit. */
const TOLERANCE = Math.sqrt(Number.EPSILON);

type Height = (step: SurvivalStep) => number | null;
interface Point {
  readonly time: number;
  readonly height: number;
}

const pointsOf = ({ steps }: SurvivalCurve, height: Height): readonly Point[] =>
  steps.flatMap((step) => {
    const at = height(step);
    return at === null ? [] : [{ time: step.time, height: at }];
  });

/** The first time below the line; where the curve lies on the line, the middle of that plateau, if it ends. */
const middleAt = (points: readonly Point[], line: number): number | null => {
  const first = points.find(({ height }) => height < line + TOLERANCE);
  if (!first) return null;
  const next = Math.abs(first.height - line) < TOLERANCE ? points.find(({ height }) => height < first.height) : undefined;
  return next ? (first.time + next.time) / 2 : first.time;
};

/** Median time, as R's table of a survfit prints it: a plateau at exactly 0.5 gives its middle, a curve that ends there its begin. */
export const medianOf = (curve: SurvivalCurve): TimeEstimate => ({
  estimate: middleAt(pointsOf(curve, ({ survival }) => survival), 0.5),
  lower: middleAt(pointsOf(curve, ({ lower }) => lower), 0.5),
  upper: middleAt(pointsOf(curve, ({ upper }) => upper), 0.5),
});

/** The highest of the points at or below a height; of several as high the first. Bounds may rise again, so this need not be the first in time. */
const highestBelow = (points: readonly Point[], most: number): Point | undefined =>
  points.reduce<Point | undefined>((best, point) => (point.height <= most && (!best || point.height > best.height) ? point : best), undefined);

/** The middle between the time at the line and the one past it, in the order of heights; a plateau that does not end runs to the last time seen. */
const crossing = (points: readonly Point[], line: number, last: number): number | null => {
  const reached = highestBelow(points, line + TOLERANCE);
  const passed = highestBelow(points, line - TOLERANCE);
  if (!reached) return null;
  if (passed) return (reached.time + passed.time) / 2;
  return Math.abs((points.at(-1) as Point).height - line) < TOLERANCE ? (reached.time + last) / 2 : null;
};

/** The time by which a share p of all has had the event, as R's quantile of a survfit has it. @throws RangeError outside 0 < p < 1. */
export const survivalQuantile = (curve: SurvivalCurve, p: number): TimeEstimate => {
  if (!(p > 0 && p < 1)) throw new RangeError('a quantile lies between 0 and 1');
  const last = curve.steps.at(-1)?.time ?? 0;
  const at = (height: Height): number | null => crossing(pointsOf(curve, height), 1 - p, last);
  return { estimate: at(({ survival }) => survival), lower: at(({ lower }) => lower), upper: at(({ upper }) => upper) };
};
