import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './postmaster.js';

export interface Claim {
  /** True when this process owned the server, and so may stop it. */
  release(): Promise<boolean>;
}

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
export const claim = async (folder: string): Promise<Claim> => {
  const file = join(folder, 'launcher.pid');
  const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (owner > 0 && !(await isAlive(owner))) await rm(file, { force: true });
  if (!(await take(file))) return GUEST;
  return {
    release: async () => {
      await rm(file, { force: true });
      return true;
    },
  };
};
