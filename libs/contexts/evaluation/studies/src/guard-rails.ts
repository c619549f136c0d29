import type { Rule } from '@perspectief/kernel';
import { trajectoryEvents } from '@perspectief/trajectory-domain';
import type { Condition, StudyCard } from './card.js';
import { causalWordsIn } from './wording.js';
import type { StudyRefusal } from './refusals.js';

type Objection = Rule<StudyRefusal>;

const isSaid = (text: string): boolean => text.trim().length > 0;
const isWhole = ({ kind, event, attribute, values }: Condition): boolean =>
  kind === 'happened' ? event !== undefined && isSaid(event) : attribute !== undefined && values !== undefined && values.length > 0;

/** What must be on a card before anybody can agree with it; names the first field that is missing. */
export const isComplete = (card: StudyCard): Objection => {
  const { question, purpose, legalBasis, municipalities = ['own'], eligibility, arms, timeZero, outcome, followUpDays, censoring, analysis } = card;
  const wanted: readonly (readonly [field: string, there: boolean])[] = [
    ['question', isSaid(question)], ['purpose', isSaid(purpose)], ['legalBasis', isSaid(legalBasis)],
    ['municipalities', municipalities.length > 0 && municipalities.every(isSaid)], ['eligibility', eligibility.every(isWhole)],
    ['arms', arms.length >= 2 && arms.every(({ when }) => when.every(isWhole)) && new Set(arms.map(({ name }) => name)).size === arms.length],
    ['timeZero', isSaid(timeZero.event)], ['outcome', isSaid(outcome.event)], ['followUpDays', followUpDays > 0],
    ['censoring', censoring.length > 0], ['analysis', analysis.length > 0],
  ];
  const missing = wanted.find(([, there]) => !there);
  return missing && { code: 'CARD_INCOMPLETE', field: missing[0] };
};

const known: ReadonlySet<string> = new Set(Object.keys(trajectoryEvents));

/** A name that no event has is true of nobody: the study would come out empty, or without an outcome, and say so too late. */
export const namesEvents = ({ timeZero, outcome, eligibility, arms }: StudyCard): Objection => {
  const conditions = (field: string, all: readonly Condition[]) => all.map(({ kind, event }) => [field, kind === 'happened' ? event : undefined] as const);
  const named = [['timeZero', timeZero.event], ['outcome', outcome.event], ...conditions('eligibility', eligibility), ...conditions('arms', arms.flatMap(({ when }) => when))] as const;
  const unknown = named.find(([, event]) => event !== undefined && !known.has(event));
  return unknown && { code: 'UNKNOWN_EVENT', field: unknown[0] };
};

const looksAhead = ({ kind, from, to }: Condition): boolean =>
  kind === 'happened' && (Number(to ?? 0) > 0 || Number(from ?? -1) > 0);

/** Who is in may hang only on what was there at time zero: else only those are in who lived to see it (immortal time). */
export const eligibilityLooksBack = ({ eligibility }: StudyCard): Objection =>
  eligibility.some(looksAhead) && { code: 'LOOKS_AHEAD', field: 'eligibility' };

/** An arm that is defined by what was done later ("completed the plan") is no arm at time zero. */
export const armsLookBack = ({ arms }: StudyCard): Objection =>
  arms.some(({ when }) => when.some(looksAhead)) && { code: 'ARM_DEFINED_LATER', field: 'arms' };

/** What defines an arm, or who is in, cannot be the outcome too. */
export const outcomeIsApart = ({ outcome, timeZero, eligibility, arms }: StudyCard): Objection => {
  const conditions = [...eligibility, ...arms.flatMap(({ when }) => when)];
  const events = [timeZero.event, ...conditions.flatMap(({ event, not }) => (event === undefined || not ? [] : [event]))];
  return events.includes(outcome.event) && { code: 'OUTCOME_IN_DEFINITION', field: 'outcome' };
};

/** Figures from a study like this say how groups differ, not why. */
export const saysNoCause = (texts: readonly string[]): Objection =>
  texts.some((text) => causalWordsIn(text).length > 0) && { code: 'CAUSAL_WORDING', field: 'texts' };
