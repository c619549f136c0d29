import type { EventStore } from '@perspectief/event-store';
import { isKurrentUrl } from '@perspectief/event-store-kurrent/without-client';
import { PostgresEventStore } from '@perspectief/event-store-postgres';
import type { LogOptions } from './log.js';

// What a service needs that only reads the log: no command path, no read model, no key.
export { allEvents } from './contexts.js';
export { giveUp, orGiveUp } from './give-up.js';
export { complain } from './service-log.js';
export { tracingFrom, type FinishedJob, type Tracing } from './tracing/index.js';

/** Opens the log to be read, and changes nothing: no table is migrated, and nothing that was left open is ended. */
export const openLogToRead = async ({ databaseUrl, eventStoreUrl: named, poolSize, complain }: LogOptions): Promise<EventStore> => {
  // An environment says "none" with an empty value too.
  const eventStoreUrl = named === '' ? undefined : named;
  if (eventStoreUrl === undefined) return new PostgresEventStore({ connectionString: databaseUrl, max: poolSize });
  if (!isKurrentUrl(eventStoreUrl)) throw new Error('EVENT_STORE_URL wants esdb://…; without it the log is in the database');
  const { KurrentEventStore } = await import('@perspectief/event-store-kurrent');
  return new KurrentEventStore(eventStoreUrl, { connectionString: databaseUrl, max: poolSize }, { onTrouble: (error) => complain('the event store does not answer for a moment', error) });
};
