import type { Uuid } from '@perspectief/kernel';
import type { Queryable } from '../keys/queryable.js';
import { canariesOf } from './canaries.js';
import { scanFiles, type ScannedFiles } from './scan-files.js';
import { scanTables, type ScannedTables } from './scan-tables.js';

export interface Verification {
  readonly householdId: Uuid;
  /** Words that must be nowhere: names, streets, numbers that the household is known by. */
  readonly words: readonly string[];
  /** The data folder, exports, logs, backups. The server's own folder is added where it can be read. */
  readonly folders: readonly string[];
  readonly now: () => Date;
  readonly onProgress?: (bytes: number) => void;
}

/** What was looked at and what was found. Holds no word that was looked for. */
export interface ErasureCertificate {
  readonly householdId: Uuid;
  readonly verifiedAt: string;
  /** Undefined where the household was not erased. */
  readonly erased?: { readonly at: string; readonly reason: string; readonly keysDestroyed: number };
  readonly livingKeys: number;
  readonly words: number;
  readonly tables: ScannedTables;
  readonly files: ScannedFiles;
  readonly folders: readonly string[];
  /** Erased, no key lives, no word was found, and nothing was left unread. */
  readonly clean: boolean;
}

const DONE = `select done_at as at, reason, keys_destroyed as "keysDestroyed" from access.erasures where household_id = $1 and scope is null`;
const LIVING = `select count(*)::int as living from access.data_keys where household_id = $1 and destroyed_at is null`;

/** Where the server keeps its files, as far as this account may ask. What is in memory is written out first. */
const serverFolder = async (database: Queryable): Promise<readonly string[]> => {
  try {
    await database.query('checkpoint');
    return ((await database.query(`select current_setting('data_directory') as folder`)) as { folder: string }[]).map(({ folder }) => folder);
  } catch {
    return [];
  }
};

/** Looks for a household that was erased, in every table and every file. */
export const verifyErasure = async (database: Queryable, { householdId, words, folders, now, onProgress }: Verification): Promise<ErasureCertificate> => {
  const canaries = canariesOf(words);
  const [erasure] = (await database.query(DONE, [householdId])) as { at: Date; reason: string; keysDestroyed: number }[];
  const [keys] = (await database.query(LIVING, [householdId])) as [{ living: number }];
  const tables = await scanTables(database, canaries);
  const all = [...new Set([...folders, ...(await serverFolder(database))])].filter((folder, _, list) => !list.some((other) => folder.startsWith(`${other}/`)));
  const files = await scanFiles(all, canaries, onProgress);
  return {
    householdId,
    verifiedAt: now().toISOString(),
    ...(erasure && { erased: { ...erasure, at: erasure.at.toISOString() } }),
    livingKeys: keys.living,
    words: canaries.length,
    ...{ tables, files, folders: all },
    clean: Boolean(erasure) && keys.living === 0 && tables.findings.length === 0 && files.findings.length === 0 && files.unread.length === 0,
  };
};
