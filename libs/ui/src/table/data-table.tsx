import type { ReactNode } from 'react';
import css from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly of: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  readonly number?: boolean;
}

export interface DataTableProps<Row> {
  /** What the table is of; read first by a screen reader. */
  readonly caption: string;
  readonly hideCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Sums, in the order of the columns. */
  readonly foot?: readonly ReactNode[];
}

/** A table; on a phone each row is a small card with the same words. The first column names the row. */
export const DataTable = <Row,>({ caption, hideCaption = true, columns, rows, rowKey, foot }: DataTableProps<Row>) => {
  const cell = (column: Column<Row>, index: number, content: ReactNode) =>
    index === 0 ? (
      <th key={column.key} scope="row">{content}</th>
    ) : (
      <td key={column.key} className={column.number ? css.number : undefined} data-label={column.label}>{content}</td>
    );
  return (
    <div className={css.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={`${css.table} ${css.cards}`}>
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label, number }) => (
              <th key={key} scope="col" className={number ? css.number : undefined}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column, index) => cell(column, index, column.of(row)))}</tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>{columns.map((column, index) => cell(column, index, foot[index]))}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};
