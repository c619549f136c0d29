import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedServer } from '@perspectief/database';
import { aRequest } from '@perspectief/event-store/testing';
import pg from 'pg';
import { PostgresEventStore } from './postgres-event-store.js';
import { migrateLog } from './schema/migrate-log.js';
import { openAppend } from './testing/interleaving.js';

const LAST = 'select (last_value - (not is_called)::integer)::integer as last from log.event_seq';
const ROWS = 'select stream from log.events where position > $1 and position <= $2 order by position';

describe('the fence after a crash of the server', () => {
  let folder: string;
  let server: EmbeddedServer;
  let store: PostgresEventStore;
  let client: pg.Client;

  /** The log writer of the server sleeps long, so that what was not committed is not on disk yet. */
  const start = async (): Promise<void> => {
    server = await startEmbedded({ dataDir: folder, initFlags: ['--no-sync'], settings: { wal_writer_delay: '10s' } });
    store = new PostgresEventStore(server.url);
    client = await connect();
  };

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client(server.url);
    fresh.on('error', () => undefined);
    await fresh.connect();
    return fresh;
  };

  const crash = async (): Promise<void> => {
    process.kill(server.pid, 'SIGKILL');
    await store.close();
    await client.end().catch(() => undefined);
    await start();
  };

  /** Forty numbers that are drawn and never committed: given out again after a crash. */
  const drawInVain = async (): Promise<number> => {
    await client.query('checkpoint');
    await client.query("begin; select nextval('log.event_seq') from generate_series(1, 40); rollback");
    return (await client.query<{ last: number }>(LAST)).rows[0]?.last ?? 0;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perspectief-crash-'));
    await start();
    await migrateLog(client);
    for (const nr of [1, 2, 3]) await store.append(aRequest(`before-${nr}`));
  }, 30_000);

  afterEach(async () => {
    await store.close();
    await client.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  test('what was acknowledged is there after kill -9, and a cursor at the last row goes on', async () => {
    const cursor = await store.head();
    await crash();
    expect(await store.head()).toBe(cursor);
    await store.append(aRequest('after-1'));
    expect(await store.readAll({ after: cursor, limit: 10 })).toMatchObject([{ stream: 'after-1' }]);
  }, 30_000);

  test('the cursor is the last row: numbers above it are given out again, and are read; a cursor at the mark would pass them', async () => {
    const cursor = await store.head();
    const mark = await drawInVain();
    expect(mark).toBe(43);
    await crash();
    await store.append(aRequest('after-1'));
    expect(await store.readAll({ after: cursor, limit: 10 })).toMatchObject([{ stream: 'after-1' }]);
    expect((await client.query(ROWS, [mark, 1_000_000])).rows).toEqual([]);
  }, 30_000);

  test('the three looks are one call: spread over connections they straddle a crash, and an event is lost', async () => {
    const cursor = await store.head();
    const firstLook = await drawInVain();
    await crash();
    const [writer, noLocks] = [await connect(), await client.query('select from pg_locks where locktype = $1', ['advisory'])];
    expect(noLocks.rowCount).toBe(0);
    await openAppend(writer, aRequest('late-1'));
    await store.append(aRequest('early-1'));
    expect((await client.query(ROWS, [3, firstLook])).rows).toEqual([{ stream: 'early-1' }]);
    expect(await store.readAll({ after: cursor, limit: 10 })).toEqual([]);
    await writer.query('commit');
    await writer.end();
    expect(await store.readAll({ after: cursor, limit: 10 })).toMatchObject([{ stream: 'late-1' }, { stream: 'early-1' }]);
  }, 30_000);

  test('a subscription does not end when its server dies: it reports trouble, and keeps looking', async () => {
    const troubles: Error[] = [];
    const patient = new PostgresEventStore(server.url, { onTrouble: (error) => troubles.push(error) });
    const ending = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const batch of patient.subscribe({ signal: ending.signal })) seen.push(...batch.map((event) => event.stream));
    })();
    while (seen.length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
    process.kill(server.pid, 'SIGKILL');
    while (troubles.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    ending.abort();
    await following;
    await patient.close();
    expect(seen).toEqual(['before-1', 'before-2', 'before-3']);
    expect(troubles[0]).toMatchObject({ name: 'Unavailable' });
  }, 30_000);
});
