import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allEvents, householdExportPage, type HouseholdExport } from '@perspectief/assembly';
import { deriveId, ERASED, personalTexts, sealedTexts } from '@perspectief/kernel';
import { verifyErasure } from '@perspectief/privacy';
import { ids, toldPlatform, type ToldPlatform } from './told.js';

let told: ToldPlatform;
let folder: string;
beforeAll(async () => {
  told = await toldPlatform(`Z${deriveId('canaries').replaceAll('-', '')}`);
  await told.platform.projections.catchUp();
  folder = await mkdtemp(join(tmpdir(), 'perspectief-canaries-'));
}, 120_000);
afterAll(async () => {
  await told.close();
  await rm(folder, { recursive: true });
});

const all = () => true;
const verify = (folders: readonly string[] = []) =>
  verifyErasure(told.platform.database, { householdId: ids.householdId, words: told.words, folders, now: () => new Date('2030-01-01T00:00:00Z') });
const opened = <T>(answer: T): Promise<T> => told.platform.personalData.open(answer, all);

test('there is a word in every personal field of every event', () => {
  let fields = 0;
  for (const { schema } of Object.values(allEvents)) if (personalTexts(schema)({}, String)) fields += Object.keys(schema.shape).length > 0 ? 1 : 0;
  expect(fields).toBeGreaterThan(60);
  expect(told.words.length).toBeGreaterThan(45);
});

test('before anything is erased, every word stands sealed and nowhere else: no table, no file of the server', async () => {
  const certificate = await verify();
  expect(certificate).toMatchObject({ tables: { findings: [] }, files: { findings: [], unread: [] }, clean: false });
  expect(certificate.livingKeys).toBeGreaterThan(3);
  expect(certificate.files.bytes).toBeGreaterThan(1_000_000);
  expect(certificate.tables.rows).toBeGreaterThan(100);
}, 120_000);

test('the search finds what is there: a word in a table, in a view that keeps its rows, in the statistics of the server, and one in a file of a backup', async () => {
  const [first, second] = told.words as [string, string];
  await told.platform.database.query(`create table public.left_behind (words jsonb)`);
  await told.platform.database.query(`insert into public.left_behind select $1::jsonb from generate_series(1, 10)`, [JSON.stringify({ deep: [`x ${first.toUpperCase()} y`] })]);
  for (const statement of ['create materialized view public.left_in_view as select * from public.left_behind', 'analyze public.left_behind']) await told.platform.database.query(statement);
  await writeFile(join(folder, 'backup'), `${'.'.repeat((1 << 20) - 5)}${second}`);
  const { tables, files } = await verify([folder]);
  const found = (table: string, rows: number) => ({ table, rows, canary: 1 });
  expect(tables.findings).toEqual([found('pg_catalog.pg_statistic', 1), found('public.left_behind', 10), found('public.left_in_view', 10)]);
  expect(files.findings).toContainEqual({ file: join(folder, 'backup'), canary: 2 });
  await told.platform.database.query(`drop table public.left_behind cascade`);
}, 120_000);

test('pages hold tokens, and read as they were written once they are opened', async () => {
  const { pages, households, budgets } = told.platform;
  const answers = [await pages.trajectory(ids.trajectoryId), await pages.timeline(ids.trajectoryId), await households.household(ids.householdId), await budgets.requests.record(ids.trajectoryId)];
  expect(sealedTexts(answers).length).toBeGreaterThan(30);
  const text = JSON.stringify(await opened(answers));
  expect(text).not.toContain('⟦');
  expect(told.words.filter((word) => text.includes(word)).length).toBeGreaterThan(15);
});

test('the household gets all of it, word for word, as data and as a page that fetches nothing', async () => {
  const exported = await told.platform.exports.export(ids.householdId, new Date('2030-01-01T00:00:00Z'));
  const text = JSON.stringify(exported);
  expect(told.words.filter((word) => !text.includes(word))).toEqual([]);
  const page = householdExportPage(exported as HouseholdExport);
  expect(page).not.toMatch(/⟦|src=|href=|url\(/);
  expect(page).toContain('Wat wij van u bewaren');
});

describe('after erasure', () => {
  beforeAll(async () => {
    const answer = await told.platform.path.handle({
      type: 'EraseHousehold',
      data: { householdId: ids.householdId, reason: 'request-granted' },
      commandId: deriveId('erase'),
      actor: { id: 'officer', role: 'privacy-officer' },
    });
    expect(answer).toMatchObject({ accepted: { events: 1 } });
    await told.platform.projections.catchUp();
  });

  test('the certificate is clean, and says what was destroyed', async () => {
    await rm(join(folder, 'backup'), { force: true });
    const certificate = await verify([folder]);
    expect(certificate).toMatchObject({ clean: true, livingKeys: 0, erased: { reason: 'request-granted' } });
    expect(certificate.erased?.keysDestroyed).toBeGreaterThan(3);
    expect(JSON.stringify(certificate)).not.toContain(told.words[0]);
  }, 120_000);

  test('no page knows the household any more, on no day', async () => {
    const { pages, households } = told.platform;
    expect(await pages.trajectory(ids.trajectoryId)).toBeUndefined();
    expect(await pages.trajectory(ids.trajectoryId, { asOf: '2024-01-12' })).toBeUndefined();
    expect(await pages.timeline(ids.trajectoryId)).toBeUndefined();
    expect(await households.household(ids.householdId)).toMatchObject({ erased: true, members: [] });
    expect(await told.platform.database.query(`select 1 from read.worklist_items where trajectory_id = $1`, [ids.trajectoryId])).toEqual([]);
    expect(await told.platform.database.query(`select 1 from read.deadlines where trajectory_id = $1`, [ids.trajectoryId])).toEqual([]);
  });

  test('what a pot paid stays, without anybody', async () => {
    const record = await opened(await told.platform.budgets.requests.record(ids.trajectoryId));
    expect(JSON.stringify(record)).toContain(ERASED);
    expect(told.words.filter((word) => JSON.stringify(record).includes(word))).toEqual([]);
  });

  test('every later command about the household is refused, in each of its streams', async () => {
    const send = (type: string, data: object) => told.platform.path.handle({ type, data, commandId: deriveId('later', type), actor: { id: 'coach', role: 'neighbourhood-coach' } });
    const refused = { refused: { code: 'HOUSEHOLD_ERASED' } };
    expect(await send('MoveHousehold', { householdId: ids.householdId, area: 'beijum', address: 'Straat 1', on: '2024-02-01' })).toMatchObject(refused);
    expect(await send('LogContact', { trajectoryId: ids.trajectoryId, contactId: deriveId('c'), kind: 'call', reached: true, note: 'x' })).toMatchObject(refused);
    expect(await send('RejectSpending', { budgetId: ids.budgetId, requestId: ids.trajectoryId, reason: 'x' })).toMatchObject(refused);
  });

  test('a rebuild of every read model brings nothing back', async () => {
    for (const { name } of await told.platform.projections.status()) await told.platform.projections.rebuild(name);
    expect(await told.platform.pages.trajectory(ids.trajectoryId)).toBeUndefined();
    expect((await told.platform.households.household(ids.householdId))?.erased).toBe(true);
    expect((await verify()).clean).toBe(true);
  }, 120_000);
});
