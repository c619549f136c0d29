import type { Table } from '../tables/column.js';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What each column of each table says. */
export const codebook = (tables: readonly Table[]): string =>
  [
    ['table', 'column', 'type', 'in_key', 'says'],
    ...tables.flatMap((table) => table.columns.map(({ name, type, says }) => [table.name, name, type, String(table.key.includes(name)), says])),
  ].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
