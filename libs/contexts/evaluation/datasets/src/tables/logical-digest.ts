import { createHash } from 'node:crypto';
import { canonicalCell, type Table } from './column.js';
import type { Engine } from './engine.js';

/** Digest of what a table says, row by row in the order given: the same rows give the same, whatever program or format wrote them. */
export const logicalDigest = async (engine: Engine, { columns }: Pick<Table, 'columns'>, from: string, cells: readonly string[]): Promise<{ readonly rows: number; readonly digest: string }> => {
  const hash = createHash('sha256').update(`${JSON.stringify(columns.map(({ name }) => name))}\n`);
  let rows = 0;
  for await (const row of engine.rows(`select ${cells.join(', ')} from ${from}`)) {
    hash.update(`${JSON.stringify(row)}\n`);
    rows += 1;
  }
  return { rows, digest: hash.digest('hex') };
};

export const typedCells = ({ columns }: Pick<Table, 'columns'>): readonly string[] => columns.map(canonicalCell);
