import type { Cell, ColumnType, Row, Table } from './column.js';
import { TextSink } from './text-sink.js';

const isMissing = (cell: Cell): cell is null | undefined | '' => cell === null || cell === undefined || cell === '';

const written = (cell: Cell, type: ColumnType): string => {
  if (isMissing(cell)) return '';
  const text = String(cell);
  if (type !== 'text') return text;
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
};

/** Rows of one table on their way into an engine, as text in a file: that takes a fraction of handing them over cell by cell. */
export class RowFile {
  private readonly columns: Table['columns'];
  private readonly sink: TextSink;

  constructor(
    { columns }: Table,
    readonly path: string,
  ) {
    this.columns = columns;
    this.sink = new TextSink(path);
  }

  readonly add = (row: Row): void => {
    let line = '';
    let between = '';
    for (const { name, type } of this.columns) {
      line += between + written(row[name], type);
      between = ',';
    }
    this.sink.add(`${line}\n`);
  };

  close(): void {
    this.sink.close();
  }
}
