/** Quantile of a sample, by linear interpolation (R's type 7); null for no values. @throws RangeError outside 0 to 1. */
export const quantileOf = (values: readonly number[], p: number): number | null => {
  if (!(p >= 0 && p <= 1)) throw new RangeError('a quantile lies from 0 to 1');
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (at - Math.floor(at)) * (above - below);
};

export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** With n - 1; null for fewer than two values. */
export const varianceOf = (values: readonly number[]): number | null => {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};
