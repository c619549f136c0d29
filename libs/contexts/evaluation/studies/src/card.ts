import { field } from '@perspectief/kernel';

const { code, count, flag, listOf, oneOf, record, text } = field;

/** What is known of a case before anything is compared. */
export const baselineAttributes = ['area', 'source', 'municipality', 'year'] as const;
export type BaselineAttribute = (typeof baselineAttributes)[number];

/**
 * Something that is true of a case or not. `happened`: an event of a type, within days counted from time zero (0 is that day;
 * without `from`, ever before). `attribute`: one of the values. `not` turns it round.
 */
const condition = record({
  kind: oneOf(['happened', 'attribute']),
  event: code.optional(),
  attribute: oneOf(baselineAttributes).optional(),
  values: listOf(code).optional(),
  from: field.text.regex(/^-?\d{1,5}$/).optional().describe('whole days from time zero, negative before it'),
  to: field.text.regex(/^-?\d{1,5}$/).optional().describe('whole days from time zero; without it, time zero itself'),
  not: flag.optional(),
});

/** A target trial (Hernan and others, 2016), written down before anybody looks at data. */
export const studyCard = record({
  question: text,
  municipalities: listOf(code).optional().describe('whose cases are looked at; without it, those of the municipality that drafted the study'),
  purpose: text,
  legalBasis: text,
  eligibility: listOf(condition),
  /** Two or more ways that are compared; who fits none is left out, who fits several is in the first. */
  arms: listOf(record({ name: code, when: listOf(condition) })),
  timeZero: record({ event: code }).describe('eligibility and assignment are looked at on the day of its first happening'),
  outcome: record({ event: code, says: text }),
  followUpDays: count,
  /** Why observation may end before the outcome, and whether that may hang together with it. */
  censoring: listOf(record({ reason: code, informative: flag })),
  competing: listOf(code),
  contrast: oneOf(['intention-to-treat', 'per-protocol']),
  analysis: listOf(oneOf(['kaplan-meier', 'log-rank', 'stratified-log-rank', 'restricted-mean', 'cumulative-incidence', 'counts'])),
  subgroups: listOf(oneOf(baselineAttributes)),
});

export type StudyCard = ReturnType<(typeof studyCard)['parse']>;
export type Condition = StudyCard['eligibility'][number];
