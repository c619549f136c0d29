import { throwAwayDatabase } from '@perspectief/database/testing';
import pg from 'pg';
import { PostgresEventStore, type PostgresOptions } from '../postgres-event-store.js';
import { migrateLog } from '../schema/migrate-log.js';

export interface ALog {
  readonly url: string;
  readonly store: PostgresEventStore;
  /** A connection of its own, for what a test does beside the store. */
  connect(): Promise<pg.Client>;
  dispose(): Promise<void>;
}

/** A migrated log in a throw-away database. */
export const aLog = async (server?: string, options: PostgresOptions = {}): Promise<ALog> => {
  const database = await throwAwayDatabase(server);
  const clients: pg.Client[] = [];
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(database.url);
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };
  await migrateLog(await connect());
  const store = new PostgresEventStore(database.url, options);
  const dispose = async (): Promise<void> => {
    await store.close();
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await database.drop();
  };
  return { url: database.url, store, connect, dispose };
};
