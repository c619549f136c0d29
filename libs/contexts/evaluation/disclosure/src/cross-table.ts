import type { Refusal } from '@perspectief/kernel';
import type { Behind } from './ledger.js';
import type { DisclosurePolicy } from './policy.js';
import type { DisclosureReport } from './report.js';
import { cellId, columnTotalId, releaseTable, rowTotalId, TOTAL, type CountTable, type SafeTable, type TableRefusal } from './table.js';

/** One person, and where in the table. */
export interface Placed {
  readonly subject: string;
  readonly row: string;
  readonly column: string;
}

export type CrossTableRelease =
  | { readonly table: SafeTable; readonly report: DisclosureReport; readonly behind: readonly Behind[] }
  | { readonly refused: Refusal<TableRefusal> };

const distinct = (subjects: readonly Placed[]): readonly string[] => [...new Set(subjects.map(({ subject }) => subject))];

/**
 * A safe table of people, with who is behind each figure that it shows: hand `behind` to the ledger before the table leaves.
 * Rows and columns are named in full, also those with nobody: a missing row would tell as much as a zero.
 */
export const releaseCrossTable = (
  people: readonly Placed[],
  { rows, columns, impossible }: Pick<CountTable, 'rows' | 'columns' | 'impossible'>,
  policy?: DisclosurePolicy,
): CrossTableRelease => {
  const inCell = rows.map((row) => columns.map((column) => people.filter((one) => one.row === row && one.column === column)));
  const release = releaseTable({ rows, columns, counts: inCell.map((row) => row.map((cell) => distinct(cell).length)), impossible }, policy);
  if ('refused' in release) return release;
  const placed = inCell.flat(2);
  const wholes: readonly (readonly [id: string, figure: string, of: readonly Placed[]])[] = [
    ...inCell.flatMap((row, i) => row.map((cell, j) => [cellId(i, j), `${rows[i]} / ${columns[j]}`, cell] as const)),
    ...(rows.length === 1 ? [] : inCell.map((row, i) => [rowTotalId(i), `${rows[i]}`, row.flat()] as const)),
    ...(rows.length === 1 ? [] : columns.map((column, j) => [columnTotalId(j), column, inCell.flatMap((row) => row[j] ?? [])] as const)),
    [TOTAL, 'total', placed],
  ];
  const behind = wholes.flatMap(([id, figure, of]) => (release.hidden.has(id) || of.length === 0 ? [] : [{ figure, subjects: distinct(of) }]));
  return { table: release.table, report: release.report, behind };
};
