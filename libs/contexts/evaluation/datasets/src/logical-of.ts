import { join } from 'node:path';
import { sqliteDigest } from './formats/ocel-sqlite.js';
import { csvPath, parquetPath, readCsv, readParquet } from './formats/parquet-and-csv.js';
import type { Table } from './tables/column.js';
import type { Engine } from './tables/engine.js';
import { logicalDigest } from './tables/logical-digest.js';
import { allTables } from './tables/tables.js';

const reads = new Map<string, (engine: Engine, folder: string) => ReturnType<typeof logicalDigest>>(
  allTables.flatMap((table: Table) => [
    [parquetPath(table), (engine: Engine, folder: string) => logicalDigest(engine, table, ...readParquet(table, folder))],
    [csvPath(table), (engine: Engine, folder: string) => logicalDigest(engine, table, ...readCsv(table, folder))],
  ]),
);

/**
 * Digest of what a file of a data set says. Tables: their rows, so that Parquet and CSV of one table have the same. SQLite: its rows.
 * Other files are written by us in one way only: what they say is their bytes, whose SHA-256 is given.
 */
export const logicalOf = async (engine: Engine, folder: string, path: string, sha256: string): Promise<{ readonly rows?: number; readonly digest: string }> => {
  const read = reads.get(path);
  if (read) return read(engine, folder);
  if (path.endsWith('.sqlite')) return sqliteDigest(join(folder, path));
  return { digest: sha256 };
};
