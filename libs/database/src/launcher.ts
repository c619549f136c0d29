import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './postmaster.js';

export interface Claim {
  /** True when this process owned the server, and so may stop it. */
  release(): Promise<boolean>;
}

/** Folders that this very process claims: another process may have had the same number before it. */
const claimedHere = new Set<string>();

const GUEST: Claim = { release: () => Promise.resolve(false) };

const take = (file: string): Promise<boolean> =>
  writeFile(file, String(process.pid), { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** Who stops the server: the process that started it or found it orphaned, never a guest. */
export const claim = async (folder: string, launchedHere = false): Promise<Claim> => {
  const file = join(folder, 'launcher.pid');
  const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
  // Whoever launched the server owns it: a claim of before is then of a process that is gone, whoever has its number now.
  const gone = owner === process.pid ? !claimedHere.has(folder) : owner > 0 && !(await isAlive(owner));
  const stale = gone || launchedHere;
  if (stale) await rm(file, { force: true });
  if (!(await take(file))) return GUEST;
  claimedHere.add(folder);
  return {
    release: async () => {
      claimedHere.delete(folder);
      await rm(file, { force: true });
      return true;
    },
  };
};
