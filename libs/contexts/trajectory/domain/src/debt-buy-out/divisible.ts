import { plus, type Cents } from '@perspectief/kernel';
import Fraction from 'fraction.js';

export interface Means {
  readonly capacity: Cents;
  readonly months: number;
  readonly extra: Cents;
  /** A percentage; without it nobody pays interest. */
  readonly interestMonthly?: string | number | undefined;
}

/**
 * What instalments at the end of each month are worth today, exactly, rounded down to the cent (BO-16). With interest p/q a month
 * the sum of the series in whole numbers: c q ((q + p)^n - q^n) / (p (q + p)^n). Term by term it would take seconds.
 */
const presentValue = (perMonth: Cents, months: number, interestMonthly: string | number): Cents => {
  const { n: p, d: q } = new Fraction(interestMonthly).div(100);
  if (p === 0n) return perMonth * months;
  const grown = (q + p) ** BigInt(months);
  return Number((BigInt(perMonth) * q * (grown - q ** BigInt(months))) / (p * grown));
};

/** The sum that there is to divide, before it is capped at the claims (BO-03). */
export const meansOf = ({ capacity, months, extra, interestMonthly }: Means): Cents =>
  plus(interestMonthly === undefined ? capacity * months : presentValue(capacity, months, interestMonthly), extra);
