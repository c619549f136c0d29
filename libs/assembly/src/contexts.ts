import type { EventDefinitions } from '@perspectief/kernel';
import { householdEvents } from '@perspectief/household-domain';
import { pooledBudgetEvents } from '@perspectief/pooled-budget-domain';
import { scopeOfType, trajectoryEvents, type TrajectoryEvent } from '@perspectief/trajectory-domain';

/** Every event that the log may hold, by its stable name. Two contexts never share a name. */
export const allEvents: EventDefinitions = { ...householdEvents, ...pooledBudgetEvents, ...trajectoryEvents };

/** The same, by the stream that they live in: for the catalogue and the golden samples. */
export const eventsByContext: Readonly<Record<string, EventDefinitions>> = {
  household: householdEvents,
  'pooled-budget': pooledBudgetEvents,
  trajectory: trajectoryEvents,
};

/** With which of a household's keys personal fields of this event are sealed: a scope, or the law that the event is about. */
export const scopeInWords = (context: string, type: string): string => {
  if (context === 'trajectory') return scopeOfType(type as TrajectoryEvent['type']) ?? 'the law that it is about';
  return context === 'pooled-budget' ? 'money' : 'common';
};
