import { event, field, type EventOf } from '@perspectief/kernel';

const { cents, count, domain } = field;

export const contributionsEvents = {
  ContributionMade: event('A domain put money into the pot for a year.', { year: count, domain, amount: cents }),
  ContributionWithdrawn: event('A domain took money back out of a year.', { year: count, domain, amount: cents }),
};

export type ContributionsEvent = EventOf<typeof contributionsEvents>;
