import type { BusinessDate, Domain } from '@perspectief/kernel';
import { dutchCalendar, shifted, type Calendar } from '../calendar/calendar.js';
import { businessDate, dayNumber, type DayNumber } from '../calendar/day-number.js';
import { atwLimitsOn, countedEnd, endOfTerm, isExempt, targetBefore, type Limit, type TermEnd } from '../calendar/term.js';
import { dutchLaw, type Law } from '../parameters/law.js';
import type { LawParameter } from '../parameters/catalogue.js';
import type { Bilingual, Confidence, TermUnit } from '../parameters/parameter.js';
import { explain } from './explanation.js';
import { clockRules, type ClockRule, type ClockRuleName, type Duty } from './rules.js';
import { movedBy, standstillsOf, type Moved, type Standstill, type Suspension } from './standing-still.js';

/** AW-01: a later last day that was told before the term ended. */
export interface Extension {
  readonly newDue: BusinessDate;
  /** The day it was told; days that the clock stands after it come on top of the new last day. */
  readonly toldOn?: BusinessDate;
}

/** What is known of one clock on the day `asOf`. */
export interface ClockFacts {
  readonly rule: ClockRuleName;
  /** Needed where a rule runs under several laws, as `awb-decision` does; elsewhere the rule's own. */
  readonly law?: Domain;
  /** The day of the event that starts it, which itself does not count. */
  readonly startedOn: BusinessDate;
  readonly suspensions?: readonly Suspension[];
  readonly extension?: Extension;
  readonly metOn?: BusinessDate;
  readonly asOf: BusinessDate;
}

export type ClockState = 'running' | 'suspended' | 'met' | 'met-late' | 'breached';

/** A clock as a page shows it. Plain JSON. */
export interface Clock {
  readonly rule: ClockRuleName;
  readonly law: Domain;
  readonly article: string;
  readonly confidence: Confidence;
  readonly parameterVersion: string;
  readonly duty: Duty;
  readonly startedOn: BusinessDate;
  readonly limit: Limit;
  readonly suspendedDays: number;
  readonly suspensions: readonly (Suspension & { readonly days: number })[];
  /** The last day as it was before anything stood still or was extended. */
  readonly baseDue: BusinessDate;
  /** The last day. While `provisional`, the one that follows if the clock ran again on `asOf`. */
  readonly due: BusinessDate;
  readonly provisional: boolean;
  readonly extendedTo?: BusinessDate;
  /** The day on which we want to be done (CL-10). */
  readonly workTarget: BusinessDate;
  readonly reminderOn?: BusinessDate;
  /** Whether days tick away on `asOf`: not met and not standing still. A breached clock ticks on. */
  readonly running: boolean;
  readonly state: ClockState;
  readonly metOn?: BusinessDate;
  /** Calendar days to the last day, negative once past it; absent when met. */
  readonly daysLeft?: number;
  readonly explanation: Bilingual;
}

export interface ClockContext {
  readonly law?: Law;
  readonly calendar?: Calendar;
}

/** A clock on day numbers, between counting and showing. */
interface Reckoning {
  readonly start: DayNumber;
  readonly asOf: DayNumber;
  readonly metOn?: DayNumber;
  readonly base: TermEnd;
  readonly moved: Moved;
  readonly final: TermEnd;
  readonly standstills: readonly Standstill[];
}

const termOf = (rule: ClockRule, name: ClockRuleName, law?: Domain): readonly [Domain, LawParameter['key']] => {
  const entries = Object.entries(rule.terms) as [Domain, LawParameter['key']][];
  const found = entries.find(([of]) => of === law) ?? entries[0];
  if (!found) throw new RangeError(`no term for ${name}`);
  return found;
};

const finalEnd = (facts: ClockFacts, standstills: readonly Standstill[], moved: Moved, shift: (end: DayNumber) => DayNumber): TermEnd => {
  if (!facts.extension) return moved;
  const told = dayNumber(facts.extension.newDue);
  const after = facts.extension.toldOn === undefined ? told : dayNumber(facts.extension.toldOn);
  const extended = movedBy(standstills, after, { end: told, due: told }, shift);
  return extended.due > moved.due ? extended : moved;
};

const reckon = (facts: ClockFacts, parameter: LawParameter, limit: Limit, law: Law, calendar: Calendar): Reckoning => {
  const start = dayNumber(facts.startedOn);
  const asOf = dayNumber(facts.asOf);
  const met = facts.metOn !== undefined && facts.metOn <= facts.asOf ? dayNumber(facts.metOn) : undefined;
  const limits = atwLimitsOn(law, facts.startedOn);
  const base = endOfTerm(start, limit, parameter.atwApplies, limits, calendar);
  const moves = parameter.atwApplies && !isExempt(limit, limits);
  const shift = (end: DayNumber): DayNumber => (moves ? shifted(calendar, end) : end);
  const standstills = facts.suspensions?.length ? standstillsOf(facts.suspensions, asOf, met) : [];
  const moved = movedBy(standstills, start, base, shift);
  return { start, asOf, metOn: met, base, moved, final: finalEnd(facts, standstills, moved, shift), standstills };
};

/** Standing still on `asOf`; from the day of the request, although days count from the next. */
const standing = ({ metOn, asOf, final, standstills }: Reckoning): Suspension | undefined => {
  if (metOn !== undefined) return undefined;
  return standstills.find(
    ({ of, first }) => first - 1 <= asOf && first <= final.due && (of.until === undefined || asOf < dayNumber(of.until)),
  )?.of;
};

const stateOf = ({ metOn, asOf, final }: Reckoning, stands: boolean): ClockState => {
  if (metOn !== undefined) return metOn <= final.due ? 'met' : 'met-late';
  if (stands) return 'suspended';
  return asOf > final.due ? 'breached' : 'running';
};

const reminderOf = (rule: ClockRule, facts: ClockFacts, law: Law, calendar: Calendar): BusinessDate | undefined => {
  if (!rule.reminder) return undefined;
  const { value, unit } = law.parameter(rule.reminder, facts.startedOn);
  return businessDate(countedEnd(dayNumber(facts.startedOn), { n: value, unit: unit as TermUnit }, calendar));
};

/** What only decisions know is left out for other clocks: they do not stand still. */
const factsFor = (rule: ClockRule, facts: ClockFacts): ClockFacts =>
  rule.decision ? facts : { ...facts, suspensions: undefined, extension: undefined };

/** A statutory clock by the rules that held on the day it started. Pure: the same facts give the same clock. */
export const computeClock = (given: ClockFacts, { law = dutchLaw, calendar = dutchCalendar }: ClockContext = {}): Clock => {
  const rule: ClockRule = clockRules[given.rule];
  const facts = factsFor(rule, given);
  const [domain, key] = termOf(rule, facts.rule, facts.law);
  const parameter = law.parameter(key, facts.startedOn);
  const limit: Limit = { n: parameter.value, unit: parameter.unit as TermUnit };
  const reckoning = reckon(facts, parameter, limit, law, calendar);
  const { start, asOf, metOn, base, moved, final } = reckoning;
  const stands = standing(reckoning);
  const state = stateOf(reckoning, stands !== undefined);
  const margin = law.parameter('work-target-margin', facts.startedOn).value;
  const clock = {
    rule: facts.rule,
    law: domain,
    article: parameter.article,
    confidence: parameter.confidence,
    parameterVersion: parameter.version,
    duty: rule.duty,
    startedOn: facts.startedOn,
    limit,
    suspendedDays: moved.days,
    suspensions: moved.each.map(({ of, days }) => ({ ...of, days })),
    baseDue: businessDate(base.due),
    due: businessDate(final.due),
    provisional: stands !== undefined && stands.until === undefined,
    extendedTo: final === moved ? undefined : facts.extension?.newDue,
    workTarget: businessDate(targetBefore(start, final, margin, calendar)),
    reminderOn: reminderOf(rule, facts, law, calendar),
    running: state === 'running' || state === 'breached',
    state,
    metOn: metOn === undefined ? undefined : facts.metOn,
    daysLeft: metOn === undefined ? final.due - asOf : undefined,
  };
  return { ...clock, explanation: explain(clock, { what: rule.what, counted: businessDate(base.end), stands, asOf: facts.asOf }) };
};
