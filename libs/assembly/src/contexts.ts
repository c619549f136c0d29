import type { EventDefinitions } from '@perspectief/kernel';
import { householdEvents } from '@perspectief/household-domain';
import { pooledBudgetEvents } from '@perspectief/pooled-budget-domain';
import { trajectoryEvents } from '@perspectief/trajectory-domain';

/** Every event that the log may hold, by its stable name. Two contexts never share a name. */
export const allEvents: EventDefinitions = { ...householdEvents, ...pooledBudgetEvents, ...trajectoryEvents };

/** The same, by the stream that they live in: for the catalogue and the golden samples. */
export const eventsByContext: Readonly<Record<string, EventDefinitions>> = {
  household: householdEvents,
  'pooled-budget': pooledBudgetEvents,
  trajectory: trajectoryEvents,
};
