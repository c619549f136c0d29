import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ManifestOrigin } from '@perspectief/evaluation-datasets';

const text = (...path: string[]): Promise<string | undefined> => readFile(join(...path), 'utf8').catch(() => undefined);

/** The repository that this program stands in; where it is installed elsewhere, the folder it was started in. */
const repositoryRoot = (): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) if (existsSync(join(folder, 'nx.json'))) return folder;
  return process.cwd();
};

/** The commit that is checked out, where the program stands in a repository. */
const commitIn = async (root: string): Promise<string | undefined> => {
  const head = (await text(root, '.git', 'HEAD'))?.trim();
  const ref = head?.startsWith('ref: ') ? head.slice('ref: '.length) : undefined;
  if (ref === undefined) return head;
  const packed = (await text(root, '.git', 'packed-refs'))?.split('\n').find((line) => line.endsWith(` ${ref}`));
  return (await text(root, '.git', ref))?.trim() ?? packed?.split(' ')[0];
};

/** Which program makes the data set: to make it again, take the same. */
export const runningCode = async (): Promise<ManifestOrigin['code']> => {
  const root = repositoryRoot();
  const [about, lock] = [await text(root, 'package.json'), await text(root, 'package-lock.json')];
  const { version = 'unknown' } = JSON.parse(about ?? '{}') as { version?: string };
  return {
    version,
    commit: process.env['PERSPECTIEF_COMMIT'] ?? (await commitIn(root)) ?? 'unknown',
    lockfile: lock === undefined ? 'unknown' : createHash('sha256').update(lock).digest('hex'),
  };
};
