import type { Domain } from '@perspectief/kernel';
import { dutchCalendar, type Calendar } from '../calendar/calendar.js';
import { businessDate } from '../calendar/day-number.js';
import { countedEnd, targetBefore, type Limit } from '../calendar/term.js';
import { dutchLaw, type Law } from '../parameters/law.js';
import type { LawParameter, ParameterKey } from '../parameters/catalogue.js';
import type { TermUnit } from '../parameters/parameter.js';
import type { BareClock, Clock, ClockFacts } from './clock.js';
import { explain, type Grounds } from './explanation.js';
import { reckon, standsFor, stateOf, type Reckoning } from './reckoning.js';
import { clockRules, type ClockRule } from './rules.js';

/** Without these, Dutch law as enacted. */
export interface ClockContext {
  readonly law?: Law;
  readonly calendar?: Calendar;
}

const termOf = (rule: ClockRule, law?: Domain): readonly [Domain, ParameterKey] => {
  const terms = Object.entries(rule.terms) as [Domain, ParameterKey][];
  const [first] = terms;
  if (!first) throw new RangeError('a clock rule without a term');
  return terms.find(([of]) => of === law) ?? first;
};

/** A term of the catalogue that clocks count by is always in a unit of time (a test over all rules). */
const limitOf = ({ value, unit }: LawParameter): Limit => ({ n: value, unit: unit as TermUnit });

/** Clocks for anything but a decision never stand still. */
const factsFor = (rule: ClockRule, facts: ClockFacts): ClockFacts =>
  rule.decision || !(facts.suspensions ?? facts.extension) ? facts : { ...facts, suspensions: undefined, extension: undefined };

const reminderOf = (rule: ClockRule, { startedOn }: ClockFacts, { start }: Reckoning, law: Law, calendar: Calendar) =>
  rule.reminder && businessDate(countedEnd(start, limitOf(law.parameter(rule.reminder, startedOn)), calendar));

/** The dates and the state that a reckoning comes to. */
const outcomeOf = (reckoning: Reckoning, facts: ClockFacts, margin: number, calendar: Calendar) => {
  const { start, asOf, metOn, base, final, standstills } = reckoning;
  const stands = standsFor(reckoning);
  const state = stateOf(reckoning, stands !== undefined);
  return {
    suspendedDays: final.counted.reduce((sum, days) => sum + days, 0),
    suspensions: standstills.map(({ of }, index) => ({ ...of, days: final.counted[index] ?? 0 })),
    baseDue: businessDate(base.due),
    due: businessDate(final.due),
    provisional: stands !== undefined && stands.until === undefined,
    extendedTo: facts.extension?.newDue,
    workTarget: businessDate(targetBefore(start, final, margin, calendar)),
    running: state === 'running' || state === 'breached',
    state,
    metOn: metOn === undefined ? undefined : facts.metOn,
    daysLeft: metOn === undefined ? final.due - asOf : undefined,
    stands,
  };
};

const counted = (given: ClockFacts, { law = dutchLaw, calendar = dutchCalendar }: ClockContext): { readonly clock: BareClock; readonly grounds: Grounds } => {
  const rule: ClockRule = clockRules[given.rule];
  const facts = factsFor(rule, given);
  const [domain, key] = termOf(rule, facts.law);
  const parameter = law.parameter(key, facts.startedOn);
  const limit = limitOf(parameter);
  const reckoning = reckon(facts, { limit, atwApplies: parameter.atwApplies, law, calendar });
  const margin = law.parameter('work-target-margin', facts.startedOn).value;
  const { stands, ...outcome } = outcomeOf(reckoning, facts, margin, calendar);
  const { article, confidence, version: parameterVersion, inForce } = parameter;
  const reminderOn = reminderOf(rule, facts, reckoning, law, calendar);
  const { rule: name, startedOn, asOf } = facts;
  const clock = { rule: name, law: domain, article, confidence, parameterVersion, duty: rule.duty, startedOn, limit, reminderOn, ...outcome };
  return { clock, grounds: { what: rule.what, counted: businessDate(reckoning.base.end), moves: reckoning.moves, stands, asOf, inForce } };
};

/** A statutory clock by the rules that held on the day it started. Pure: the same facts give the same clock. */
export const computeClock = (given: ClockFacts, context: ClockContext = {}): Clock => {
  const { clock, grounds } = counted(given, context);
  return { ...clock, explanation: explain(clock, grounds) };
};

/** The same, without the sentences: for whoever counts many and shows none. */
export const bareClock = (given: ClockFacts, context: ClockContext = {}): BareClock => counted(given, context).clock;
