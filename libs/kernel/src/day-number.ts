import type { BusinessDate } from './time.js';

/** Days since 1 January 1970. Terms are computed on these: whole numbers, no time zone, no objects. */
export type DayNumber = number;

/** Days of 400 years, after which the calendar repeats, and of the years before 1970 since 1 March of the year 0. */
const ERA = 146_097;
const BEFORE_1970 = 719_468;

interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/**
 * The proleptic Gregorian calendar with years that begin in March, so that the leap day comes last
 * (Howard Hinnant's days_from_civil; a property in calendar.spec compares it with another implementation).
 */
const numberOf = ({ year, month, day }: Civil): DayNumber => {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA + dayOfEra - BEFORE_1970;
};

const civilOf = (number: DayNumber): Civil => {
  const shiftedNumber = number + BEFORE_1970;
  const era = Math.floor(shiftedNumber / ERA);
  const dayOfEra = shiftedNumber - era * ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
};

/** @throws RangeError for text that is no date at all; whether the day exists is checked at the edge. */
export const dayNumber = (day: BusinessDate): DayNumber => {
  const number = numberOf({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) });
  if (day.length !== 10 || !Number.isInteger(number)) throw new RangeError(`not a business date: ${day}`);
  return number;
};

/** Writing a date costs more than all the arithmetic of a clock, and the days of a caseload are few. */
const written = new Map<DayNumber, BusinessDate>();
const padded = (n: number, width: number): string => String(n).padStart(width, '0');

export const businessDate = (number: DayNumber): BusinessDate => {
  const known = written.get(number);
  if (known !== undefined) return known;
  const { year, month, day } = civilOf(number);
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  written.set(number, date);
  return date;
};

export const yearOfNumber = (number: DayNumber): number => civilOf(number).year;

export const firstOfYear = (year: number): DayNumber => numberOf({ year, month: 1, day: 1 });

/** Saturday or Sunday; day 0 was a Thursday. */
export const isWeekend = (number: DayNumber): boolean => (((number + 3) % 7) + 7) % 7 >= 5;

/** The same day number n months on (or back), or the last day of that month (CL-01). */
export const monthsLater = (number: DayNumber, months: number): DayNumber => {
  const { year, month, day } = civilOf(number);
  const index = year * 12 + month - 1 + months;
  const first = (at: number): DayNumber => numberOf({ year: Math.floor(at / 12), month: (at % 12) + 1, day: 1 });
  return Math.min(first(index) + day - 1, first(index + 1) - 1);
};
