import type { Cents } from '@perspectief/kernel';
import { nothingYet, totalOf, type ByDomain } from '../by-domain.js';
import type { PooledBudgetState } from '../state.js';
import { availableOf, contributedIn, yearIn } from '../years/year.js';

/** The page of one year. What was carried in counts as contributed; a closed year has nothing reserved or available. */
export interface YearTotals {
  readonly year: number;
  readonly contributed: Cents;
  readonly paid: Cents;
  readonly reserved: Cents;
  readonly available: Cents;
  readonly byDomain: ByDomain;
}

export const availableIn = (state: PooledBudgetState, year: number): Cents => (state.phase === 'none' ? 0 : availableOf(state, year));

export const yearTotals = (state: PooledBudgetState, year: number): YearTotals => {
  if (state.phase === 'none') return { year, contributed: 0, paid: 0, reserved: 0, available: 0, byDomain: nothingYet };
  const known = yearIn(state, year);
  return {
    year,
    contributed: totalOf(contributedIn(known)),
    paid: totalOf(known.attributed),
    reserved: known.reserved,
    available: availableOf(state, year),
    byDomain: known.attributed,
  };
};

/** The years in which something happened, oldest first. */
export const yearsOf = (state: PooledBudgetState): readonly number[] =>
  state.phase === 'none' ? [] : Object.keys(state.years).map(Number).sort((a, b) => a - b);
