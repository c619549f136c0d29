import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@perspectief/database';
import { keysAt, throwAwayKeys, type MasterKeys } from '@perspectief/privacy';
import { defaultDataDir } from './data-folder.js';

export interface DatabaseChoice {
  /** `--data`: goes before DATABASE_URL, and that before the platform's own folder. */
  readonly data?: string | undefined;
  /** Without `--data` and DATABASE_URL, a server in a new folder, both gone afterwards. */
  readonly throwAway?: boolean;
}

export interface ChosenDatabase {
  readonly url: string;
  /** Where the log is when it is not in this database; a throw-away database keeps its own. */
  readonly eventStoreUrl?: string | undefined;
  /** What personal data in it are sealed with. */
  readonly keys: MasterKeys;
  close(): Promise<void>;
}

const throwAwayServer = async (): Promise<ChosenDatabase> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'perspectief-story-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  try {
    const server = await startEmbedded({ dataDir, initFlags: ['--no-sync'] });
    return { url: server.url, keys: throwAwayKeys(), close: () => server.stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
};

export type DatabaseWithoutKeys = Omit<ChosenDatabase, 'keys'>;

/** As `chooseDatabase`, for work that opens nothing personal: no key is read, and none is made. */
export const databaseWithoutKeys = async (data: string | undefined): Promise<DatabaseWithoutKeys> => {
  const [url, eventStoreUrl] = [process.env['DATABASE_URL'], process.env['EVENT_STORE_URL']];
  if (data === undefined && url) return { url, eventStoreUrl, close: () => Promise.resolve() };
  const server = await startEmbedded({ dataDir: data ?? defaultDataDir() });
  return { url: server.url, eventStoreUrl, close: () => server.stop() };
};

const serverIn = async (dataDir: string): Promise<ChosenDatabase> => {
  const server = await startEmbedded({ dataDir });
  return { url: server.url, eventStoreUrl: process.env['EVENT_STORE_URL'], keys: await keysAt(process.env, dataDir), close: () => server.stop() };
};

export const chooseDatabase = async ({ data, throwAway = false }: DatabaseChoice): Promise<ChosenDatabase> => {
  const url = process.env['DATABASE_URL'];
  if (data !== undefined) return serverIn(data);
  if (url) return { url, eventStoreUrl: process.env['EVENT_STORE_URL'], keys: await keysAt(process.env, defaultDataDir()), close: () => Promise.resolve() };
  return throwAway ? throwAwayServer() : serverIn(defaultDataDir());
};
