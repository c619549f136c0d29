import { randomUUID } from 'node:crypto';
import { eventStoreContract, type StoreUnderTest } from '@perspectief/event-store/testing';
import { KurrentEventStore } from '@perspectief/event-store-kurrent';
import { receiptsDatabase } from './a-log.js';
import { KurrentDouble, type DoubleOptions } from './double.js';
import { serverAt } from './server.js';

const onDouble = (options: DoubleOptions) => async (): Promise<StoreUnderTest> => {
  const [double, database] = [await KurrentDouble.start(options), await receiptsDatabase()];
  const store = new KurrentEventStore(double.url, database.url);
  return { store, dispose: async () => { await double.stop(); await database.drop(); } };
};

/** A log of a name that nobody had: whatever else is on the server does not matter, and what this run leaves does not matter to the next. */
const onServer = (url: string) => async (): Promise<StoreUnderTest> => {
  const database = await receiptsDatabase();
  const store = new KurrentEventStore(`${url}#contract-${randomUUID()}`, database.url, { production: false });
  return { store, dispose: () => database.drop() };
};

const given = process.env['EVENT_STORE_TEST_URL'];
const server = given ? await serverAt(given) : undefined;
if (server) eventStoreContract(server.title, onServer(server.url));

eventStoreContract('the protocol double, batch appends', onDouble({}));
eventStoreContract('the protocol double, plain appends, a server that never says that a reader caught up', onDouble({ features: false, caughtUp: false }));
