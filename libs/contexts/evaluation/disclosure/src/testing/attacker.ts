import { Unknowns } from '../simplex.js';
import type { CountTable } from '../table.js';
import { cellId, columnTotalId, rowTotalId, TOTAL } from '../table.js';

/**
 * Somebody who knows every shown figure to the last digit (more than is published) and can solve equations: what a hidden cell,
 * or total, lies between. Written against the table itself, not against the network that protected it.
 */
export const computedBack = ({ rows, columns, counts }: CountTable, hidden: ReadonlySet<string>) => {
  const at = (i: number, j: number): number => i * columns.length + j;
  const everywhere = rows.flatMap((_, i) => columns.map((__, j) => at(i, j)));
  const known = (id: string, of: readonly number[]) =>
    hidden.has(id) ? [] : [{ of, is: of.reduce((sum, n) => sum + (counts.flat()[n] as number), 0) }];
  const totals = [
    ...(rows.length === 1 ? [] : rows.flatMap((_, i) => known(rowTotalId(i), columns.map((__, j) => at(i, j))))),
    ...(rows.length === 1 ? [] : columns.flatMap((_, j) => known(columnTotalId(j), rows.map((__, i) => at(i, j))))),
    ...known(TOTAL, everywhere),
  ];
  const cells = rows.flatMap((_, i) => columns.flatMap((__, j) => known(cellId(i, j), [at(i, j)])));
  const unknowns = new Unknowns(everywhere.length, [...totals, ...cells]);
  return (i: number, j: number) => unknowns.extentOf(at(i, j));
};
