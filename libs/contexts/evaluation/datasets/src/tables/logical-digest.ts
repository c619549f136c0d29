import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Table } from './column.js';
import type { Engine } from './engine.js';
import { wholeLines } from './line-file.js';

/** Digest of what a table says, row by row in the order given: the same rows give the same, whatever program or format wrote them. */
export const logicalDigest = async (engine: Engine, { columns }: Pick<Table, 'columns'>, from: string, cells: readonly string[]): Promise<{ readonly rows: number; readonly digest: string }> => {
  const hash = createHash('sha256').update(`${JSON.stringify(columns.map(({ name }) => name))}\n`);
  const { path, rows } = await engine.answer(`select ${cells.map((cell, n) => `${cell} as c${n}`).join(', ')} from ${from}`);
  for (const lines of wholeLines(path)) hash.update(lines);
  rmSync(path);
  return { rows, digest: hash.digest('hex') };
};
