import { quadraticForm } from './linear.js';
import { meanOf, varianceOf } from './sample.js';

/** Apart by so many standard deviations; Infinity where groups differ and neither varies, null where a group is too small to say. */
const standardised = (difference: number, variance: number): number => {
  if (difference === 0) return 0;
  return variance > 0 ? difference / Math.sqrt(variance) : Math.sign(difference) * Infinity;
};

/** Standardised mean difference of a number: (mean - mean of the other) / root of the mean of both variances. */
export const differenceOfMeans = (group: readonly number[], other: readonly number[]): number | null => {
  const [mean, otherMean, variance, otherVariance] = [meanOf(group), meanOf(other), varianceOf(group), varianceOf(other)];
  if (mean === null || otherMean === null || variance === null || otherVariance === null) return null;
  return standardised(mean - otherMean, (variance + otherVariance) / 2);
};

/** The same for a share of yes, from counts. */
export const differenceOfShares = (yes: number, of: number, otherYes: number, otherOf: number): number | null => {
  if (of === 0 || otherOf === 0) return null;
  const [share, otherShare] = [yes / of, otherYes / otherOf];
  return standardised(share - otherShare, (share * (1 - share) + otherShare * (1 - otherShare)) / 2);
};

/**
 * The same for a variable with several values, never negative (Yang and Dalton, 2012): the Mahalanobis distance of the shares,
 * the first value left out. Null where a group is empty, or the shares do not vary enough to say.
 */
export const differenceOfDistributions = (group: readonly string[], other: readonly string[]): number | null => {
  if (group.length === 0 || other.length === 0) return null;
  const levels = [...new Set([...group, ...other])].sort().slice(1);
  if (levels.length === 0) return 0;
  const sharesOf = (values: readonly string[]): readonly number[] =>
    levels.map((level) => values.filter((value) => value === level).length / values.length);
  const [p, q] = [sharesOf(group), sharesOf(other)];
  const covariance = (shares: readonly number[], i: number, j: number): number =>
    i === j ? (shares[i] as number) * (1 - (shares[i] as number)) : -(shares[i] as number) * (shares[j] as number);
  const pooled = levels.map((_, i) => levels.map((__, j) => (covariance(p, i, j) + covariance(q, i, j)) / 2));
  const squared = quadraticForm(levels.map((_, i) => (p[i] as number) - (q[i] as number)), pooled);
  return squared === null ? null : Math.sqrt(squared);
};
