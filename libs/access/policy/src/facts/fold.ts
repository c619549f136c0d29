import { categoryOf, type Recorded } from '@perspectief/kernel';
import { foldHouseholdFacts, type HouseholdFacts } from './household-facts.js';
import { foldTrajectoryFacts, type TrajectoryFacts } from './trajectory-facts.js';

export type Facts = HouseholdFacts | TrajectoryFacts;

/** One fold for the rows of lists and for single checks. */
export const foldFacts = (stream: string, events: readonly Recorded[], from?: Facts): Facts | undefined =>
  categoryOf(stream) === 'household'
    ? foldHouseholdFacts(events, from as HouseholdFacts | undefined)
    : foldTrajectoryFacts(events, from as TrajectoryFacts | undefined);
