import { join } from 'node:path';
import type pg from 'pg';
import { beginRestore, endRestore, makeSchema } from '@perspectief/assembly';
import { onOneConnection } from '@perspectief/database';
import { makeEvaluationSchema } from '@perspectief/evaluation-register';
import type { Manifest, TableInBackup } from './manifest.js';
import { readLines, tallyOf, type Written } from './table-file.js';
import { insertLines, linesOf, moveCounters, plainWords, tablesOf, type Table } from './tables.js';

export type RestoreRefusal = 'NOT_EMPTY' | 'OTHER_TABLES' | 'FILE_DIFFERS' | 'ROWS_DIFFER';

/** What stands is not what the backup says. Nothing starts on the target. */
export class RestoreRefused extends Error {
  constructor(
    readonly code: RestoreRefusal,
    /** A table. */
    readonly where = '',
  ) {
    super(`the restore ended with ${code}`);
    this.name = 'RestoreRefused';
  }
}

const isSame = (a: Written, b: Written): boolean => a.rows === b.rows && a.sha256 === b.sha256;

const tablesFor = async (client: pg.ClientBase, { tables }: Manifest): Promise<readonly (readonly [TableInBackup, Table])[]> => {
  const known = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  return tables.map((inBackup) => {
    const table = known.get(inBackup.name);
    if (!table) throw new RestoreRefused('OTHER_TABLES', inBackup.name);
    return [inBackup, table] as const;
  });
};

const fill = async (client: pg.ClientBase, folder: string, manifest: Manifest, say: (table: string) => void): Promise<void> => {
  const pairs = await tablesFor(client, manifest);
  for (const [inBackup, table] of pairs) {
    say(table.name);
    const read = await readLines(join(folder, inBackup.file), (lines) => insertLines(client, table, lines)).catch((error: unknown) => {
      throw error instanceof Error && 'severity' in error ? error : new RestoreRefused('FILE_DIFFERS', inBackup.name);
    });
    if (!isSame(read, inBackup)) throw new RestoreRefused('FILE_DIFFERS', inBackup.name);
  }
  // What the database now says, read again from the first row.
  for (const [inBackup, table] of pairs) if (!isSame(await tallyOf(linesOf(client, table)), inBackup)) throw new RestoreRefused('ROWS_DIFFER', table.name);
};

/**
 * Fills an empty database from a backup, and proves that it says the same. Until the last commit the database is marked, and no
 * platform starts on it: whenever this dies, nothing is left that can be mistaken for a whole one. Throws `RestoreRefused`.
 */
export const restoreBackup = (folder: string, manifest: Manifest, url: string, say: (table: string) => void = () => undefined): Promise<void> =>
  onOneConnection({ connectionString: url, application_name: 'perspectief restore' }, async (client) => {
    await plainWords(client);
    if (!(await beginRestore(client))) throw new RestoreRefused('NOT_EMPTY');
    await makeSchema(url, manifest.schema);
    if (manifest.schema.evaluation) await makeEvaluationSchema(url, new Set(manifest.schema.evaluation));
    await client.query('begin');
    await fill(client, folder, manifest, say);
    await moveCounters(client);
    await endRestore(client);
    await client.query('commit');
    await client.query('analyze').catch(() => undefined);
  });
