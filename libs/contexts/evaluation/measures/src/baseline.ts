import { differenceOfDistributions, differenceOfMeans, meanOf } from '@perspectief/evaluation-statistics';
import type { CaseRecord } from './case-record.js';

/** Something known at time zero: a number, or one of several values. */
export type Covariate = { readonly name: string } & (
  | { readonly number: (one: CaseRecord) => number | undefined }
  | { readonly value: (one: CaseRecord) => string }
);

/** How far two arms lie apart in one covariate, in standard deviations; above 0.1 is commonly called uneven. */
export interface BalanceRow {
  readonly name: string;
  readonly standardisedDifference: number | null;
  /** Means of a number in both arms; absent for values. */
  readonly means?: readonly [number | null, number | null];
  readonly missing: number;
}

/** The covariates that every study can show; a study adds its own. */
export const usualCovariates: readonly Covariate[] = [
  { name: 'area', value: ({ area }) => area },
  { name: 'source', value: ({ source }) => source },
  { name: 'year of opening', value: ({ year }) => String(year) },
];

/** Baseline balance of two arms: what comes before any table of outcomes. */
export const baselineBalance = (
  arm: readonly CaseRecord[],
  other: readonly CaseRecord[],
  covariates: readonly Covariate[] = usualCovariates,
): readonly BalanceRow[] =>
  covariates.map((covariate): BalanceRow => {
    if ('value' in covariate)
      return { name: covariate.name, standardisedDifference: differenceOfDistributions(arm.map(covariate.value), other.map(covariate.value)), missing: 0 };
    const numbers = (cases: readonly CaseRecord[]): readonly number[] => cases.flatMap((one) => covariate.number(one) ?? []);
    const [ours, theirs] = [numbers(arm), numbers(other)];
    return {
      name: covariate.name, standardisedDifference: differenceOfMeans(ours, theirs), means: [meanOf(ours), meanOf(theirs)],
      missing: arm.length + other.length - ours.length - theirs.length,
    };
  });
