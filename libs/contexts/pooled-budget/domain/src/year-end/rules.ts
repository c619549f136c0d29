import { dayOfCommand, minus, type CommandMeta } from '@perspectief/kernel';
import { apportion } from '../attribution.js';
import { nothingYet, type ByDomain } from '../by-domain.js';
import type { Objection } from '../concern.js';
import { valuesOf } from '../keyed.js';
import type { SpendingRequest } from '../requests/state.js';
import type { OpenedBudget } from '../state.js';
import type { Remainder } from '../words.js';
import { keyOf, unspentIn, yearIn } from '../years/year.js';
import type { YearState } from '../years/state.js';

/** On its last day a year may be closed. */
export const yearIsOver = (year: number, meta: CommandMeta): Objection =>
  dayOfCommand(meta) < `${year}-12-31` && { code: 'YEAR_NOT_OVER', field: 'year', facts: { year } };

export const earlierYearsAreClosed = (budget: OpenedBudget, year: number): Objection => {
  const open = Object.keys(budget.years).map(Number).find((known) => known < year && known > budget.closedThrough);
  return open !== undefined && { code: 'EARLIER_YEAR_OPEN', field: 'year', facts: { year: open } };
};

/** What leaves the year, by domain, in proportion to its contributions: what is promised always goes over. */
export const leavingOf = (year: YearState, remainder: Remainder): { readonly over: ByDomain; readonly back: ByDomain } => {
  const [key, unspent] = [keyOf(year), unspentIn(year)];
  if (remainder === 'carry-over') return { over: apportion(unspent, key), back: nothingYet };
  return { over: apportion(year.reserved, key), back: apportion(minus(unspent, year.reserved), key) };
};

const goesOver = ({ judgment, money }: SpendingRequest): boolean =>
  money.phase === 'reserved' ? money.left > 0 : judgment.phase === 'awaiting' || judgment.phase === 'returned';

export const requestsGoingOver = (budget: OpenedBudget, year: number) =>
  valuesOf(budget.requests)
    .filter((request) => request.year === year && goesOver(request))
    .map(({ requestId, money }) => ({ requestId, reserved: money.phase === 'reserved' ? money.left : 0 }));

export const buyOutsGoingOver = (budget: OpenedBudget, year: number) =>
  valuesOf(budget.buyOuts)
    .filter((buyOut) => buyOut.year === year && buyOut.left > 0)
    .map(({ buyOutId, left }) => ({ buyOutId, reserved: left }));

export const reservedIn = (budget: OpenedBudget, year: number): number => yearIn(budget, year).reserved;
