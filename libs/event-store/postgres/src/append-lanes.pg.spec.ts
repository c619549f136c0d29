import { jest } from '@jest/globals';
import { testServers } from '@perspectief/database/testing';
import type { AppendRequest, Receipt } from '@perspectief/event-store';
import { aRequest, anEvent } from '@perspectief/event-store/testing';
import { logPool } from './pool.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendManyStatement } from './statements.js';
import { aLog, type ALog } from './testing/a-log.js';
import { Follower, openAppend } from './testing/interleaving.js';

describe.each(testServers())('writers who share a transaction, on the $name', ({ url }) => {
  let log: ALog;
  beforeEach(async () => { log = await aLog(url); });
  afterEach(() => log.dispose());

  const together = (requests: readonly AppendRequest[]): Promise<PromiseSettledResult<Receipt>[]> =>
    Promise.allSettled(requests.map((request) => log.store.append(request)));

  test('many who come at once need few transactions', async () => {
    const pool = logPool(log.url);
    const asked = jest.spyOn(pool, 'query');
    const store = new PostgresEventStore(pool);
    await Promise.all(Array.from({ length: 64 }, (_, nr) => store.append(aRequest(`trajectory-${nr}`))));
    expect(asked.mock.calls.length).toBeLessThan(10);
    expect(await store.readAll({ limit: 100 })).toHaveLength(64);
    await store.close();
    await pool.end();
  });

  test('each is accepted or refused for himself', async () => {
    const taken = anEvent();
    await log.store.append(aRequest('taken-1', [taken]));
    const fine = Array.from({ length: 6 }, (_, nr) => aRequest(`fine-${nr}`));
    const results = await together([
      ...fine.slice(0, 2), aRequest('taken-1', [anEvent()], { expected: 'none' }), ...fine.slice(2, 4), aRequest('double-1', [anEvent(), taken]),
      aRequest('null-1', [anEvent({ text: '\0' })]), ...fine.slice(4), fine[0] ?? aRequest(''),
    ]);
    const outcomes = results.map((result) => (result.status === 'fulfilled' ? result.value.repeated : (result.reason as Error).name));
    expect(outcomes).toEqual([false, false, 'Conflict', false, false, 'Corrupt', 'Unstorable', false, false, true]);
    const stored = (await log.store.readAll({ limit: 100 })).map((event) => event.stream);
    expect(stored.sort()).toEqual([...fine.map((request) => request.stream), 'taken-1']);
  });

  test('their transaction, still open, is not passed by a reader, and neither is what one of them failed to write', async () => {
    const [writer, follower, twin] = [await log.connect(), new Follower(log.store), anEvent()];
    await writer.query('begin');
    await writer.query(appendManyStatement([aRequest('late-1', [twin]), aRequest('failed-1', [anEvent(), twin]), aRequest('late-2')]));
    await log.store.append(aRequest('early-1'));
    expect(await follower.look()).toEqual([]);
    await writer.query('commit');
    expect(await follower.look()).toEqual(['late-1', 'late-2', 'early-1']);
  });

  test('trap 3: with one stream held elsewhere, and thirty who wait for it, all others go on', async () => {
    const holder = await log.connect();
    await openAppend(holder, aRequest('held-1'));
    const waiting = together(Array.from({ length: 30 }, () => aRequest('held-1')));
    const others = await together(Array.from({ length: 60 }, (_, nr) => aRequest(`free-${nr % 7}`)));
    expect(others.every((result) => result.status === 'fulfilled')).toBe(true);
    await holder.query('commit');
    expect((await waiting).every((result) => result.status === 'fulfilled')).toBe(true);
    expect(await log.store.readStream('held-1')).toHaveLength(31);
  });

  test('trap 15: when the answer of a shared transaction is lost, each finds out by his command id', async () => {
    const killer = await log.connect();
    const requests = Array.from({ length: 40 }, (_, nr) => aRequest(`trajectory-${nr}`));
    const all = Promise.all(requests.map(async function send(request): Promise<Receipt> {
      return log.store.append(request).catch((error: Error) => {
        if (error.name !== 'Unavailable') throw error;
        return send(request);
      });
    }));
    await killer.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    expect(await all).toHaveLength(40);
    expect(await log.store.readAll({ limit: 100 })).toHaveLength(40);
  });
});
