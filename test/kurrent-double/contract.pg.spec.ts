import { randomUUID } from 'node:crypto';
import { eventStoreContract, type StoreUnderTest } from '@perspectief/event-store/testing';
import { KurrentEventStore } from '@perspectief/event-store-kurrent';
import { receiptsDatabase } from './a-log.js';
import { KurrentDouble, type DoubleOptions } from './double.js';

const onDouble = (options: DoubleOptions) => async (): Promise<StoreUnderTest> => {
  const [double, database] = [await KurrentDouble.start(options), await receiptsDatabase()];
  const store = new KurrentEventStore(double.url, database.url);
  return { store, dispose: async () => { await double.stop(); await database.drop(); } };
};

const onServer = (url: string) => async (): Promise<StoreUnderTest> => {
  const database = await receiptsDatabase();
  const store = new KurrentEventStore(`${url}#contract-${randomUUID()}`, database.url);
  return { store, dispose: () => database.drop() };
};

eventStoreContract('the protocol double, batch appends', onDouble({}));
eventStoreContract('the protocol double, plain appends, a server that never says that a reader caught up', onDouble({ features: false, caughtUp: false }));

const server = process.env['EVENT_STORE_TEST_URL'];
if (server) eventStoreContract('the event store at EVENT_STORE_TEST_URL', onServer(server));
