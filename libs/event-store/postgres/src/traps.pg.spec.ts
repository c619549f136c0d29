import { testServers, throwAwayDatabase } from '@perspectief/database/testing';
import { aRequest, anEvent, collect } from '@perspectief/event-store/testing';
import pg from 'pg';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendStatement } from './statements.js';
import { aLog, type ALog } from './testing/a-log.js';
import { openAppend } from './testing/interleaving.js';

const LISTENERS = "select pid from pg_stat_activity where datname = current_database() and application_name = 'perspectief log hints'";

describe.each(testServers())('known traps, on the $name', ({ url }) => {
  let log: ALog;
  beforeEach(async () => { log = await aLog(url); });
  afterEach(() => log.dispose());

  test('trap 2: a write transaction in another database does not stall readers (a fence of transaction ids would)', async () => {
    const elsewhere = await throwAwayDatabase(url);
    const busy = new pg.Client(elsewhere.url);
    await busy.connect();
    await busy.query('begin; create table t (); select pg_current_xact_id()');
    await log.store.append(aRequest('trajectory-1'));
    const seen = await log.store.readAll({ limit: 10 });
    const { rows } = await (await log.connect()).query("select stream from log.events where xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
    await busy.end();
    await elsewhere.drop();
    expect(seen).toHaveLength(1);
    expect(rows).toEqual([]);
  });

  test('trap 3: an open append holds up no other stream, and no second one holds up a third', async () => {
    const [one, other] = [await log.connect(), await log.connect()];
    await openAppend(one, aRequest('trajectory-1'));
    await openAppend(other, aRequest('trajectory-2', [anEvent(), anEvent()]));
    await log.store.append(aRequest('trajectory-3'));
    expect(await log.store.readStream('trajectory-3')).toHaveLength(1);
    await other.query('commit');
    await one.query('commit');
    const seen = await log.store.readAll({ limit: 10 });
    expect(seen.map((event) => event.stream)).toEqual(['trajectory-1', 'trajectory-2', 'trajectory-2', 'trajectory-3']);
  });

  test('trap 4: with the listening connection killed, events are delivered all the same, and it listens again', async () => {
    const [killer, elsewhere] = [await log.connect(), new PostgresEventStore(log.url)];
    const following = collect(log.store, { until: (seen) => seen.length >= 2 });
    const listening = async (): Promise<number | undefined> => (await killer.query<{ pid: number }>(LISTENERS)).rows[0]?.pid;
    let first = await listening();
    while (first === undefined) first = await listening();
    await elsewhere.append(aRequest('trajectory-1'));
    await killer.query('select pg_terminate_backend($1, 5000)', [first]);
    await elsewhere.append(aRequest('trajectory-1'));
    expect((await following).flat()).toHaveLength(2);
    let second = await listening();
    while (second === undefined || second === first) second = await listening();
    await elsewhere.close();
  });

  test('trap 4: polling is the truth: what nobody announced is delivered within two seconds', async () => {
    const silent = await log.connect();
    const following = collect(log.store, { until: (seen) => seen.length >= 1 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = Date.now();
    await silent.query(appendStatement(aRequest('trajectory-1')));
    await following;
    expect(Date.now() - before).toBeLessThan(2000);
  });

  test('trap 4: a hint reaches a reader in another process well before the idle poll would', async () => {
    const reader = new PostgresEventStore(log.url);
    await log.store.append(aRequest('trajectory-1'));
    const following = collect(reader, { until: (seen) => seen.length >= 2 });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const before = Date.now();
    await log.store.append(aRequest('trajectory-1'));
    await following;
    const waited = Date.now() - before;
    await reader.close();
    expect(waited).toBeLessThan(400);
  });

  test('trap 14: recordedAt is the clock at the append, not the start of the transaction', async () => {
    const client = await log.connect();
    await client.query('begin');
    await client.query('select pg_sleep(0.05)');
    await client.query(appendStatement(aRequest('trajectory-1')));
    const { rows } = await client.query('select recorded_at - now() > interval \'40 milliseconds\' as later from log.events');
    await client.query('commit');
    expect(rows).toEqual([{ later: true }]);
  });

  test('trap 15: an answer that was lost on the way is asked for again, and the event stands once', async () => {
    const [client, killer, request] = [await log.connect(), await log.connect(), aRequest('trajectory-1', [anEvent()], { expected: 'none' })];
    await client.query(appendStatement(request));
    await killer.query("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    const again = await log.store.append(request).catch(() => log.store.append(request));
    expect(again).toMatchObject({ repeated: true, outcome: { accepted: { version: 1 } } });
    expect(await log.store.readAll({ limit: 10 })).toHaveLength(1);
  });

  test('many writers, some of whom roll back: a reader that follows meanwhile sees each committed event once, in stream order', async () => {
    const committed: string[] = [];
    const write = async (writer: number): Promise<void> => {
      const client = await log.connect();
      for (let nr = 0; nr < 25; nr += 1) {
        const request = aRequest(`trajectory-${(writer + nr) % 4}`, [anEvent(), anEvent()]);
        await openAppend(client, request);
        await client.query(`select pg_sleep(${((writer * 7 + nr * 3) % 5) / 1000})`);
        const keep = (writer + nr) % 10 !== 0;
        await client.query(keep ? 'commit' : 'rollback');
        if (keep) committed.push(...request.events.map((event) => event.id));
      }
    };
    let done = false;
    const following = collect(log.store, { batchSize: 7, until: (seen) => done && seen.length >= committed.length });
    await Promise.all(Array.from({ length: 12 }, (_, writer) => write(writer)));
    done = true;
    await log.store.append(aRequest('last-1'));
    const seen = (await following).flat().filter((event) => event.stream !== 'last-1');
    expect(seen.map((event) => event.id).sort()).toEqual([...committed].sort());
    for (const stream of new Set(seen.map((event) => event.stream))) {
      const versions = seen.filter((event) => event.stream === stream).map((event) => event.streamVersion);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
  }, 30_000);
});
