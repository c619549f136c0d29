import type { BusinessDate } from '@perspectief/kernel';
import type { TermEnd } from '../calendar/term.js';
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

/** A term's end with the days that the clock stood still; `counted` are those days, for each standstill in order. */
export interface Moved extends TermEnd {
  readonly counted: readonly number[];
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
 * Adds the days after `after` that the clock stood to its end. A day counts once, however many suspensions hold it; what
 * begins after the clock ran out counts for nothing. Whoever asks on a last day that was moved off a weekend keeps that
 * day, so that more standing still never ends a term earlier (a property in clock.properties.spec).
 */
export const movedBy = (
  standstills: readonly Standstill[],
  after: DayNumber,
  from: TermEnd,
  shift: (end: DayNumber) => DayNumber,
): Moved => {
  let { end, due } = from;
  let covered = after;
  const counted = standstills.map(({ first, last }) => {
    const start = Math.max(first, covered + 1);
    if (start > due || last < start) return 0;
    const days = last - start + 1;
    end = (start > end ? due : end) + days;
    due = shift(end);
    covered = last;
    return days;
  });
  return { end, due, counted };
};
