import { formatAmount, unless, type Cents, type Domain } from '@perspectief/kernel';
import type { DecideOf, Objection } from '../concern.js';
import type { OpenedBudget } from '../state.js';
import { amountIsPositive, availableOf, contributedIn, yearIn, yearIsOpen } from '../years/year.js';
import type { ContributionsCommand } from './commands.js';

/** A domain takes back no more than is its own in the year, and no more than is still free. */
const nothingIsOverdrawn = (budget: OpenedBudget, year: number, domain: Domain, amount: Cents): Objection => {
  const room = Math.min(availableOf(budget, year), contributedIn(yearIn(budget, year))[domain]);
  return amount > room && { code: 'WOULD_OVERDRAW', field: 'amount', facts: { available: formatAmount(room), year } };
};

export const decideContributions: DecideOf<ContributionsCommand> = {
  Contribute: ({ year, domain, amount }, { budget }) =>
    unless([amountIsPositive(amount), yearIsOpen(budget, year)], () => [
      { type: 'ContributionMade', data: { year, domain, amount } },
    ]),

  WithdrawContribution: ({ year, domain, amount }, { budget }) =>
    unless([amountIsPositive(amount), yearIsOpen(budget, year), nothingIsOverdrawn(budget, year, domain, amount)], () => [
      { type: 'ContributionWithdrawn', data: { year, domain, amount } },
    ]),
};
