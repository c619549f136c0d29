import type { BusinessDate } from '@perspectief/kernel';
import { dutchLaw, type Law } from '../parameters/law.js';
import type { TermUnit } from '../parameters/parameter.js';
import { dutchCalendar, shifted, workingDayOnOrBefore, workingDaysLater, type Calendar } from './calendar.js';
import { businessDate, dayNumber, monthsLater, type DayNumber } from './day-number.js';

/** A number of one unit. */
export interface Limit {
  readonly n: number;
  readonly unit: TermUnit;
}

/** `{ weeks: 4 }`, `{ workingDays: 3 }` and so on. */
export type Term = { [U in TermUnit]: { readonly [only in U]: number } }[TermUnit];

/** What the Algemene termijnenwet itself says in numbers (Atw 2 and 4). */
export interface AtwLimits {
  readonly stretchFrom: number;
  readonly stretchTo: number;
  readonly longest: Readonly<Partial<Record<TermUnit, number>>>;
}

export interface TermOptions {
  /** Off for terms of ordinances, covenants and contracts, unless their text says otherwise (CL-08). */
  readonly atwApplies: boolean;
  readonly calendar?: Calendar;
  readonly law?: Law;
}

/** A term's last day as counted, and where the law moves it to. */
export interface TermEnd {
  /** The counted end, stretched where Atw 2 asks for it, not yet moved off a weekend or holiday. */
  readonly end: DayNumber;
  readonly due: DayNumber;
}

export const atwLimitsOn = (law: Law, day: BusinessDate): AtwLimits => {
  const value = law.on(day).value;
  return {
    stretchFrom: value('atw-stretch-from'),
    stretchTo: value('atw-stretch-to'),
    longest: {
      days: value('atw-longest-in-days'),
      weeks: value('atw-longest-in-weeks'),
      months: value('atw-longest-in-months'),
    },
  };
};

/** Terms in hours or years, and long ones, end where they end (CL-07, Atw 4 sub a). Working days never run that long. */
export const isExempt = ({ n, unit }: Limit, limits: AtwLimits): boolean => {
  if (unit === 'workingDays') return false;
  const longest = limits.longest[unit];
  return longest === undefined || n > longest;
};

/** Counted from the day after the start (CL-01); hours in whole days, since a business date has no hours. Negative n counts back. */
export const countedEnd = (start: DayNumber, { n, unit }: Limit, calendar: Calendar): DayNumber => {
  switch (unit) {
    case 'hours': return start + Math.trunc(n / 24);
    case 'days': return start + n;
    case 'workingDays': return workingDaysLater(calendar, start, n);
    case 'weeks': return start + 7 * n;
    case 'months': return monthsLater(start, n);
    case 'years': return monthsLater(start, 12 * n);
  }
};

/** CL-04: until the term holds enough days that are no weekend or holiday. */
const stretched = (start: DayNumber, end: DayNumber, limits: AtwLimits, calendar: Calendar): DayNumber => {
  if (end - start < limits.stretchFrom) return end;
  let missing = limits.stretchTo;
  let day = start;
  while (missing > 0) {
    day += 1;
    if (calendar.mayEndTerm(day)) missing -= 1;
  }
  return Math.max(day, end);
};

/** The arithmetic of `termEnd` on day numbers. */
export const endOfTerm = (start: DayNumber, limit: Limit, atwApplies: boolean, limits: AtwLimits, calendar: Calendar): TermEnd => {
  const counted = countedEnd(start, limit, calendar);
  if (!atwApplies || isExempt(limit, limits)) return { end: counted, due: counted };
  const end = limit.unit === 'workingDays' ? counted : stretched(start, counted, limits, calendar);
  return { end, due: shifted(calendar, end) };
};

export const limitOf = (term: Term): Limit => {
  const [[unit, n]] = Object.entries(term) as [[TermUnit, number]];
  return { n, unit };
};

/** The last day of a term (CL-01 to CL-08). The day of the event does not count; the last day does. */
export const termEnd = (start: BusinessDate, term: Term, options: TermOptions): BusinessDate => {
  const { atwApplies, calendar = dutchCalendar, law = dutchLaw } = options;
  return businessDate(endOfTerm(dayNumber(start), limitOf(term), atwApplies, atwLimitsOn(law, start), calendar).due);
};

/** The day a term lies before a date: counted backwards, a term never moves (CL-03, Atw 1 lid 2). */
export const termBefore = (date: BusinessDate, term: Term, calendar = dutchCalendar): BusinessDate => {
  const { n, unit } = limitOf(term);
  return businessDate(countedEnd(dayNumber(date), { n: -n, unit }, calendar));
};

/** CL-10: the working day on or before the counted end, less a margin in working days, but not before work can start. */
export const targetBefore = (start: DayNumber, { end, due }: TermEnd, margin: number, calendar: Calendar): DayNumber => {
  const target = workingDaysLater(calendar, workingDayOnOrBefore(calendar, end), -margin);
  return Math.min(due, Math.max(target, workingDaysLater(calendar, start, 1)));
};

/** The day on which we want to be done: an internal date beside the legal one (CL-10). */
export const workTarget = (start: BusinessDate, term: Term, options: TermOptions & { readonly margin?: number }): BusinessDate => {
  const { atwApplies, calendar = dutchCalendar, law = dutchLaw } = options;
  const margin = options.margin ?? law.on(start).value('work-target-margin');
  const from = dayNumber(start);
  return businessDate(targetBefore(from, endOfTerm(from, limitOf(term), atwApplies, atwLimitsOn(law, start), calendar), margin, calendar));
};
