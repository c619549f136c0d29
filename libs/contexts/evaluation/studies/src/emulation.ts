import { addDays, dayOf, dayOfMoment, daysBetween, toInstant, yearOf, type BusinessDate, type Recorded } from '@perspectief/kernel';
import type { BaselineAttribute, Condition, StudyCard } from './card.js';

/** How a case enters the study, or why it does not. */
export type Enrolment =
  | { readonly enrolled: true; readonly arm: string; readonly timeZero: BusinessDate; readonly prevalent: boolean }
  | { readonly enrolled: false; readonly because: 'no time zero' | 'not eligible' | 'in no arm' };

/** A case whose time zero was written down later than this was brought in from elsewhere: it is marked, not quietly treated as followed. */
const PREVALENT_AFTER_DAYS = 7;

const endOf = (day: BusinessDate): string => toInstant(`${day}T23:59:59.999`);

interface Baseline {
  readonly facts: readonly Recorded[];
  readonly timeZero: BusinessDate;
}

const attributeOf = ({ facts, timeZero }: Baseline, attribute: BaselineAttribute): string | undefined => {
  const [first] = facts;
  if (attribute === 'year') return String(yearOf(timeZero));
  if (attribute === 'municipality') return first?.municipality;
  const value = (first?.data as Readonly<Record<string, unknown>> | undefined)?.[attribute];
  return typeof value === 'string' ? value : undefined;
};

const happened = ({ event, from, to }: Condition, { facts, timeZero }: Baseline): boolean => {
  const last = addDays(timeZero, Math.min(0, Number(to ?? 0)));
  const first = from === undefined ? undefined : addDays(timeZero, Number(from));
  return facts.some(({ type, happenedOn }) => type === event && dayOf(happenedOn) <= last && (first === undefined || dayOf(happenedOn) >= first));
};

const holds = (condition: Condition, baseline: Baseline): boolean => {
  const value = condition.attribute && attributeOf(baseline, condition.attribute);
  const is = condition.kind === 'happened' ? happened(condition, baseline) : value !== undefined && (condition.values ?? []).includes(value);
  return is !== Boolean(condition.not);
};

/** Whether a case is of a municipality that the study looks at: others are not in it, and not counted. */
export const isLookedAt = (facts: readonly Recorded[], { municipalities = [] }: StudyCard): boolean => municipalities.includes(facts[0]?.municipality ?? '');

/**
 * Puts one case into the study. Only facts that had happened, and were on record, by the end of the day of time zero are looked at,
 * and the fact that is time zero itself: what was written down later, also with an earlier date, changes neither who is in nor the arm.
 */
export const enrol = (facts: readonly Recorded[], { timeZero: { event }, eligibility, arms }: StudyCard): Enrolment => {
  const zero = facts.filter(({ type }) => type === event).sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))[0];
  if (!zero) return { enrolled: false, because: 'no time zero' };
  const timeZero = dayOf(zero.happenedOn);
  const known = endOf(timeZero);
  const baseline = { facts: facts.filter((one) => one === zero || (one.recordedAt <= known && dayOf(one.happenedOn) <= timeZero)), timeZero };
  if (!eligibility.every((condition) => holds(condition, baseline))) return { enrolled: false, because: 'not eligible' };
  const arm = arms.find(({ when }) => when.every((condition) => holds(condition, baseline)));
  if (!arm) return { enrolled: false, because: 'in no arm' };
  const prevalent = daysBetween(timeZero, dayOfMoment(zero.recordedAt)) > PREVALENT_AFTER_DAYS;
  return { enrolled: true, arm: arm.name, timeZero, prevalent };
};
