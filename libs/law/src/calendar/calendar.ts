import { yearOf, type BusinessDate } from '@perspectief/kernel';
import { businessDate, dayNumber, firstOfYear, isWeekend, yearOfNumber, type DayNumber } from './day-number.js';
import type { EquatedDay } from './equated-days.js';
import { holidaysOf } from './holidays.js';

/** Which days count; asked thousands of times a second, hence on day numbers. */
export interface Calendar {
  /** Not a Saturday, Sunday or holiday (CL-09). A day equated by decree is still a working day. */
  isWorking(day: DayNumber): boolean;
  /** A working day that no decree equates with a holiday: a term may end on it (CL-02, CL-05). */
  mayEndTerm(day: DayNumber): boolean;
}

/** A margin around the years 1900 to 2199 that the platform accepts, for terms that run over the edge. */
const FIRST_YEAR = 1890;
const LAST_YEAR = 2310;
const FIRST = firstOfYear(FIRST_YEAR);
const SIZE = firstOfYear(LAST_YEAR + 1) - FIRST;

const WORKING = 1;
const EQUATED = 2;
const FREE = 3;

const mark = (kinds: Uint8Array, day: BusinessDate, kind: number): void => {
  const index = dayNumber(day) - FIRST;
  kinds[index] = Math.max(kinds[index] ?? FREE, kind);
};

const fillYear = (kinds: Uint8Array, year: number, equated: readonly EquatedDay[]): void => {
  for (let day = firstOfYear(year); day < firstOfYear(year + 1); day += 1) kinds[day - FIRST] = isWeekend(day) ? FREE : WORKING;
  for (const { day } of holidaysOf(year)) mark(kinds, day, FREE);
  for (const { day } of equated) if (yearOf(day) === year) mark(kinds, day, EQUATED);
};

/** One byte a day; a year is filled in when somebody first asks about it, for the library takes milliseconds over it. */
export const calendarWith = (equated: readonly EquatedDay[]): Calendar => {
  const kinds = new Uint8Array(SIZE);
  const kindOf = (day: DayNumber): number => {
    const known = kinds[day - FIRST];
    if (known) return known;
    if (known === undefined) throw new RangeError(`the calendar runs from ${FIRST_YEAR} to ${LAST_YEAR}`);
    fillYear(kinds, yearOfNumber(day), equated);
    return kinds[day - FIRST] ?? FREE;
  };
  return {
    isWorking: (day) => kindOf(day) !== FREE,
    mayEndTerm: (day) => kindOf(day) === WORKING,
  };
};

/**
 * The calendar of Dutch law. Days that a royal decree equates with a holiday stay out until a jurist has confirmed the
 * table: a date shown too early costs a day of work, one shown too late costs the household its right.
 */
export const dutchCalendar: Calendar = calendarWith([]);

/** The n-th working day after the day, which itself does not count; before it when n is negative; the day itself for 0. */
export const workingDaysLater = (calendar: Calendar, day: DayNumber, n: number): DayNumber => {
  const step = n < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(n); left > 0; ) {
    reached += step;
    if (calendar.isWorking(reached)) left -= 1;
  }
  return reached;
};

/** The day itself or the first one after it on which a term may end (CL-02). */
export const shifted = (calendar: Calendar, day: DayNumber): DayNumber => {
  let end = day;
  while (!calendar.mayEndTerm(end)) end += 1;
  return end;
};

/** The day itself or the last working day before it. */
export const workingDayOnOrBefore = (calendar: Calendar, day: DayNumber): DayNumber => {
  let target = day;
  while (!calendar.isWorking(target)) target -= 1;
  return target;
};

export const isWorkingDay = (day: BusinessDate, calendar = dutchCalendar): boolean => calendar.isWorking(dayNumber(day));

/** The n-th working day after the day of the event, which does not count (CL-01, CL-09). */
export const addWorkingDays = (day: BusinessDate, n: number, calendar = dutchCalendar): BusinessDate =>
  businessDate(workingDaysLater(calendar, dayNumber(day), n));

/** The first working day after the day. */
export const nextWorkingDay = (day: BusinessDate, calendar = dutchCalendar): BusinessDate => addWorkingDays(day, 1, calendar);
