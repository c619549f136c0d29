import type { BusinessDate } from '@perspectief/kernel';
import { dayNumber, type DayNumber } from '../calendar/day-number.js';

/** AW-02: asked on `from`; the clock stands from the next day until it runs again on `until`. */
export interface Suspension {
  readonly from: BusinessDate;
  readonly until?: BusinessDate;
}

/** The whole days on which the clock stands, both included; none when last lies before first. */
export interface Standstill {
  readonly of: Suspension;
  readonly first: DayNumber;
  readonly last: DayNumber;
}

export interface Moved {
  /** The end that was counted, with the days that the clock stood still. */
  readonly end: DayNumber;
  readonly due: DayNumber;
  readonly days: number;
  readonly each: readonly { readonly of: Suspension; readonly days: number }[];
}

/** An open suspension counts as if the clock ran again on `resumeOn`; what meets the clock ends all. */
export const standstillsOf = (suspensions: readonly Suspension[], resumeOn: DayNumber, metOn?: DayNumber): readonly Standstill[] =>
  suspensions
    .map((of): Standstill => {
      const resumed = of.until === undefined ? resumeOn : dayNumber(of.until);
      return { of, first: dayNumber(of.from) + 1, last: Math.min(resumed, metOn ?? resumed) - 1 };
    })
    .sort((a, b) => a.first - b.first);

/**
 * Adds the days that the clock stood to its end. A day counts once, however many suspensions hold it; what begins after
 * the clock ran out counts for nothing. Whoever asks on a last day that was moved off a weekend keeps that day,
 * hence more standing still never ends a term earlier (property in clock.spec).
 */
export const movedBy = (
  standstills: readonly Standstill[],
  after: DayNumber,
  counted: { readonly end: DayNumber; readonly due: DayNumber },
  shift: (end: DayNumber) => DayNumber,
): Moved => {
  let { end, due } = counted;
  let covered = after;
  let total = 0;
  const each: { of: Suspension; days: number }[] = [];
  for (const { of, first, last } of standstills) {
    const from = Math.max(first, covered + 1);
    const days = from > due ? 0 : Math.max(0, last - from + 1);
    each.push({ of, days });
    if (days === 0) continue;
    end = (from > end ? due : end) + days;
    due = shift(end);
    covered = last;
    total += days;
  }
  return { end, due, days: total, each };
};
