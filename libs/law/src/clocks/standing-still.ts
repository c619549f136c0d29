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
 * The last day is the first one on which the term has been counted out, that may end a term, and on which the clock does
 * not stand. Only the set of days counts, so neither the order nor the overlap of suspensions matters, and more standing
 * still never ends a term earlier (properties in clock.properties.spec). What begins after the last day counts for nothing.
 */
export const movedBy = (
  standstills: readonly Standstill[],
  after: DayNumber,
  from: TermEnd,
  shift: (end: DayNumber) => DayNumber,
): Moved => {
  let { end, due } = from;
  let next = after + 1;
  const counted = standstills.map(({ first, last }) => {
    let days = 0;
    for (let day = Math.max(first, next); day <= last && day <= due; day += 1) {
      if (day <= end) end += 1;
      due = shift(Math.max(end, day < due ? due : day + 1));
      next = day + 1;
      days += 1;
    }
    return days;
  });
  return { end, due, counted };
};
