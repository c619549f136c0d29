import type { Uuid } from '@perspectief/kernel';
import type { StudyCard } from './card.js';
import type { ReleaseKind } from './events.js';

export interface Cohort {
  readonly cohortId: Uuid;
  readonly version: number;
  readonly position: string;
  readonly members: string;
  /** Kinds of release that were made of it. */
  readonly released: readonly ReleaseKind[];
}

export interface DraftedStudy {
  readonly phase: 'drafted' | 'approved';
  readonly id: Uuid;
  /** Of who drafted it first. */
  readonly municipality: string;
  readonly version: number;
  readonly hash: string;
  readonly card: StudyCard;
  /** Everybody who wrote a version: none of them may approve. */
  readonly authors: readonly string[];
  readonly cohorts: readonly Cohort[];
  readonly datasets: readonly Uuid[];
  readonly releases: readonly Uuid[];
}

export type StudyState = { readonly phase: 'none' } | DraftedStudy;
