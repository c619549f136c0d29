import { event, field, type EventOf } from '@perspectief/kernel';
import { studyCard } from './card.js';

const { id, code, count, day, listOf, oneOf, record, text } = field;

/** A version of the card, and the digest of exactly that card. */
const version = { version: count, hash: code };

/** What a release shows: who was in (attrition), how arms lay apart before (balance), or what came of it (outcome). */
export const releaseKinds = ['attrition', 'balance', 'outcome'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** Event-level data inside a secured environment, or figures that may leave it. */
export const products = ['controlled-microdata', 'safe-aggregates'] as const;
export type Product = (typeof products)[number];

export const studyEvents = {
  StudyDrafted: event('Somebody wrote down what is to be compared, before looking.', { studyId: id, ...version, card: studyCard, draftedBy: text }),
  StudyApproved: event('A second person agreed with this version of the card.', { ...version, approvedBy: text }),
  CohortFrozen: event('Who is in the study was fixed, at one place of the log.', {
    cohortId: id, ...version, position: code, cutOn: day,
    /** Digest over the pseudonyms of all who are in, in order: the list itself is kept apart. */
    members: code,
    arms: listOf(record({ name: code, size: count })),
    prevalent: count.describe('cases that were brought in later than they began'),
  }),
  DatasetCut: event('A data set was written from a frozen cohort.', {
    datasetId: id, cohortId: id, position: code,
    files: listOf(record({ path: code, digest: code })).describe('logical digests: over rows, not bytes'),
    withdrawn: count.describe('households absent since the cohort was frozen: erased, or restricted'),
    expiresOn: day,
    replaces: id.optional(),
  }),
  ReleaseMade: event('Something of the study was released.', { releaseId: id, cohortId: id, product: oneOf(products), kind: oneOf(releaseKinds), report: code }),
  ReleaseRefused: event('Something would have shown too much, and was not released.', {
    releaseId: id, cohortId: id, product: oneOf(products), kind: oneOf(releaseKinds), because: code,
  }),
};

export type StudyEvent = EventOf<typeof studyEvents>;
