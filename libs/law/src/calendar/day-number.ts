import type { BusinessDate } from '@perspectief/kernel';

const DAY_MS = 86_400_000;

/** Days since 1 January 1970. Terms are computed on these: whole numbers, no time zone, no objects. */
export type DayNumber = number;

/** @throws RangeError for text that is no date at all; whether the day exists is checked at the edge. */
export const dayNumber = (day: BusinessDate): DayNumber => {
  const number = Date.parse(day) / DAY_MS;
  if (!Number.isInteger(number)) throw new RangeError(`not a business date: ${day}`);
  return number;
};

export const businessDate = (number: DayNumber): BusinessDate => new Date(number * DAY_MS).toISOString().slice(0, 10);

export const yearOfNumber = (number: DayNumber): number => new Date(number * DAY_MS).getUTCFullYear();

export const firstOfYear = (year: number): DayNumber => Date.UTC(year, 0, 1) / DAY_MS;

/** Saturday or Sunday; day 0 was a Thursday. */
export const isWeekend = (number: DayNumber): boolean => (((number + 3) % 7) + 7) % 7 >= 5;

/** The same day number n months on (or back), or the last day of that month (CL-01). */
export const monthsLater = (number: DayNumber, months: number): DayNumber => {
  const date = new Date(number * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = Date.UTC(year, month + 1, 0) / DAY_MS;
  return Math.min(Date.UTC(year, month, date.getUTCDate()) / DAY_MS, lastOfMonth);
};
