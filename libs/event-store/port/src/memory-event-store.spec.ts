import { MemoryEventStore } from './memory-event-store.js';
import { aRequest, aStream, anEvent, eventStoreContract } from './testing/index.js';

eventStoreContract('in memory', async () => ({ store: new MemoryEventStore() }));

test('the clock of the memory can be set', async () => {
  const store = new MemoryEventStore({ clock: () => '2030-01-01T00:00:00.000Z' });
  await store.append(aRequest('trajectory-1'));
  expect(await store.readStream('trajectory-1')).toMatchObject([{ recordedAt: '2030-01-01T00:00:00.000Z' }]);
});

test('trap 11: a stream that grows beyond the budget of its type is reported, others are not', async () => {
  const reports: unknown[] = [];
  const store = new MemoryEventStore({ lengths: { budgets: { trajectory: 2 }, onLongStream: (...report) => reports.push(report) } });
  await store.append(aRequest('trajectory-1', [anEvent(), anEvent()]));
  await store.append(aRequest(aStream('household'), [anEvent(), anEvent(), anEvent()]));
  expect(reports).toEqual([]);
  await store.append(aRequest('trajectory-1'));
  expect(reports).toEqual([['trajectory-1', 3, 2]]);
});
