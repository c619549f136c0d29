/**
 * Time under observation of one subject: at risk for `start < t <= stop`, and who was there from time zero at time zero as well.
 * The unit of time is the caller's, mostly whole days.
 */
export interface Spell {
  /** When observation began, counted from time zero: 0, or later for who came in late (left truncation). */
  readonly start: number;
  readonly stop: number;
  /** What ended it: 0 is censored, 1 and up are causes. */
  readonly cause: number;
}

/** Counts at one time at which somebody left: by an event, or unobserved from then on. */
export interface RiskStep {
  readonly time: number;
  readonly atRisk: number;
  /** Events of any cause. */
  readonly events: number;
  /** Events by cause; the first entry is cause 1. */
  readonly byCause: readonly number[];
  readonly censored: number;
}

/** @throws RangeError where a spell ends before it begins, or its cause is no whole number from 0. */
export const checked = ({ start, stop, cause }: Spell): void => {
  if (!(Number.isFinite(start) && Number.isFinite(stop) && (start < stop || (start === 0 && stop === 0)))) throw new RangeError('a spell lasts: start < stop');
  if (!(Number.isInteger(cause) && cause >= 0)) throw new RangeError('a cause is 0 (censored), 1, 2 and so on');
};

interface Leaving {
  readonly byCause: number[];
  censored: number;
}

const leavingAt = (spells: readonly Spell[], causes: number): ReadonlyMap<number, Leaving> => {
  const leaving = new Map<number, Leaving>();
  for (const { stop, cause } of spells) {
    const at = leaving.get(stop) ?? { byCause: Array.from({ length: causes }, () => 0), censored: 0 };
    if (cause === 0) at.censored += 1;
    else at.byCause[cause - 1] = (at.byCause[cause - 1] ?? 0) + 1;
    leaving.set(stop, at);
  }
  return leaving;
};

export const causesIn = (spells: readonly Spell[]): number => spells.reduce((most, { cause }) => Math.max(most, cause), 1);

/**
 * The risk set at every time at which somebody leaves, in order of time, of spells on one clock. Who is censored at a time is still at risk at that
 * time; who enters at a time is at risk only after it. Sorts once: n log n.
 */
export const riskSteps = (spells: readonly Spell[], causes = causesIn(spells)): readonly RiskStep[] => {
  const leaving = leavingAt(spells, causes);
  const starts = spells.map(({ start }) => start).sort((a, b) => a - b);
  let entered = 0;
  let left = 0;
  return [...leaving.entries()]
    .sort(([a], [b]) => a - b)
    .map(([time, { byCause, censored }]) => {
      while (entered < starts.length && (starts[entered] as number) < time) entered += 1;
      const atRisk = entered - left;
      const events = byCause.reduce((sum, n) => sum + n, 0);
      left += events + censored;
      return { time, atRisk, events, byCause, censored };
    });
};
