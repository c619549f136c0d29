import { plus, type Cents } from '@perspectief/kernel';
import Fraction from 'fraction.js';

export interface Means {
  readonly capacity: Cents;
  readonly months: number;
  readonly extra: Cents;
  /** A percentage; without it nobody pays interest. */
  readonly interestMonthly?: string | number | undefined;
}

/** What instalments at the end of each month are worth today, in exact rationals, rounded down to the cent (BO-16). */
const presentValue = (perMonth: Cents, months: number, interestMonthly: string | number): Cents => {
  const discount = new Fraction(interestMonthly).div(100).add(1).inverse();
  let value = new Fraction(0);
  for (let month = 1; month <= months; month += 1) value = value.add(perMonth).mul(discount);
  return value.floor().valueOf();
};

/** The sum that there is to divide, before it is capped at the claims (BO-03). */
export const meansOf = ({ capacity, months, extra, interestMonthly }: Means): Cents =>
  plus(interestMonthly === undefined ? capacity * months : presentValue(capacity, months, interestMonthly), extra);
