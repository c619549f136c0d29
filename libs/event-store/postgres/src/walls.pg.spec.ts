import { testServers } from '@perspectief/database/testing';
import { Unavailable } from '@perspectief/event-store';
import { aRequest, anEvent } from '@perspectief/event-store/testing';
import type pg from 'pg';
import { PostgresEventStore } from './postgres-event-store.js';
import { migrateLog } from './schema/migrate-log.js';
import { serverHazards } from './server-hazards.js';
import { aLog, type ALog } from './testing/a-log.js';
import { openAppend, somebodyWaits } from './testing/interleaving.js';

describe.each(testServers())('the walls around the log on the $name', ({ url }) => {
  let log: ALog;
  let client: pg.Client;
  beforeAll(async () => {
    log = await aLog(url);
    client = await log.connect();
    await log.store.append(aRequest('trajectory-1'));
  });
  afterAll(() => log.dispose());

  const changes = ['events', 'receipts'].flatMap((table) => [`update log.${table} set stream = stream`, `delete from log.${table}`, `delete from log.${table} where false`, `truncate log.${table}`]);

  test.each(changes)('%s is refused by the database', async (sql) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code: '23001', message: expect.stringContaining('append-only') as string });
  });

  test('also in a session that plays replica, and on conflict', async () => {
    await expect(client.query("begin; set local session_replication_role = replica; delete from log.events")).rejects.toMatchObject({ code: '23001' });
    await client.query('rollback');
    const upsert = 'insert into log.receipts select * from log.receipts on conflict (command_id) do update set body_hash = $1';
    await expect(client.query(upsert, ['forged'])).rejects.toMatchObject({ code: '23001' });
    expect(await log.store.readStream('trajectory-1')).toHaveLength(1);
  });

  test('without synchronous commit nothing is written', async () => {
    const careless = await log.connect();
    await careless.query('set synchronous_commit = off');
    await expect(openAppend(careless, aRequest('trajectory-1'))).rejects.toMatchObject({ code: '55000' });
    await careless.query('rollback');
    await expect(careless.query("select log.remember('s-1', gen_random_uuid(), 'h', '{}')")).rejects.toMatchObject({ code: '55000' });
    expect(await serverHazards(careless)).toMatchObject([{ setting: 'synchronous_commit', fatal: true }]);
    await expect(migrateLog(careless)).rejects.toThrow('synchronous_commit');
  });

  test('a server as it comes has no hazards', async () => {
    expect(await serverHazards(client)).toEqual([]);
  });

  test('the migration may run again, and by many at once', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => log.connect()));
    await client.query('create table kept as select * from log.migrations; drop schema log cascade');
    await Promise.all(others.map((other) => migrateLog(other)));
    await migrateLog(client);
    const { rows } = await client.query('select version, name from log.migrations except select version, name from kept');
    expect(rows).toEqual([]);
  });

  test('somebody who writes past the stream lock meets the second wall: a conflict, not two events of one version', async () => {
    const rogue = await log.connect();
    await log.store.append(aRequest('household-1'));
    await rogue.query(`begin; insert into log.events (stream, stream_version, id, type, schema_version, data, happened_on, actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
      select stream, 2, gen_random_uuid(), type, schema_version, data, happened_on, actor_id, actor_role, command_id, correlation_id, causation_id, municipality from log.events where stream = 'household-1'`);
    const appending = log.store.append(aRequest('household-1')).catch((error: unknown) => error);
    await somebodyWaits(client);
    await rogue.query('commit');
    expect(await appending).toMatchObject({ name: 'Conflict', actual: 2 });
  });

  test('a server that does not answer is Unavailable, and so is a store that was closed', async () => {
    const nobody = new PostgresEventStore({ host: '127.0.0.1', port: 1, user: 'nobody' });
    await expect(nobody.append(aRequest('trajectory-1'))).rejects.toBeInstanceOf(Unavailable);
    await expect(nobody.readAll({ limit: 1 })).rejects.toBeInstanceOf(Unavailable);
    await nobody.close();
    await expect(nobody.head()).rejects.toBeInstanceOf(Unavailable);
  });

  test('trap 11: a stream that grows beyond the budget of its type is reported', async () => {
    const reports: unknown[] = [];
    const store = new PostgresEventStore(log.url, { lengths: { budgets: { trajectory: 3 }, onLongStream: (...report) => reports.push(report) } });
    await store.append(aRequest('trajectory-9', [anEvent(), anEvent(), anEvent()]));
    await store.append(aRequest('household-9', [anEvent(), anEvent(), anEvent(), anEvent()]));
    await store.append(aRequest('trajectory-9'));
    await store.close();
    expect(reports).toEqual([['trajectory-9', 4, 3]]);
  });
});
