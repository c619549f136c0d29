import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { KurrentEventStore, migrateLedger, type KurrentOptions } from '@perspectief/event-store-kurrent';
import pg from 'pg';
import { KurrentDouble, type DoubleOptions } from './double.js';

/** A database for receipts, migrated. */
export const receiptsDatabase = async (): Promise<ThrowAwayDatabase> => {
  const database = await throwAwayDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await migrateLedger(client).finally(() => client.end());
  return database;
};

export interface ALog {
  readonly double: KurrentDouble;
  readonly store: KurrentEventStore;
  readonly receiptsUrl: string;
  /** What the store said of its troubles. */
  readonly troubles: Error[];
  /** Another process on the same log. */
  another(options?: KurrentOptions): KurrentEventStore;
  dispose(): Promise<void>;
}

/** Short pauses and few tries: what a test waits for is never a time-out of production. */
const HASTY: KurrentOptions = { patience: { tries: 6, first: 5, longest: 200 }, deadline: 300 };

/** A log on a double of its own; with a name, one of several there. */
export const aLog = async ({ name, ...options }: DoubleOptions & { readonly name?: string } = {}): Promise<ALog> => {
  const [double, database] = [await KurrentDouble.start(options), await receiptsDatabase()];
  const troubles: Error[] = [];
  const stores: KurrentEventStore[] = [];
  const another = (more: KurrentOptions = {}): KurrentEventStore => {
    const store = new KurrentEventStore(name ? `${double.url}#${name}` : double.url, database.url, { ...HASTY, onTrouble: (error) => troubles.push(error), ...more });
    stores.push(store);
    return store;
  };
  const dispose = async (): Promise<void> => {
    await Promise.all(stores.map((store) => store.close()));
    await double.stop();
    await database.drop();
  };
  return { double, store: another(), receiptsUrl: database.url, troubles, another, dispose };
};
