import { dayOf, minus } from '@perspectief/kernel';
import type { EvolveOf } from '../concern.js';
import { contributedMore } from '../years/year.js';
import type { ContributionsEvent } from './events.js';

export const evolveContributions: EvolveOf<ContributionsEvent> = {
  ContributionMade: (budget, { data: { year, domain, amount }, happenedOn }) =>
    contributedMore(budget, { year, day: dayOf(happenedOn) }, domain, amount),
  ContributionWithdrawn: (budget, { data: { year, domain, amount }, happenedOn }) =>
    contributedMore(budget, { year, day: dayOf(happenedOn) }, domain, minus(0, amount)),
};
