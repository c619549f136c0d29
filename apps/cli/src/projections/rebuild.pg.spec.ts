import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { deriveId } from '@perspectief/kernel';
import { throwAwayKeys } from '@perspectief/privacy';
import { loadCaseload } from '../demo/load.js';
import { ScopedClock } from '../opening/scoped-clock.js';

const TODAY = '2026-03-02';
const clock = new ScopedClock();
const keys = throwAwayKeys();
let database: ThrowAwayDatabase;
let platform: Platform;

const SHARED = ['trajectory', 'household', 'pooled-budget'];
const TABLES = [
  ...['read.trajectories', 'read.worklist_items', 'read.deadlines', 'read.households', 'read.pooled_budgets', 'read.spending_requests', 'read.household_spend'],
  ...['read.budget_attention', 'read.worklist', 'access.streams', 'access.homes', 'access.files', 'access.pots', 'access.asked', 'access.requests'],
];

beforeAll(async () => {
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys, clock, partitions: 3 });
  await loadCaseload(platform, clock, { households: 14, seed: 5, today: TODAY });
}, 60_000);
afterAll(async () => {
  await platform.close();
  await database.drop();
});

/** All rows of a table, whatever their order. */
const rowsOf = async (table: string): Promise<string | undefined> =>
  ((await platform.database.query(`select count(*) || ' ' || md5(string_agg(t::text, '|' order by t::text collate "C")) as rows from ${table} t`)) as { rows: string }[])[0]?.rows;
const allRows = async (): Promise<Readonly<Record<string, string | undefined>>> => Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, await rowsOf(table)] as const)));

const names = async (): Promise<readonly string[]> => (await platform.projections.status()).map(({ name }) => name);

test('while every read model is rebuilt and switched, each answer is the one that was right before, row by row', async () => {
  const [before, wrong] = [await allRows(), new Set<string>()];
  let [rebuilding, answers] = [true, 0];
  const reading = [0, 1].map(async (first) => {
    for (let n = first * 7; rebuilding; n += 1) {
      const table = TABLES[n % TABLES.length] as string;
      if ((await rowsOf(table)) !== before[table]) wrong.add(table);
      answers += 1;
    }
  });
  for (const name of await names()) await platform.projections.rebuild(name, { batchSize: 100 });
  await platform.projections.switchBack('trajectory');
  rebuilding = false;
  await Promise.all(reading);
  expect([...wrong]).toEqual([]);
  expect(answers).toBeGreaterThan(TABLES.length);
  expect(await allRows()).toEqual(before);
}, 60_000);

test('pages of a read model that was switched are the fold of the log', async () => {
  const ids = (await platform.database.query(`select trajectory_id as id from read.trajectories order by 1`)) as { id: string }[];
  const fresh = await openPlatform({ databaseUrl: database.url, keys, clock });
  const pages = await Promise.all(ids.map(({ id }) => fresh.pages.trajectory(id, { today: TODAY })));
  expect(pages).toEqual(await Promise.all(ids.map(({ id }) => platform.pages.trajectory(id, { today: TODAY, knownAt: '9999-01-01T00:00:00.000Z' }))));
  await fresh.close();
});

test('shared out over partitions, the rows are the same', async () => {
  const before = await allRows();
  await platform.database.query(`truncate ${TABLES.filter((table) => table !== 'read.worklist' && table !== 'access.requests').join(', ')}`);
  await platform.database.query(`update runtime.checkpoints set position = null where reader <> 'policies'`);
  const ending = new AbortController();
  const running = platform.projections.run(ending.signal);
  const partitions = async (): Promise<readonly [string, number, number][]> => (await platform.projections.status()).map(({ name, behind, partitions: all }) => [name, all.length, behind]);
  const expected = (await names()).map((name) => [name, SHARED.includes(name) ? 3 : 1, 0]);
  for (let tries = 0; tries < 400 && JSON.stringify(await partitions()) !== JSON.stringify(expected); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  ending.abort();
  await running;
  expect(await partitions()).toEqual(expected);
  expect(await allRows()).toEqual(before);
}, 60_000);

test('an erasure reaches rows in every partition, and lets former versions go: nobody tells these of it', async () => {
  const kept = async (): Promise<number> => (await platform.projections.status()).filter(({ beside }) => beside !== undefined).length;
  expect(await kept()).toBe(4);
  const closed = (await platform.database.query(`select household_id as id from read.trajectories group by 1 having bool_and(closed_on is not null) limit 1`)) as { id: string }[];
  const householdId = closed[0]?.id as string;
  const answer = await platform.path.handle({ type: 'EraseHousehold', data: { householdId, reason: 'request-granted' }, commandId: deriveId('erase'), actor: { id: 'privacy-officer-1', role: 'privacy-officer' } });
  expect(answer).toMatchObject({ accepted: { events: 1 } });
  await platform.projections.catchUp();
  expect(await kept()).toBe(0);
  expect(await platform.database.query(`select nspname from pg_namespace where nspname like 'beside%'`)).toEqual([]);
  const rows = (await platform.database.query(`select trajectory_id as id, erased from read.trajectories where household_id = $1`, [householdId])) as { id: string; erased: boolean }[];
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ erased }) => erased)).toBe(true);
  const before = await allRows();
  for (const name of SHARED) await platform.projections.rebuild(name);
  expect(await allRows()).toEqual(before);
}, 60_000);
