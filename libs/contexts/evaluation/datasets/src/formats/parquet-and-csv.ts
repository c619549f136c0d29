import { join } from 'node:path';
import { canonicalCell, inOrder, quotedName, quotedText, type Table } from '../tables/column.js';
import { longLines, type Engine } from '../tables/engine.js';

/** Cells that a spreadsheet would run as a formula get a quote before them; those that begin with one get one more, so that it can be undone. */
const RISKY = quotedText(`^[=+@\\t\\r'-]`);
const NUMBER = quotedText('^-?[0-9]+([.][0-9]+)?$');

const csvCell = (column: Table['columns'][number]): string => {
  const cell = canonicalCell(column);
  const name = quotedName(column.name);
  if (column.type !== 'text') return `${cell} as ${name}`;
  return `case when regexp_matches(${cell}, ${RISKY}) and not regexp_matches(${cell}, ${NUMBER}) then '''' || ${cell} else ${cell} end as ${name}`;
};

export const parquetPath = ({ name }: Table): string => join('parquet', `${name}.parquet`);
export const csvPath = ({ name }: Table): string => join('csv', `${name}.csv`);

/** Apache Parquet, compressed with Zstandard, rows in the order of the key. */
export const writeParquet = async (engine: Engine, table: Table, folder: string): Promise<void> => {
  const columns = table.columns.map(({ name }) => quotedName(name)).join(', ');
  await engine.run(`copy (select ${columns} from ${quotedName(table.name)} order by ${inOrder(table)}) to ${quotedText(join(folder, parquetPath(table)))} (format parquet, compression zstd)`);
};

/** RFC 4180 in UTF-8, a comma between cells, `.` in decimals; an empty cell is a missing one. */
export const writeCsv = async (engine: Engine, table: Table, folder: string): Promise<void> => {
  const cells = table.columns.map(csvCell).join(', ');
  await engine.run(`copy (select ${cells} from (select * from ${quotedName(table.name)} order by ${inOrder(table)})) to ${quotedText(join(folder, csvPath(table)))} (format csv, header, delimiter ',', quote '"', escape '"', force_quote *)`);
};

/** Where a written table is read back from, and its cells as canonical texts. */
export const readParquet = (table: Table, folder: string): readonly [from: string, cells: readonly string[]] =>
  [`read_parquet(${quotedText(join(folder, parquetPath(table)))})`, table.columns.map(canonicalCell)];

export const readCsv = (table: Table, folder: string): readonly [from: string, cells: readonly string[]] => {
  const columns = table.columns.map(({ name }) => `${quotedText(name)}: 'VARCHAR'`).join(', ');
  const from = `read_csv(${quotedText(join(folder, csvPath(table)))}, columns = {${columns}}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', parallel = false, ${longLines})`;
  return [from, table.columns.map(({ name, type }) => (type === 'text' ? `case when starts_with(${quotedName(name)}, '''') then substr(${quotedName(name)}, 2) else ${quotedName(name)} end` : quotedName(name)))];
};
