import type { Calendar } from '../calendar/calendar.js';
import { shifted } from '../calendar/calendar.js';
import { dayNumber, type DayNumber } from '../calendar/day-number.js';
import { atwLimitsOn, endOfTerm, isExempt, type Limit, type TermEnd } from '../calendar/term.js';
import type { Law } from '../parameters/law.js';
import type { ClockFacts, ClockState, Extension } from './clock.js';
import { movedBy, standstillsOf, type Moved, type Standstill, type Suspension } from './standing-still.js';

/** The term of a clock: how long, whether the Atw moves it, and by which law and calendar. */
export interface CountedTerm {
  readonly limit: Limit;
  readonly atwApplies: boolean;
  readonly law: Law;
  readonly calendar: Calendar;
}

/** A clock on day numbers, between counting and showing. */
export interface Reckoning {
  readonly start: DayNumber;
  readonly asOf: DayNumber;
  /** Only when met on or before `asOf`. */
  readonly metOn: DayNumber | undefined;
  /** Whether a weekend or holiday moves the end. */
  readonly moves: boolean;
  readonly base: TermEnd;
  readonly final: Moved;
  readonly standstills: readonly Standstill[];
}

/** AW-01: an extension counts from the day told, and never makes a term shorter. */
const extended = (
  moved: Moved,
  { newDue, toldOn }: Extension,
  standstills: readonly Standstill[],
  shift: (end: DayNumber) => DayNumber,
): Moved => {
  const told = dayNumber(newDue);
  const later = movedBy(standstills, toldOn === undefined ? told : dayNumber(toldOn), { end: told, due: told }, shift);
  if (later.due <= moved.due) return moved;
  return { ...later, counted: later.counted.map((days, index) => Math.max(days, moved.counted[index] ?? 0)) };
};

export const reckon = (facts: ClockFacts, { limit, atwApplies, law, calendar }: CountedTerm): Reckoning => {
  const start = dayNumber(facts.startedOn);
  const asOf = dayNumber(facts.asOf);
  const metOn = facts.metOn !== undefined && facts.metOn <= facts.asOf ? dayNumber(facts.metOn) : undefined;
  const limits = atwLimitsOn(law, facts.startedOn);
  const moves = atwApplies && !isExempt(limit, limits);
  const shift = (end: DayNumber): DayNumber => (moves ? shifted(calendar, end) : end);
  const base = endOfTerm(start, limit, atwApplies, limits, calendar);
  const standstills = standstillsOf(facts.suspensions ?? [], asOf, metOn);
  const moved = movedBy(standstills, start, base, shift);
  const final = facts.extension ? extended(moved, facts.extension, standstills, shift) : moved;
  return { start, asOf, metOn, moves, base, final, standstills };
};

/** What the clock stands still for on `asOf`: from the day of the request, although days count from the next. */
export const standsFor = ({ metOn, asOf, final, standstills }: Reckoning): Suspension | undefined =>
  metOn !== undefined
    ? undefined
    : standstills.find(
        ({ of, first }) => first - 1 <= asOf && first <= final.due && (of.until === undefined || asOf < dayNumber(of.until)),
      )?.of;

export const stateOf = ({ metOn, asOf, final }: Reckoning, stands: boolean): ClockState => {
  if (metOn !== undefined) return metOn <= final.due ? 'met' : 'met-late';
  if (stands) return 'suspended';
  return asOf > final.due ? 'breached' : 'running';
};
