import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertReachable } from './account.js';
import { DatabaseFailure } from './failure.js';

test('a folder that the server may not enter is named, with what to do about it', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'perspectief-closed-'));
  await mkdir(join(closed, 'data'));
  const server = { uid: 54_321, gid: 54_321 };
  await expect(assertReachable(join(closed, 'data', 'file'), server)).rejects.toBeInstanceOf(DatabaseFailure);
  await expect(assertReachable(join(closed, 'data', 'file'), server)).rejects.toThrow(`chmod o+x ${closed}`);
  await chmod(closed, 0o711);
  await expect(assertReachable(join(closed, 'data', 'file'), server)).resolves.toBeUndefined();
  await rm(closed, { recursive: true });
});

test('who runs it as himself is asked nothing', async () => {
  await expect(assertReachable('/no/such/folder', {})).resolves.toBeUndefined();
});
