import { dayOf, plus } from '@perspectief/kernel';
import { added } from '../by-domain.js';
import type { EventNamed, EvolveOf } from '../concern.js';
import { change } from '../keyed.js';
import type { OpenedBudget } from '../state.js';
import { withYear } from '../years/year.js';
import type { YearEndEvent } from './events.js';

const closed = (budget: OpenedBudget, { data, happenedOn }: EventNamed<'YearClosed'>): OpenedBudget => ({
  ...withYear(budget, data.year, (state) => ({
    ...state,
    reserved: 0,
    closing: { phase: 'closed', closedOn: dayOf(happenedOn), remainder: data.remainder, over: data.over, back: data.back },
  })),
  closedThrough: data.year,
});

const promisesMoved = (budget: OpenedBudget, { requests, buyOuts, year }: EventNamed<'YearClosed'>['data']): OpenedBudget => ({
  ...budget,
  requests: requests.reduce((all, { requestId }) => change(all, requestId, (one) => ({ ...one, year: year + 1 })), budget.requests),
  buyOuts: buyOuts.reduce((all, { buyOutId }) => change(all, buyOutId, (one) => ({ ...one, year: year + 1 })), budget.buyOuts),
});

export const evolveYearEnd: EvolveOf<YearEndEvent> = {
  YearClosed: (budget, event) => {
    const { year, over, reserved } = event.data;
    const moved = promisesMoved(closed(budget, event), event.data);
    return withYear(moved, year + 1, (next) => ({
      ...next,
      carriedIn: added(next.carriedIn, over),
      reserved: plus(next.reserved, reserved),
    }));
  },
};
