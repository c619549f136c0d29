import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recorded } from '@perspectief/kernel';
import {
  cutStudy, DatasetExists, Engine, logicalDifferences, StudyKey, verifyDataset, writeDataset, type Cut, type CutRequest, type Manifest, type ManifestOrigin,
} from './index.js';
import { contentsOf, Folders } from './testing/folders.js';
import { CANARIES, batches, card, erasure, householdOf, lastPosition, lifting, logOf, restriction, town, trajectoryOf } from './testing/town.js';

const folders = new Folders();
afterAll(() => folders.clear());

const key = new StudyKey(new Uint8Array(32).fill(7));
const CASES = 84;
const log = logOf(town(CASES));
const position = lastPosition(log);

const origin = { kind: 'outside-log', datasetId: 'dataset', createdAt: '2025-01-01T00:00:00.000Z', code: { version: '0', commit: 'c', lockfile: 'l' }, caseNotion: 'trajectory', source: { format: 'csv', sha256: '0'.repeat(64), cases: 0, events: 0, variants: 0 } } as const satisfies ManifestOrigin;

const withEngine = async <T>(work: (engine: Engine) => Promise<T>): Promise<T> => {
  const engine = await Engine.open({ folder: await folders.next() });
  return work(engine).finally(() => engine.close());
};

interface Made {
  readonly cut: Cut;
  readonly manifest: Manifest;
  readonly folder: string;
}

const made = (events: readonly Recorded[], request: Partial<CutRequest> = {}): Promise<Made> =>
  withEngine(async (engine) => {
    const cut = await cutStudy(engine, batches(events), { card, key, position, cohortPosition: position, ...request });
    if ('refused' in cut) throw new Error(cut.refused.code);
    const folder = join(await folders.next(), 'data');
    return { cut, folder, manifest: await writeDataset(engine, { origin, caseType: 'trajectory', name: 'study', papers: {} }, folder) };
  });

let first: Made;
beforeAll(async () => {
  first = await made(log);
});

const query = (sql: string): Promise<readonly (readonly unknown[])[]> => withEngine((engine) => engine.all(sql.replaceAll('@', `${first.folder}/parquet/`)));

describe('a data set of a study', () => {
  test('holds every enrolled case, with its arm, events and spell', async () => {
    expect(first.cut.inclusion).toMatchObject({ trajectories: CASES, enrolled: CASES, withdrawnCases: 0, leftOut: 0, included: CASES });
    expect(first.cut.arms).toEqual([{ name: 'tandem', size: 28 }, { name: 'geen tandem', size: 56 }]);
    expect(await query(`select count(*) from '@cases.parquet'`)).toEqual([[BigInt(CASES)]]);
    expect(await query(`select count(*) from '@events.parquet'`)).toEqual([[BigInt(log.length)]]);
    expect(await query(`select ending, count(*) from '@spells.parquet' group by ending order by ending`)).toEqual([['administrative', 18n], ['event', 63n], ['moved', 3n]]);
  });

  test('has no rows that point at nothing', async () => {
    const dangling = [
      `select count(*) from '@event_object.parquet' where event_id not in (select event_id from '@events.parquet')`,
      `select count(*) from '@event_object.parquet' where object_id not in (select object_id from '@objects.parquet')`,
      `select count(*) from '@object_object.parquet' where target_id not in (select object_id from '@objects.parquet')`,
      `select count(*) from '@events.parquet' where case_id not in (select case_id from '@cases.parquet')`,
    ];
    for (const sql of dangling) expect(await query(sql)).toEqual([[0n]]);
  });

  test('says no personal word, no id of the log, and no exact amount, in any file', async () => {
    const secrets = [...CANARIES, trajectoryOf(0), householdOf(3), trajectoryOf(50), '123457', position];
    for (const [path, bytes] of await contentsOf(first.folder)) {
      if (path === 'manifest.json') continue;
      const found = secrets.filter((secret) => bytes.includes(secret));
      expect([path, found]).toEqual([path, []]);
    }
    const [amounts] = await query(`select distinct attributes->>'claim' from '@events.parquet' where activity = 'DebtRegistered'`);
    expect(amounts).toEqual(['120000']);
  });

  test('keeps intervals within a household while its dates move', async () => {
    const days = await query(`select distinct max(happened_at::date) - min(happened_at::date) from '@events.parquet' where activity in ('TrajectoryOpened', 'FirstConversationHeld') group by case_id`);
    expect(days).toEqual([[12n]]);
    const starts = await query(`select count(distinct opened_on) from '@cases.parquet'`);
    expect(Number(starts[0]?.[0])).toBeGreaterThan(20);
  });

  test('says the same in Parquet and in CSV', () => {
    const digest = (path: string): string | undefined => first.manifest.files.find((file) => file.path === path)?.logicalSha256;
    for (const name of ['events', 'cases', 'objects', 'event_object', 'object_object', 'episodes', 'spells']) expect(digest(`csv/${name}.csv`)).toBe(digest(`parquet/${name}.parquet`));
  });

  test('is not written where something stands', async () => {
    await expect(withEngine(async (engine) => {
      await cutStudy(engine, batches(log), { card, key, position, cohortPosition: position });
      return writeDataset(engine, { origin, caseType: 'trajectory', name: 'study', papers: {} }, first.folder);
    })).rejects.toBeInstanceOf(DatasetExists);
  });
});

describe('made again', () => {
  test('at the same position it says the same, also after ten thousand newer events', async () => {
    const more = town(10, 500);
    const newer = Array.from({ length: 10_000 }, (_, n) => ({ ...(more[n % more.length] as Recorded), id: `newer ${n}` }));
    expect(logicalDifferences(first.manifest, (await made(logOf(log, newer))).manifest)).toEqual([]);
  });

  test('without an erased household: it is gone, all others are as they were, and the count is told', async () => {
    const again = await made(logOf(log, [erasure(householdOf(5))]), { members: first.cut.members });
    expect(again.cut).toMatchObject({ withdrawn: 1, members: first.cut.members, inclusion: { withdrawnCases: 1, included: CASES - 1 } });
    const gone = key.pseudonymOf(householdOf(5));
    for (const [path, bytes] of await contentsOf(again.folder)) expect([path, bytes.includes(gone)]).toEqual([path, false]);
    const rest = (folder: string) => `select * from '${folder}/parquet/events.parquet' where case_id <> '${key.pseudonymOf(trajectoryOf(5))}' order by case_id, case_order`;
    expect(await query(rest(again.folder))).toEqual(await query(rest(first.folder)));
  });

  test('without a household that only named people may find since: it is gone like an erased one, and is back when that was lifted', async () => {
    const restricted = logOf(log, [restriction(householdOf(5))]);
    const again = await made(restricted, { members: first.cut.members });
    expect(again.cut).toMatchObject({ withdrawn: 1, members: first.cut.members, inclusion: { withdrawnCases: 1, included: CASES - 1 } });
    const lifted = await made(logOf(log, [restriction(householdOf(5)), lifting(householdOf(5))]), { members: first.cut.members });
    expect(logicalDifferences(first.manifest, lifted.manifest)).toEqual([]);
    const frozenMeanwhile = await made(restricted, { position: lastPosition(restricted), cohortPosition: lastPosition(restricted) });
    expect(frozenMeanwhile.cut).toMatchObject({ withdrawn: 0, inclusion: { enrolled: CASES - 1 } });
  });

  test('beside the cases of another municipality it says the same: they are neither in it nor counted', async () => {
    const elsewhere = town(20, 700).map((event) => ({ ...event, municipality: 'tenboer' }));
    const both = logOf(elsewhere, log);
    const beside = await made(both, { position: lastPosition(both), cohortPosition: lastPosition(both) });
    expect(beside.cut.inclusion).toEqual(first.cut.inclusion);
    expect(beside.cut.members).toBe(first.cut.members);
  });

  test('with another key it names nobody the same', async () => {
    const other = await made(log, { key: new StudyKey(new Uint8Array(32).fill(8)) });
    const shared = await query(`select count(*) from '@objects.parquet' where object_id in (select object_id from '${other.folder}/parquet/objects.parquet')`);
    expect(shared).toEqual([[0n]]);
  });

  test('of a cohort that comes out otherwise it is refused', async () => {
    const cut = await withEngine((engine) => cutStudy(engine, batches(log), { card, key, position, cohortPosition: position, members: '0'.repeat(64) }));
    expect(cut).toMatchObject({ refused: { code: 'COHORT_CHANGED' } });
  });

  test('of too few people it is refused', async () => {
    const few = logOf(town(9));
    expect(await withEngine((engine) => cutStudy(engine, batches(few), { card, key, position: lastPosition(few), cohortPosition: lastPosition(few) }))).toMatchObject({ refused: { code: 'TOO_FEW' } });
  });
});

describe('verification', () => {
  test('finds a data set whole', async () => {
    const verified = await verifyDataset(first.folder);
    expect(verified?.whole).toBe(true);
    expect(verified?.files.every(({ finding }) => finding === 'same')).toBe(true);
  });

  test('names what was changed, taken away and put in', async () => {
    const { folder } = await made(log);
    const csv = join(folder, 'csv', 'cases.csv');
    await chmod(csv, 0o644);
    await writeFile(csv, (await readFile(csv, 'utf8')).replace('"geen tandem"', '"tandem"'));
    await rm(join(folder, 'log.xes'));
    await writeFile(join(folder, 'extra.txt'), 'x');
    const verified = await verifyDataset(folder);
    const findings = verified?.files.filter(({ finding }) => finding !== 'same');
    expect(verified?.whole).toBe(false);
    expect(findings).toEqual([{ path: 'csv/cases.csv', finding: 'differs' }, { path: 'log.xes', finding: 'missing' }, { path: 'extra.txt', finding: 'not-in-manifest' }]);
  });

  test('lets other bytes pass that say the same', async () => {
    const { folder } = await made(log);
    const csv = join(folder, 'csv', 'cases.csv');
    await chmod(csv, 0o644);
    await writeFile(csv, (await readFile(csv, 'utf8')).replaceAll('\n', '\r\n'));
    const verified = await verifyDataset(folder);
    expect(verified?.whole).toBe(true);
    expect(verified?.files.find(({ path }) => path === 'csv/cases.csv')?.finding).toBe('bytes-differ');
  });

  test('has nothing to say of a folder without a manifest', async () => expect(await verifyDataset(await folders.next())).toBeUndefined());
});
