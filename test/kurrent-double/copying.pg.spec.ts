import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { AnotherLog, copyLog, type CopyableLog, type EventStore } from '@perspectief/event-store';
import { KurrentEventStore, KurrentLogCopy } from '@perspectief/event-store-kurrent';
import { migrateLog, PostgresEventStore, PostgresLogCopy } from '@perspectief/event-store-postgres';
import { aRequest, anEvent, aStream } from '@perspectief/event-store/testing';
import pg from 'pg';
import { receiptsDatabase } from './a-log.js';
import { KurrentDouble } from './double.js';

let [databases, double]: [ThrowAwayDatabase[], KurrentDouble | undefined] = [[], undefined];
let [old, kurrent]: [string, { url: string; receipts: string }] = ['', { url: '', receipts: '' }];

beforeEach(async () => {
  double = await KurrentDouble.start();
  databases = [await throwAwayDatabase(), await receiptsDatabase(), await throwAwayDatabase()];
  for (const { url } of [databases[0], databases[2]] as ThrowAwayDatabase[]) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await migrateLog(client).finally(() => client.end());
  }
  [old, kurrent] = [databases[0]?.url ?? '', { url: `${double.url}#city`, receipts: databases[1]?.url ?? '' }];
});
afterEach(async () => {
  await double?.stop();
  for (const database of databases) await database.drop();
});

const using = async <T>(logs: readonly CopyableLog[], work: () => Promise<T>): Promise<T> => work().finally(() => Promise.all(logs.map((log) => log.close())));
const toKurrent = (): readonly [CopyableLog, CopyableLog] => [new PostgresLogCopy(old), new KurrentLogCopy(kurrent.url, kurrent.receipts)];

/** Interleaved streams, several events at once, a refusal, a command that changed nothing, data in which key order could slip. */
const aHistory = async (store: EventStore) => {
  const [one, other] = [aStream(), aStream('household')];
  const requests = Array.from({ length: 30 }, (_, nr) =>
    aRequest(nr % 3 ? one : other, Array.from({ length: 1 + (nr % 4) }, (__, n) => anEvent({ zeta: nr, alpha: { b: [n], a: null }, text: '🏠' })), { recordedAt: '2024-05-06T07:08:09.120Z' }));
  for (const request of requests) await store.append(request);
  const refused = aRequest(one);
  await store.remember(refused.command, one, { code: 'TOO_LATE', field: 'date', facts: { days: 3 } });
  await store.append(aRequest(one, []));
  return { requests, refused };
};

test('from PostgreSQL to the other engine and back: the same log, the same order, the same receipts', async () => {
  const store = new PostgresEventStore(old);
  const { requests, refused } = await aHistory(store);
  const there = toKurrent();
  const report = await using(there, () => copyLog(...there, { batchSize: 7 }));
  expect(report).toMatchObject({ equal: true, found: 0, from: { events: 73, streams: 2, receipts: 32 } });
  const moved = new KurrentEventStore(kurrent.url, kurrent.receipts);
  const before = (await store.readAll({ limit: 1_000 })).map(({ position: _, ...event }) => event);
  expect((await moved.readAll({ limit: 1_000 })).map(({ position: _, ...event }) => event)).toEqual(before);
  for (const request of requests) expect(await moved.append(request)).toMatchObject({ repeated: true });
  expect(await moved.append({ ...refused, events: [anEvent()] })).toMatchObject({ repeated: true, outcome: { refused: { code: 'TOO_LATE' } } });
  const back = [new KurrentLogCopy(kurrent.url, kurrent.receipts), new PostgresLogCopy(databases[2]?.url ?? '')] as const;
  expect((await using(back, () => copyLog(...back))).to).toEqual(report.from);
  await Promise.all([store.close(), moved.close()]);
}, 30_000);

test('interrupted at any batch, the next run compares what is there and goes on behind it', async () => {
  const store = new PostgresEventStore(old);
  await aHistory(store);
  const stopping = new AbortController();
  const first = toKurrent();
  await expect(using(first, () => copyLog(...first, { batchSize: 10, signal: stopping.signal, onProgress: (step) => { if (step === 'copied') stopping.abort(); } }))).rejects.toThrow();
  const second = toKurrent();
  expect(await using(second, () => copyLog(...second, { batchSize: 10 }))).toMatchObject({ found: 10, copied: 63, equal: true });
  const third = toKurrent();
  expect(await using(third, () => copyLog(...third))).toMatchObject({ found: 73, copied: 0, equal: true });
  await store.close();
}, 30_000);

test('a wire that breaks in the middle of the copy writes nothing twice', async () => {
  const store = new PostgresEventStore(old);
  await aHistory(store);
  double?.faults.failWrites('drop-after-commit', 'aborted-after-commit', 'unavailable');
  const logs = toKurrent();
  expect(await using(logs, () => copyLog(...logs))).toMatchObject({ equal: true, copied: 73 });
  await store.close();
}, 30_000);

test('a target that holds something else is left alone', async () => {
  const [store, target] = [new PostgresEventStore(old), new KurrentEventStore(kurrent.url, kurrent.receipts)];
  await aHistory(store);
  await target.append(aRequest(aStream()));
  const logs = toKurrent();
  await expect(using(logs, () => copyLog(...logs))).rejects.toBeInstanceOf(AnotherLog);
  expect(await target.readAll({ limit: 10 })).toHaveLength(1);
  await Promise.all([store.close(), target.close()]);
}, 30_000);

test('logs that differ are not called the same: a receipt that only the target has', async () => {
  const store = new PostgresEventStore(old);
  await aHistory(store);
  const target = new KurrentEventStore(kurrent.url, kurrent.receipts);
  await target.remember(aRequest('').command, aStream(), { code: 'STRAY' });
  const logs = toKurrent();
  expect(await using(logs, () => copyLog(...logs))).toMatchObject({ equal: false });
  await Promise.all([store.close(), target.close()]);
}, 30_000);
