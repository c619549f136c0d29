import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded, UNFINISHED_RESTORE } from '@perspectief/database';
import { Ending, exitCodes } from '../exit.js';
import { isEmptyFolder, writeWhole } from './folder.js';

/** An empty database to fill. */
export interface RestoreTarget {
  readonly url: string;
  /** It is whole: from now on it may be started. */
  finish(): Promise<void>;
  /** It is not: what was made for it goes, where it was made here. */
  giveUp(): Promise<void>;
}

const emptied = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
};

/** A folder is marked before there is anything in it; the mark goes last. */
const inFolder = async (folder: string): Promise<RestoreTarget> => {
  if (!(await isEmptyFolder(folder))) throw new Ending(exitCodes.no, `${folder} is not empty. A restore wants a new folder; it never writes over what is there.`);
  const mark = join(folder, UNFINISHED_RESTORE);
  await writeWhole(mark, 'perspectief restore did not finish here: remove this folder, and restore again\n');
  const server = await startEmbedded({ dataDir: folder, restoring: true });
  return {
    url: server.url,
    finish: async () => {
      await server.stop();
      await rm(mark);
    },
    giveUp: async () => {
      await server.stop();
      await emptied(folder);
    },
  };
};

/** `--data`, or else the server in DATABASE_URL: never the folder that `npm start` keeps, unless it is named. */
export const restoreTarget = async (data: string | undefined): Promise<RestoreTarget> => {
  if (data !== undefined) return inFolder(data);
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Ending(exitCodes.usage, 'Say where to: --data DIR, a new folder, or DATABASE_URL, an empty database.');
  return { url, finish: () => Promise.resolve(), giveUp: () => Promise.resolve() };
};
