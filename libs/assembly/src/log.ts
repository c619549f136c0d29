import { onOneConnection } from '@perspectief/database';
import type { EventStore } from '@perspectief/event-store';
import { isKurrentUrl, migrateLedger } from '@perspectief/event-store-kurrent/without-client';
import { migrateLog, PostgresEventStore } from '@perspectief/event-store-postgres';
import type { Complain } from '@perspectief/runtime';

export interface LogOptions {
  readonly databaseUrl: string;
  /** `esdb://…`: the log is in KurrentDB or EventStoreDB, its receipts in the database. Undefined: the log is in the database. */
  readonly eventStoreUrl: string | undefined;
  readonly poolSize: number;
  readonly complain: Complain;
}

const migrated = (connectionString: string, withLedger: boolean): Promise<void> =>
  onOneConnection({ connectionString }, async (client) => {
    await migrateLog(client);
    if (withLedger) await migrateLedger(client);
  });

/** Opens the log where it is, migrating first what it keeps in the database; ends what a process left open that died on its way. */
export const openLog = async ({ databaseUrl, eventStoreUrl: named, poolSize, complain }: LogOptions): Promise<EventStore> => {
  // An environment says "none" with an empty value too.
  const eventStoreUrl = named === '' ? undefined : named;
  if (eventStoreUrl !== undefined && !isKurrentUrl(eventStoreUrl)) throw new Error('EVENT_STORE_URL wants esdb://…; without it the log is in the database');
  await migrated(databaseUrl, eventStoreUrl !== undefined);
  if (eventStoreUrl === undefined) return new PostgresEventStore({ connectionString: databaseUrl, max: poolSize });
  const onTrouble = (error: Error): void => complain('the event store does not answer for a moment', error);
  // Its client is large, and most have no use for it.
  const { KurrentEventStore } = await import('@perspectief/event-store-kurrent');
  const store = new KurrentEventStore(eventStoreUrl, { connectionString: databaseUrl, max: poolSize }, { onTrouble });
  try {
    await store.finishOpen();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
};
