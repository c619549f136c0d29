import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { DataSource } from 'typeorm';
import { signInMigrations } from './migrations.js';
import { IDLE, LONGEST, Sessions } from './sessions.js';

const START = Date.parse('2026-03-02T08:00:00Z');
let server: ThrowAwayDatabase;
let database: DataSource;
let now: number;
let sessions: Sessions;

beforeAll(async () => {
  server = await throwAwayDatabase();
  database = await new DataSource({ type: 'postgres', url: server.url, migrations: signInMigrations }).initialize();
  await database.runMigrations();
});
afterAll(async () => {
  await database.destroy();
  await server.drop();
});
beforeEach(() => {
  now = START;
  sessions = new Sessions(database, () => now);
});

const begin = (): Promise<string> => sessions.begin('coach-1', ['neighbourhood-coach'], 'id-token');
const used = { use: true };

test('a session is found by its id, also by another process', async () => {
  const id = await begin();
  expect(await new Sessions(database, () => now).find(id, used)).toMatchObject({ personId: 'coach-1', roles: ['neighbourhood-coach'], until: START + IDLE });
});

test('the table does not hold what is in the cookie', async () => {
  const id = await begin();
  const rows: object[] = await database.query('select * from access.sessions');
  expect(JSON.stringify(rows)).not.toContain(id);
  expect(id.length).toBeGreaterThanOrEqual(43);
});

test('used every twenty minutes it lasts, left for half an hour it ends', async () => {
  const id = await begin();
  for (let turn = 0; turn < 3; turn += 1) {
    now += 20 * 60_000;
    expect(await sessions.find(id, used)).toBeDefined();
  }
  now += IDLE;
  expect(await sessions.find(id, used)).toBeUndefined();
});

test('to look at it is not to use it', async () => {
  const id = await begin();
  now += 20 * 60_000;
  expect(await sessions.find(id, { use: false })).toMatchObject({ until: START + IDLE });
  now += 11 * 60_000;
  expect(await sessions.find(id, { use: false })).toBeUndefined();
});

test('after ten hours it ends however busy', async () => {
  const id = await begin();
  for (; now < START + LONGEST; now += 10 * 60_000) expect(await sessions.find(id, used)).toBeDefined();
  expect(await sessions.find(id, used)).toBeUndefined();
});

test('it is presumed for a minute after it was found, and no longer than it lasts; ended here, not at all', async () => {
  const id = await begin();
  expect(sessions.presumed(id)).toBeUndefined();
  await sessions.find(id, used);
  now += 59_999;
  expect(sessions.presumed(id)).toMatchObject({ personId: 'coach-1' });
  now += 1;
  expect(sessions.presumed(id)).toBeUndefined();
  await database.query('update access.sessions set ends_at = $1', [new Date(now + 30_000)]);
  await sessions.find(id, used);
  now += 29_999;
  expect(sessions.presumed(id)).toBeDefined();
  now += 1;
  expect(sessions.presumed(id)).toBeUndefined();
  const another = await begin();
  await sessions.find(another, used);
  await sessions.end(another);
  expect(sessions.presumed(another)).toBeUndefined();
});

test('ended it is gone, and only once', async () => {
  const id = await begin();
  const ended = await sessions.end(id);
  expect(ended).toMatchObject({ idToken: 'id-token' });
  expect(await sessions.end(id)).toBeUndefined();
  expect(await sessions.find(id, used)).toBeUndefined();
  expect(await sessions.alive([ended?.key ?? ''])).toEqual(new Set());
});

test('what ended is not kept', async () => {
  await begin();
  now += LONGEST;
  await begin();
  expect(await database.query('select key from access.sessions')).toHaveLength(1);
});

test('an id that nobody gave is nobody', async () => {
  for (const id of ['', 'x', "' or true --", 'é'.repeat(500)]) expect(await sessions.find(id, used)).toBeUndefined();
});
