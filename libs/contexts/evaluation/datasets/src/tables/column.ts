/** `day` is YYYY-MM-DD; `instant` is ISO 8601 in UTC with milliseconds; an empty text is a missing one. */
export type ColumnType = 'text' | 'integer' | 'number' | 'flag' | 'day' | 'instant';
export type Cell = string | number | boolean | null | undefined;
export type Row = Readonly<Record<string, Cell>>;

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence for the codebook. */
  readonly says: string;
}

export interface Table {
  readonly name: string;
  readonly says: string;
  readonly columns: readonly Column[];
  /** Columns that together are unique: rows are written in their order, so that the same rows are the same file. */
  readonly key: readonly string[];
}

/** A name or path in SQL. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', flag: 'BOOLEAN', day: 'DATE', instant: 'TIMESTAMPTZ',
};

/** The one text of a cell, on which digests are taken and which stands in CSV. */
export const canonicalCell = ({ name, type }: Column): string => {
  const column = quotedName(name);
  if (type === 'text') return column;
  return type === 'instant' ? `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ')` : `${column}::VARCHAR`;
};

export const inOrder = ({ key }: Table): string => key.map(quotedName).join(', ');
