import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysInFolder } from './key-file.js';
import { keysOfEnvironment, readKeyRing } from './key-ring.js';
import { BadMasterKeys, UnknownMasterKey } from './master-keys.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perspectief-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));
const file = () => join(folder, 'keys', 'master.keys');
const key = Buffer.alloc(32, 1);

test('the first start makes a file that its owner alone reads; the next one finds it', async () => {
  const first = await keysInFolder(folder);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  const wrapped = await first.wrap('name', key);
  expect(await (await keysInFolder(folder)).unwrap('name', wrapped)).toEqual(key);
  expect(await readdir(join(folder, 'keys'))).toEqual(['master.keys']);
});

test('ten that start at once end with one key', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => keysInFolder(folder)));
  expect(new Set((await Promise.all(all.map((keys) => keys.ids()))).flat()).size).toBe(1);
});

test('a file that others may read is refused', async () => {
  await keysInFolder(folder);
  await chmod(file(), 0o640);
  await expect(keysInFolder(folder)).rejects.toBeInstanceOf(BadMasterKeys);
});

test('a new key wraps at once in every process that has the file open; a removed one unwraps nothing', async () => {
  const [rotating, running] = [await keysInFolder(folder), await keysInFolder(folder)];
  const before = await running.wrap('name', key);
  const added = await rotating.add?.();
  const after = await running.wrap('name', key);
  expect(after.masterId).toBe(added);
  expect(await rotating.unwrap('name', before)).toEqual(key);
  await rotating.remove?.([before.masterId]);
  await expect((await keysInFolder(folder)).unwrap('name', before)).rejects.toBeInstanceOf(UnknownMasterKey);
  await expect(rotating.remove?.([after.masterId])).rejects.toBeInstanceOf(BadMasterKeys);
});

test.each(['', 'no key', 'a:AAAA', `a:${key.toString('base64')}\na:${key.toString('base64')}`])('what is no ring of keys is refused, and not repeated', async (text) => {
  await keysInFolder(folder);
  await writeFile(file(), text);
  const failure = await keysInFolder(folder).then(() => undefined, (error: unknown) => error);
  expect(failure).toBeInstanceOf(BadMasterKeys);
  expect(String(failure)).not.toContain('AAAA');
});

test('the environment names keys, oldest first, or none', async () => {
  const two = `a:${key.toString('base64')},b:${key.toString('base64')}`;
  expect(await keysOfEnvironment({ PERSPECTIEF_MASTER_KEYS: two })?.ids()).toEqual(['a', 'b']);
  expect((await keysOfEnvironment({ PERSPECTIEF_MASTER_KEYS: two })?.wrap('name', key))?.masterId).toBe('b');
  expect(keysOfEnvironment({})).toBeUndefined();
  expect(readKeyRing(await readFile((await keysInFolder(folder), file()), 'utf8')).size).toBe(1);
});
