import { formatAmount, minus, plus, yearOf, type BusinessDate, type Cents, type Domain } from '@perspectief/kernel';
import { added, byDomain, nothingYet, only, totalOf, type ByDomain } from '../by-domain.js';
import type { Weights } from '../attribution.js';
import type { Objection } from '../concern.js';
import type { OpenedBudget } from '../state.js';
import { emptyYear, type Quarter, type Quarters, type YearState } from './state.js';

export const yearIn = (budget: OpenedBudget, year: number): YearState => budget.years[year] ?? emptyYear;

export const isClosed = (budget: OpenedBudget, year: number): boolean => year <= budget.closedThrough;

/** The year itself; where it is closed, the first open year after it. */
export const openYearFrom = (budget: OpenedBudget, year: number): number => Math.max(year, budget.closedThrough + 1);

/** What each domain has in the year: what it put in, and what was carried in for it. */
export const contributedIn = ({ carriedIn, contributed }: YearState): ByDomain => added(carriedIn, contributed);

/** What was contributed and not paid; what of it is promised is no longer available. */
export const unspentIn = (year: YearState): Cents => minus(totalOf(contributedIn(year)), totalOf(year.attributed));

export const availableOf = (budget: OpenedBudget, year: number): Cents =>
  isClosed(budget, year) ? 0 : minus(unspentIn(yearIn(budget, year)), yearIn(budget, year).reserved);

/**
 * The shares of the domains in a year: in proportion to its contributions. A year that lives on refunds of closed years
 * alone has no contributions: there the money is of the domains that got it back, and when all of that is spent, of all.
 */
export const keyOf = (year: YearState): Weights => {
  const contributed = contributedIn(year);
  if (totalOf(contributed) > 0) return contributed;
  const refunded = byDomain((domain) => Math.max(0, minus(0, year.attributed[domain])));
  return totalOf(refunded) > 0 ? refunded : byDomain(() => 1);
};

export const yearIsOpen = (budget: OpenedBudget, year: number): Objection =>
  isClosed(budget, year) && { code: 'YEAR_CLOSED', field: 'year', facts: { year } };

export const fundsSuffice = (budget: OpenedBudget, year: number, amount: Cents): Objection => {
  const available = availableOf(budget, year);
  return amount > available && { code: 'INSUFFICIENT_FUNDS', field: 'amount', facts: { available: formatAmount(available), year } };
};

export const amountIsPositive = (amount: Cents): Objection =>
  !(Number.isSafeInteger(amount) && amount > 0) && { code: 'AMOUNT_NOT_POSITIVE', field: 'amount' };

export const withYear = (budget: OpenedBudget, year: number, change: (year: YearState) => YearState): OpenedBudget => ({
  ...budget,
  years: { ...budget.years, [year]: change(yearIn(budget, year)) },
});

export const reservedMore = (budget: OpenedBudget, year: number, amount: Cents): OpenedBudget =>
  withYear(budget, year, (state) => ({ ...state, reserved: plus(state.reserved, amount) }));

/** Days outside the year count with its first or last quarter. */
const quarterOf = (year: number, day: BusinessDate): number => {
  if (yearOf(day) !== year) return yearOf(day) < year ? 0 : 3;
  return Math.floor((Number(day.slice(5, 7)) - 1) / 3);
};

const inQuarter = (year: number, day: BusinessDate, quarters: Quarters, change: (quarter: Quarter) => Quarter): Quarters => {
  const at = quarterOf(year, day);
  const [first, second, third, fourth] = quarters;
  const changed = (quarter: Quarter, place: number) => (place === at ? change(quarter) : quarter);
  return [changed(first, 0), changed(second, 1), changed(third, 2), changed(fourth, 3)];
};

interface Entry {
  readonly year: number;
  readonly day: BusinessDate;
}

/** A contribution, or with a negative amount what is taken back of it. */
export const contributedMore = (budget: OpenedBudget, { year, day }: Entry, domain: Domain, amount: Cents): OpenedBudget =>
  withYear(budget, year, (state) => ({
    ...state,
    contributed: added(state.contributed, only(domain, amount)),
    quarters: inQuarter(year, day, state.quarters, (quarter) => ({
      ...quarter,
      contributed: added(quarter.contributed, only(domain, amount)),
    })),
  }));

/** A payment, or with negative amounts what came back of it. */
export const attributedMore = (budget: OpenedBudget, { year, day }: Entry, lifeArea: string, amounts: ByDomain): OpenedBudget =>
  withYear(budget, year, (state) => ({
    ...state,
    attributed: added(state.attributed, amounts),
    quarters: inQuarter(year, day, state.quarters, (quarter) => ({
      ...quarter,
      attributed: { ...quarter.attributed, [lifeArea]: added(quarter.attributed[lifeArea] ?? nothingYet, amounts) },
    })),
  }));
