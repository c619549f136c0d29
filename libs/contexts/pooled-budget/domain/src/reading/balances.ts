import { domains, minus, plus, type Cents, type Domain, type Uuid } from '@perspectief/kernel';
import { apportion, weightsOf, type Split, type Weights } from '../attribution.js';
import { added, nothingYet, taken, type ByDomain } from '../by-domain.js';
import { valuesOf } from '../keyed.js';
import { requestOf } from '../requests/rules.js';
import type { SpendingRequest } from '../requests/state.js';
import type { OpenedBudget, PooledBudgetState } from '../state.js';
import { availableOf, contributedIn, isClosed, keyOf, yearIn } from '../years/year.js';

export interface DomainBalance {
  readonly domain: Domain;
  readonly before: Cents;
  /** What the request would take of it. */
  readonly share: Cents;
  readonly after: Cents;
}

/** The pot as whoever decides should see it: without the request, and with it. */
export interface Impact {
  readonly year: number;
  readonly available: { readonly before: Cents; readonly after: Cents };
  readonly domains: readonly DomainBalance[];
}

const keyFor = (budget: OpenedBudget, year: number, split: Split | undefined): Weights =>
  split ? weightsOf(split) : keyOf(yearIn(budget, year));

const leftOf = ({ money }: SpendingRequest): Cents => (money.phase === 'reserved' ? money.left : 0);

/** What is promised, as each law would bear it if it were paid now. */
const promisedIn = (budget: OpenedBudget, year: number, except: Uuid): ByDomain => {
  const requests = valuesOf(budget.requests)
    .filter((request) => request.year === year && request.requestId !== except && leftOf(request) > 0)
    .map((request) => apportion(leftOf(request), keyFor(budget, year, request.split)));
  const buyOuts = valuesOf(budget.buyOuts)
    .filter((buyOut) => buyOut.year === year && buyOut.left > 0)
    .map(({ left }) => apportion(left, keyFor(budget, year, undefined)));
  return [...requests, ...buyOuts].reduce(added, nothingYet);
};

const impact = (budget: OpenedBudget, { requestId, year, split, amount, money }: SpendingRequest): Impact => {
  const known = yearIn(budget, year);
  const before = isClosed(budget, year) ? nothingYet : taken(contributedIn(known), added(known.attributed, promisedIn(budget, year, requestId)));
  const reserved = money.phase === 'reserved' ? money.left : 0;
  const asked = money.phase === 'none' ? amount : reserved;
  const share = apportion(asked, keyFor(budget, year, split));
  const free = plus(availableOf(budget, year), reserved);
  return {
    year,
    available: { before: free, after: minus(free, asked) },
    domains: domains.map((domain) => ({
      domain,
      before: before[domain],
      share: share[domain],
      after: minus(before[domain], share[domain]),
    })),
  };
};

/** The balances add up to what is available, before and after, to the cent. Undefined where there is no such request. */
export const impactOf = (state: PooledBudgetState, requestId: Uuid): Impact | undefined => {
  const request = state.phase === 'none' ? undefined : requestOf(state, requestId);
  return state.phase === 'none' || !request ? undefined : impact(state, request);
};
