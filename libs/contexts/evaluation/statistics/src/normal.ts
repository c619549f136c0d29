import gammainc from '@stdlib/math-base-special-gammainc';
import quantileOfNormal from '@stdlib/stats-base-dists-normal-quantile';

/** The z that leaves the given confidence in the middle of the normal curve: 1.96 for 0.95. */
export const zFor = (confidence: number): number => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('confidence lies between 0 and 1');
  return quantileOfNormal(1 - (1 - confidence) / 2, 0, 1);
};

/** Upper tail of the chi-square: by the upper incomplete gamma function, so that it is right where 1 - cdf has run out of digits. */
export const chiSquareTail = (chiSquare: number, degrees: number): number =>
  chiSquare <= 0 ? 1 : gammainc(chiSquare / 2, degrees / 2, true, true);

/** As it is printed: two digits, and below 0.0001 only that it is below. */
export const printedP = (p: number): string => (p < 0.0001 ? 'p < 0.0001' : `p = ${p.toPrecision(2)}`);
