import pg from 'pg';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { addDays, dayOfMoment } from '@perspectief/kernel';
import { connectEvaluation, EVALUATION_ROLE } from '@perspectief/evaluation-register';
import { preparedDatabase } from './testing/prepared-database.js';

let prepared: Awaited<ReturnType<typeof preparedDatabase>>;
let own: pg.Client;

beforeAll(async () => {
  prepared = await preparedDatabase([['evaluator-1', 'evaluator'], ['coach-1', 'neighbourhood-coach']]);
  own = new pg.Client({ connectionString: prepared.databaseUrl });
  await own.connect();
});
afterAll(async () => {
  await own.end();
  await prepared.close();
});

const PERMISSION = '42501';
const refusal = (sql: string): Promise<unknown> => own.query(sql).then(() => 'it may', (error: { code: string }) => error.code);

test('every table outside its own schema is closed to it, but for the events and what says that a session runs', async () => {
  const { rows } = await own.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('evaluation', 'pg_catalog', 'information_schema', 'pg_toast') order by 1`);
  expect(rows.length).toBeGreaterThan(20);
  const open: string[] = [];
  for (const { name } of rows) if ((await refusal(`select * from ${name} limit 1`)) !== PERMISSION) open.push(name);
  expect(open).toEqual(['log.events']);
});

test.each([
  'select wrapped from access.data_keys', 'select wrapped from access.installation_keys', 'select name from directory.people', 'select id_token from access.sessions',
  'select * from read.trajectories', 'select * from access.reader_log', 'select * from log.receipts',
  `insert into log.events (stream, stream_version, id) values ('x', 1, gen_random_uuid())`, 'delete from log.events', 'update access.sessions set person_id = id_token',
  'delete from access.sessions', 'delete from evaluation.study_events', 'update evaluation.releases set parts = null', 'delete from evaluation.asks',
  'update evaluation.statements set subjects = null', 'create table evaluation.mine (n int)', 'create schema mine', `set role postgres`,
])('the database itself refuses it: %s', async (sql) => {
  expect(await refusal(sql)).toBe(PERMISSION);
});

test('it reads events, the sessions that run, and evaluators and privacy officers without their names', async () => {
  expect(await refusal('select data from log.events')).toBe('it may');
  expect(await refusal('select key, person_id, roles, seen_at, ends_at from access.sessions')).toBe('it may');
  expect((await own.query('select * from evaluation.staff')).rows).toEqual([{ id: 'evaluator-1', municipality: 'groningen', role: 'evaluator', active: true }]);
});

test('to it too a last day counts, and from the day after the person has left', async () => {
  const today = dayOfMoment(new Date().toISOString());
  const active = async (until: string): Promise<unknown> => {
    await prepared.platform.directory.put({ id: 'evaluator-1', role: 'evaluator', municipality: 'groningen', name: 'Naam', until });
    return (await own.query<{ active: boolean }>('select active from evaluation.staff')).rows[0]?.active;
  };
  expect([await active(addDays(today, -1)), await active(addDays(today, 1))]).toEqual([false, true]);
});

test('nobody signs in as the role itself, and the login has no more than it', async () => {
  const { rows } = await own.query('select rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = any($1) order by rolcanlogin', [[EVALUATION_ROLE, prepared.login.name]]);
  const plain = { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false };
  expect(rows).toEqual([{ rolcanlogin: false, ...plain }, { rolcanlogin: true, ...plain }]);
});

test('a database that was not prepared is not worked with', async () => {
  const empty = await throwAwayDatabase();
  await expect(connectEvaluation(empty.url)).rejects.toThrow('perspectief evaluation prepare');
  await empty.drop();
});
