/** On which scale an interval is symmetric. R's default is `log`; `log-log` stays inside 0 to 1 by itself. */
export type IntervalScale = 'log' | 'log-log' | 'plain';

export interface Bounds {
  readonly lower: number | null;
  readonly upper: number | null;
}

const none: Bounds = { lower: null, upper: null };

/**
 * Confidence bounds of a probability from its relative standard error (that of its logarithm), as R's survfit has them:
 * cut off at 0 and 1; undefined (null) where the scale is, that is at 0, and for `log-log` at 1 as well.
 */
export const boundsOf = (probability: number, relativeError: number | null, z: number, scale: IntervalScale): Bounds => {
  if (relativeError === null || probability <= 0) return none;
  const half = z * relativeError;
  if (scale === 'plain') return { lower: Math.max(0, probability * (1 - half)), upper: Math.min(1, probability * (1 + half)) };
  if (scale === 'log') return { lower: probability * Math.exp(-half), upper: Math.min(1, probability * Math.exp(half)) };
  if (probability >= 1) return none;
  const logarithm = Math.log(probability);
  const at = Math.log(-logarithm);
  return { lower: Math.exp(-Math.exp(at - half / logarithm)), upper: Math.exp(-Math.exp(at + half / logarithm)) };
};
