import { domains, minus, plus, type Cents, type Domain } from '@perspectief/kernel';
import { added, nothingYet, type ByDomain } from '../by-domain.js';
import type { OpenedBudget, PooledBudgetState } from '../state.js';
import { leavingOf } from '../year-end/rules.js';
import type { Quarter, YearState } from '../years/state.js';
import { contributedIn, isClosed, yearIn } from '../years/year.js';

export interface DomainStatement {
  readonly domain: Domain;
  /** What was carried in included. */
  readonly contributed: Cents;
  readonly attributed: Cents;
  /** Gone over to the next year, and gone back. */
  readonly over: Cents;
  readonly back: Cents;
  /** Attributed and gone, less contributed: above zero the domain owes, below it is owed. */
  readonly owes: Cents;
}

export interface QuarterStatement {
  readonly quarter: number;
  /** What was carried in stands in the first quarter, so that the quarters add up to the year. */
  readonly contributed: ByDomain;
  readonly attributed: ByDomain;
}

/** What each law put in, paid, and owes or is owed: together zero. Of an open year, as if it closed now and gave back the rest. */
export interface YearStatement {
  readonly year: number;
  readonly phase: 'open' | 'closed';
  readonly domains: readonly DomainStatement[];
  readonly quarters: readonly QuarterStatement[];
}

const goneFrom = ({ closing, ...year }: YearState): { readonly over: ByDomain; readonly back: ByDomain } =>
  closing.phase === 'closed' ? closing : leavingOf({ ...year, closing }, 'return');

const ofDomains = (year: YearState): readonly DomainStatement[] => {
  const { over, back } = goneFrom(year);
  const contributed = contributedIn(year);
  return domains.map((domain) => ({
    domain,
    contributed: contributed[domain],
    attributed: year.attributed[domain],
    over: over[domain],
    back: back[domain],
    owes: minus(plus(year.attributed[domain], over[domain], back[domain]), contributed[domain]),
  }));
};

const ofQuarter = (carriedIn: ByDomain) => ({ contributed, attributed }: Quarter, index: number): QuarterStatement => ({
  quarter: index + 1,
  contributed: index === 0 ? added(carriedIn, contributed) : contributed,
  attributed: Object.values(attributed).reduce(added, nothingYet),
});

const statementOf = (budget: OpenedBudget, year: number): YearStatement => ({
  year,
  phase: isClosed(budget, year) ? 'closed' : 'open',
  domains: ofDomains(yearIn(budget, year)),
  quarters: yearIn(budget, year).quarters.map(ofQuarter(yearIn(budget, year).carriedIn)),
});

export const yearStatement = (state: PooledBudgetState, year: number): YearStatement =>
  state.phase === 'none' ? { year, phase: 'open', domains: [], quarters: [] } : statementOf(state, year);
