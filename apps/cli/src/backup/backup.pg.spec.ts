import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openPlatform, type Platform } from '@perspectief/assembly';
import { startEmbedded } from '@perspectief/database';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { Studies } from '@perspectief/evaluation-records';
import { prepareEvaluation } from '@perspectief/evaluation-register';
import { keysInMemory, readKeyRing, throwAwayKeys } from '@perspectief/privacy';
import { loadCaseload } from '../demo/load.js';
import { ScopedClock } from '../opening/scoped-clock.js';
import { readManifest, type Manifest } from './manifest.js';
import { missingFrom } from './master-keys.js';
import { restoreBackup } from './restore-backup.js';
import { takeBackup } from './take-backup.js';

const TODAY = '2026-03-02';
const keys = keysInMemory(readKeyRing(`test:${Buffer.alloc(32, 7).toString('base64')}`));
const seal = () => keysInMemory(readKeyRing(`seal:${Buffer.alloc(32, 8).toString('base64')}`));
const studyId = '7b1f6a55-3c0a-4d1e-9a43-0c4d2f2f9b11';
const clock = new ScopedClock();
const open: { close(): Promise<void> }[] = [];
let folder: string;
let source: ThrowAwayDatabase;
let platform: Platform;
let backup: Manifest;
let studyKey: Uint8Array;

/** With the evaluation's own tables open, as the owner of that database. */
const withStudies = async <T>(url: string, work: (studies: Studies, own: Awaited<ReturnType<typeof prepareEvaluation>>) => Promise<T>): Promise<T> => {
  const own = await prepareEvaluation(url);
  return work(new Studies(own, seal()), own).finally(() => own.destroy());
};

const inFolder = (name: string): string => join(folder, name);
const newFolder = async (name: string): Promise<string> => mkdtemp(inFolder(name));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perspectief-backup-'));
  await chmod(folder, 0o755);
  source = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: source.url, keys, clock });
  await loadCaseload(platform, clock, { households: 6, seed: 5, today: TODAY });
  studyKey = await withStudies(source.url, async ({ keys: ofStudies }) => (await ofStudies.of(studyId))?.bytes() ?? new Uint8Array());
  const writing = loadCaseload(platform, clock, { households: 16, seed: 5 });
  backup = (await takeBackup(source.url, await newFolder('first'))) as Manifest;
  await writing;
}, 120_000);
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
afterAll(async () => {
  await platform.close();
  await source.drop();
  await rm(folder, { recursive: true, force: true });
});

const backupFolder = async (): Promise<string> => inFolder((await readdir(folder)).find((name) => name.startsWith('first')) ?? '');

const emptyDatabase = async (): Promise<ThrowAwayDatabase> => {
  const database = await throwAwayDatabase();
  open.push({ close: () => database.drop() });
  return database;
};

const rowsOf = async ({ database }: Platform): Promise<unknown> =>
  Promise.all(['trajectories', 'worklist_items', 'deadlines', 'households'].map((table) => database.query(`select to_jsonb(t)::text as row from read.${table} t order by 1`)));

test('a backup taken while commands are written restores into an empty database with the same digests, and read models follow', async () => {
  const later = await platform.store.readAll({ after: backup.log.head ?? undefined, limit: 1 });
  expect(later).toHaveLength(1);
  expect(backup.log.events).toBeGreaterThan(0);

  const target = await emptyDatabase();
  await restoreBackup(await backupFolder(), backup, target.url);
  const again = await takeBackup(target.url, await newFolder('again'));
  expect(again?.tables).toEqual(backup.tables);
  expect(again?.log).toEqual(backup.log);

  const restored = await openPlatform({ databaseUrl: target.url, keys, clock });
  open.unshift(restored);
  expect(await restored.store.head()).toBe(backup.log.head);
  await restored.projections.catchUp();
  const live = await rowsOf(restored);
  for (const { name } of await restored.projections.status()) await restored.projections.rebuild(name);
  expect(await rowsOf(restored)).toEqual(live);

  const { refused, written } = await loadCaseload(restored, clock, { households: 17, seed: 5 });
  expect({ refused, wrote: written > 0 }).toEqual({ refused: [], wrote: true });
}, 120_000);

test('the backup holds no key and nothing that other people of the machine may read', async () => {
  const from = await backupFolder();
  const files = await readdir(from);
  const modes = await Promise.all(files.map(async (name) => (await stat(join(from, name))).mode & 0o077));
  expect(new Set(modes)).toEqual(new Set([0]));
  expect(backup.masterKeys).toEqual(['test']);
  const texts = await Promise.all(files.map(async (name) => (name.endsWith('.gz') ? gunzipSync(await readFile(join(from, name))) : readFile(join(from, name))).toString()));
  expect(texts.join('')).not.toContain(Buffer.alloc(32, 7).toString('base64'));
  expect(backup.tables.map(({ name }) => name)).not.toContain('access.sessions');
});

test('studies come back with their keys, and those are nowhere in it open: only the seal opens them', async () => {
  expect(backup).toMatchObject({ studySeals: ['seal'], schema: { evaluation: expect.arrayContaining(['EvaluationSealedKeys1764000690000']) } });
  const from = await backupFolder();
  const kept = gunzipSync(await readFile(join(from, 'evaluation.study_keys.jsonl.gz'))).toString();
  expect(JSON.parse(kept)).toMatchObject({ study_id: studyId, key: null, sealed_by: 'seal' });
  for (const form of ['hex', 'base64', 'latin1'] as const) expect(kept).not.toContain(Buffer.from(studyKey).toString(form));
  const target = await emptyDatabase();
  await restoreBackup(from, backup, target.url);
  await withStudies(target.url, async (studies, own) => {
    expect((await studies.keys.of(studyId))?.bytes()).toEqual(studyKey);
    await expect(new Studies(own, throwAwayKeys()).keys.of(studyId)).rejects.toMatchObject({ name: 'UnknownMasterKey' });
  });
});

test('a key that was kept open is sealed at the next start; before that nothing is backed up', async () => {
  const target = await emptyDatabase();
  await restoreBackup(await backupFolder(), backup, target.url);
  const other = 'a0a1c7de-55b8-4d5b-8f10-0f5b35c0d7aa';
  await withStudies(target.url, async (studies, own) => {
    await own.query('insert into evaluation.study_keys (study_id, key) values ($1, $2)', [other, Buffer.alloc(32, 3)]);
    await expect(takeBackup(target.url, await newFolder('open'))).rejects.toMatchObject({ name: 'OpenStudyKeys' });
    await studies.keys.sealAll();
    expect((await studies.keys.of(other))?.bytes()).toEqual(Buffer.alloc(32, 3));
    await expect(own.query('update evaluation.study_keys set sealed = null, sealed_by = null, key = $1', [Buffer.alloc(32, 3)])).rejects.toThrow('sealed or destroyed');
  });
  expect(await takeBackup(target.url, await newFolder('sealed'))).toMatchObject({ studySeals: ['seal'] });
});

test('a restore never writes over what is there', async () => {
  const head = await platform.store.head();
  await expect(restoreBackup(await backupFolder(), backup, source.url)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
  expect(await platform.store.head()).toBe(head);
});

test('a backup in which one event was changed is refused, and nothing starts on the database', async () => {
  const from = await backupFolder();
  const file = join(from, 'log.events.jsonl.gz');
  const whole = await readFile(file);
  const target = await emptyDatabase();
  try {
    await writeFile(file, gzipSync(gunzipSync(whole).toString().replace('coach', 'Coach')));
    await expect(restoreBackup(from, backup, target.url)).rejects.toMatchObject({ code: 'FILE_DIFFERS', where: 'log.events' });
  } finally {
    await writeFile(file, whole);
  }
  await expect(openPlatform({ databaseUrl: target.url, keys })).rejects.toMatchObject({ name: 'UnfinishedRestore' });
});

test('a folder without its manifest is no backup', async () => {
  expect(await readManifest(await newFolder('none'))).toBeUndefined();
});

test('kill -9 in the middle of a restore leaves a folder on which nothing starts', async () => {
  const to = inFolder('killed');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/restore-and-hang.mjs'), await backupFolder(), to]);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout.once('data', (chunk: Buffer) => {
      child.kill('SIGKILL');
      resolve(chunk.toString().trim());
    });
    child.once('close', () => reject(new Error(said)));
  });
  const left = await startEmbedded({ dataDir: to, restoring: true });
  try {
    await expect(startEmbedded({ dataDir: to })).rejects.toThrow('not finished');
    await expect(openPlatform({ databaseUrl: url, keys })).rejects.toMatchObject({ name: 'UnfinishedRestore' });
    await expect(restoreBackup(await backupFolder(), backup, url)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
  } finally {
    await left.stop();
  }
}, 60_000);

test('no platform starts where a checkpoint is ahead of the log; to mend it, one may be opened', async () => {
  const target = await emptyDatabase();
  await restoreBackup(await backupFolder(), backup, target.url);
  const first = await openPlatform({ databaseUrl: target.url, keys, clock });
  await first.projections.catchUp();
  await first.database.query(`update runtime.checkpoints set position = '0000000099999999-deadbeef' where reader = 'household'`);
  await first.close();
  await expect(openPlatform({ databaseUrl: target.url, keys })).rejects.toMatchObject({ name: 'CheckpointOutsideLog', readers: ['household'] });
  const mended = await openPlatform({ databaseUrl: target.url, keys, mending: true });
  await mended.projections.rebuild('household').finally(() => mended.close());
  open.unshift(await openPlatform({ databaseUrl: target.url, keys }));
  expect(open).toHaveLength(2);
}, 60_000);

test('keys that do not open the backup are named before anything is written', async () => {
  const [id] = await throwAwayKeys().ids();
  expect(missingFrom(`other:${Buffer.alloc(32, 1).toString('base64')}`, ['test', id ?? ''])).toEqual(['test', id]);
});
