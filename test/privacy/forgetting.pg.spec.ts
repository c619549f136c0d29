import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openPlatform } from '@perspectief/assembly';
import { deriveId, replaceSealed, sealedTexts } from '@perspectief/kernel';
import { ENVIRONMENT, NoKeys, PersonalData } from '@perspectief/privacy';
import { ids, masterKeys, toldPlatform, type ToldPlatform } from './told.js';

const READ_TABLES = ['households', 'trajectories', 'worklist_items', 'deadlines', 'pooled_budgets', 'spending_requests', 'household_spend', 'budget_attention'];

/** Closed whatever a test finds. */
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const keep = <T extends { close(): Promise<void> }>(opened: T): T => {
  open.push(opened);
  return opened;
};

const rowsOf = async ({ platform }: ToldPlatform): Promise<readonly unknown[]> => {
  const tables = READ_TABLES.map((table) => platform.database.query(`select to_jsonb(t) as row from read.${table} t order by to_jsonb(t)::text`));
  return (await Promise.all(tables)) as unknown[];
};

test('read models of sealed events are those of plain ones, token for text, also where the process holds no key', async () => {
  const sealed = await toldPlatform('Zekanarie');
  const keyless = keep(await openPlatform({ databaseUrl: sealed.url, keys: undefined, poolSize: 4 }));
  keep(sealed);
  const plain = keep(await toldPlatform('Zekanarie', { sealed: false }));
  await keyless.projections.catchUp();
  await plain.platform.projections.catchUp();
  const rows = await rowsOf(sealed);
  expect(sealedTexts(rows).length).toBeGreaterThan(10);
  // The order of rows may follow from tokens: compared table by table, each opened, then put in order.
  const inOrder = (tables: readonly unknown[]): readonly string[][] => tables.map((table) => (table as unknown[]).map((row) => JSON.stringify(row)).sort());
  const withoutPositions = (tables: readonly string[][]): readonly string[][] => tables.map((table) => table.map((row) => row.replaceAll(/"position":"[^"]*"/g, '')));
  expect(withoutPositions(inOrder(await sealed.platform.personalData.open(rows, () => true)))).toEqual(withoutPositions(inOrder(await rowsOf(plain))));

  const command = { type: 'MoveHousehold', data: { householdId: ids.householdId, area: 'beijum', address: 'Straat 1', on: '2024-02-01' }, commandId: deriveId('x'), actor: { id: 'coach', role: 'x' } };
  await expect(keyless.path.handle(command)).rejects.toBeInstanceOf(NoKeys);
  expect(await new PersonalData({ open: async (all) => all.map(() => 'x') } as never).open(rows, () => false)).toEqual(
    JSON.parse(JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? replaceSealed(value, () => '[afgeschermd]') : value))),
  );
}, 120_000);

test('kill -9 between the fact and the destruction of keys: the next start finishes it', async () => {
  const told = keep(await toldPlatform('Zkill'));
  await told.platform.projections.catchUp();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'erase-and-hang.mjs'), told.url, ids.householdId], { env: { ...process.env, [ENVIRONMENT]: masterKeys } });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => child.kill('SIGKILL'));
    child.stderr.on('data', (chunk: Buffer) => reject(new Error(chunk.toString())));
    child.on('close', () => resolve());
  });
  const living = async (): Promise<number> =>
    ((await told.platform.database.query(`select count(*)::int as n from access.data_keys where destroyed_at is null`)) as [{ n: number }])[0].n;
  expect((await told.platform.store.readStream(`household-${ids.householdId}`)).at(-1)?.type).toBe('HouseholdErased');
  expect(await living()).toBeGreaterThan(0);
  await told.platform.projections.catchUp();
  expect(await living()).toBe(0);
  await told.platform.projections.catchUp();
  expect(await told.platform.database.query(`select keys_destroyed > 0 as some from access.erasures`)).toEqual([{ some: true }]);
}, 120_000);
