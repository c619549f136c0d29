import { pooledBudgetDecider, yearsOf, yearTotals } from '@perspectief/pooled-budget-domain';
import { groupedBy } from './log.mjs';

const MOVES = { ContributionMade: 1, ContributionWithdrawn: -1, PaymentRecorded: -1, BuyOutPaidFromPool: -1, RefundRecorded: 1 };

/** No year of a pot ever has less than nothing: neither by the rules' own sums, nor by adding up what went in and out. */
export function* checkPots({ events }) {
  for (const [stream, mine] of groupedBy(events.filter((event) => event.stream.startsWith('pooledBudget-')), (event) => event.stream)) {
    let state = pooledBudgetDecider.initial;
    const money = new Map();
    for (const event of mine) {
      state = pooledBudgetDecider.evolve(state, event);
      const { year, amount } = event.data;
      if (MOVES[event.type]) money.set(year, (money.get(year) ?? 0) + MOVES[event.type] * amount);
      for (const one of yearsOf(state)) if (yearTotals(state, one).available < 0) yield `${stream} has ${yearTotals(state, one).available} cents left for ${one} after version ${event.streamVersion}`;
      if (money.get(year) < 0) yield `${stream} paid out more of ${year} than came in, at version ${event.streamVersion}`;
    }
  }
}
