import { refuse, type Refusal } from '@perspectief/kernel';
import { Network, type Arc } from './network.js';
import { roundedTo, standardPolicy, type DisclosurePolicy } from './policy.js';
import { protect, type Sensitive } from './protect.js';
import { reportOf, type DisclosureReport } from './report.js';

/** Counts of people by one or two features. A frequency in one feature is a table with one row. */
export interface CountTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column: how many. */
  readonly counts: readonly (readonly number[])[];
  /** Combinations that cannot occur: their zero tells nothing. Any other zero is hidden like a small count. */
  readonly impossible?: readonly (readonly [row: string, column: string])[];
}

/** What may be shown: null is hidden. Shown counts are rounded, so parts need not add up to totals. */
export interface SafeTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

export type TableRefusal = 'TOO_FEW' | 'CANNOT_BE_PROTECTED' | 'NOT_A_TABLE';
export type TableRelease =
  | { readonly table: SafeTable; readonly report: DisclosureReport; readonly hidden: ReadonlySet<string> }
  | { readonly refused: Refusal<TableRefusal> };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Names of the figures of a table: cells, totals of rows and columns, and the whole. */
export const cellId = (row: number, column: number): string => `cell ${row} ${column}`;
export const rowTotalId = (row: number): string => `row ${row}`;
export const columnTotalId = (column: number): string => `column ${column}`;
export const TOTAL = 'total';

const isTable = ({ rows, columns, counts }: CountTable): boolean =>
  rows.length > 0 && columns.length > 0 && counts.length === rows.length &&
  counts.every((row) => row.length === columns.length && row.every((count) => Number.isInteger(count) && count >= 0));

/** A table as a network: cells run from rows to columns, totals run back. With one row, the cells are its column totals. */
export const networkOf = ({ rows, columns, counts, impossible = [] }: CountTable): Network => {
  const never = new Set(impossible.map(([row, column]) => cellId(rows.indexOf(row), columns.indexOf(column))));
  const oneRow = rows.length === 1;
  const cells = counts.flatMap((row, i) =>
    row.map((value, j): Arc => {
      const id = cellId(i, j);
      return { id, tail: `r${i}`, head: oneRow ? 'all' : `c${j}`, value, ...(value === 0 && never.has(id) && { fixed: true }) };
    }),
  );
  const total = sum(counts.flat());
  if (oneRow) return new Network([...cells, { id: TOTAL, tail: 'all', head: 'r0', value: total }]);
  return new Network([
    ...cells,
    ...counts.map((row, i): Arc => ({ id: rowTotalId(i), tail: 'of rows', head: `r${i}`, value: sum(row) })),
    ...columns.map((_, j): Arc => ({ id: columnTotalId(j), tail: `c${j}`, head: 'of columns', value: sum(counts.map((row) => row[j] as number)) })),
    { id: TOTAL, tail: 'of columns', head: 'of rows', value: total },
  ]);
};

const sensitiveIn = (table: CountTable, { arcs }: Network, { threshold, groupShare }: DisclosurePolicy): Sensitive => {
  const named = new Map(arcs.map((arc) => [arc.id, arc]));
  const oneRow = table.rows.length === 1;
  const totalsOf = (i: number, j: number): readonly (Arc | undefined)[] =>
    oneRow ? [named.get(TOTAL)] : [named.get(rowTotalId(i)), named.get(columnTotalId(j))];
  const rowHasOthers = (i: number, j: number): boolean => table.columns.some((_, other) => other !== j && !named.get(cellId(i, other))?.fixed);
  const columnHasOthers = (i: number, j: number): boolean => table.rows.some((_, other) => other !== i && !named.get(cellId(other, j))?.fixed);
  /** That all are in the only cell that is possible is known before. */
  const wholes = (i: number, j: number): readonly Arc[] =>
    totalsOf(i, j).filter((total, at): total is Arc => total !== undefined && total.value >= threshold && (at === 0 ? rowHasOthers : columnHasOthers)(i, j));
  return {
    small: arcs.filter(({ value, fixed }) => value < threshold && !fixed),
    groups: table.counts.flatMap((row, i) =>
      row.flatMap((value, j) => {
        const arc = named.get(cellId(i, j)) as Arc;
        return value < threshold ? [] : wholes(i, j).filter((total) => value > groupShare * total.value).map((total) => ({ arc, total }));
      }),
    ),
  };
};

const shownTable = ({ rows, columns, counts }: CountTable, network: Network, hidden: ReadonlySet<string>, base: number): SafeTable => {
  const named = new Map(network.arcs.map((arc) => [arc.id, arc]));
  const show = (id: string): number | null => {
    const arc = named.get(id);
    return arc && !hidden.has(id) ? roundedTo(base, arc.value) : null;
  };
  const oneRow = rows.length === 1;
  const cells = counts.map((row, i) => row.map((_, j) => show(cellId(i, j))));
  return {
    rows, columns,
    counts: cells,
    rowTotals: oneRow ? [show(TOTAL)] : rows.map((_, i) => show(rowTotalId(i))),
    columnTotals: oneRow ? (cells[0] as readonly (number | null)[]) : columns.map((_, j) => show(columnTotalId(j))),
    total: show(TOTAL),
  };
};

/** A table that may leave, or why not; what is refused shows nothing at all. The ids of what is hidden are for the differencing check. */
export const releaseTable = (table: CountTable, policy: DisclosurePolicy = standardPolicy): TableRelease => {
  if (!isTable(table)) return refuse('NOT_A_TABLE');
  if (sum(table.counts.flat()) < policy.threshold) return refuse('TOO_FEW');
  const network = networkOf(table);
  const protection = protect(network, sensitiveIn(table, network, policy), policy);
  if (!protection) return refuse('CANNOT_BE_PROTECTED');
  const { hidden } = protection;
  return { table: shownTable(table, network, hidden, policy.rounding), report: reportOf(policy, network.arcs.length, protection), hidden };
};
