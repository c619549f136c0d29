import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseFailure } from './failure.js';

const run = promisify(execFile);

/** Whom the server runs as; empty means: as ourselves. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const idOf = async (flag: '-u' | '-g'): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout);

const createPostgres = async (): Promise<void> => {
  await run('groupadd', ['--force', 'postgres']);
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
};

export const serverAccount = async (): Promise<Account> => {
  if (process.getuid?.() !== 0) return {};
  try {
    await idOf('-u').catch(createPostgres);
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch (cause) {
    throw new DatabaseFailure('PostgreSQL does not run as root, and a user named postgres could not be made. Start as an ordinary user.', cause);
  }
};

const mayEnter = (folder: { mode: number; uid: number; gid: number }, who: Account): boolean => {
  if (folder.uid === who.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === who.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
};

/** Says which folder is closed, where the server itself would only say EACCES. */
export const assertReachable = async (path: string, who: Account): Promise<void> => {
  if (who.uid === undefined) return;
  for (let folder = dirname(resolve(path)); folder !== dirname(folder); folder = dirname(folder)) {
    if (mayEnter(await stat(folder), who)) continue;
    throw new DatabaseFailure(
      `as root the database runs as user postgres, and that user may not enter ${folder} on the way to ${path}. ` +
        `Allow it (chmod o+x ${folder}), use a folder elsewhere, or start as an ordinary user.`,
    );
  }
};
