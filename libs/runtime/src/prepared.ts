import type { DataSource } from 'typeorm';

interface Statement {
  /** One name, one text: each session reads and plans it once, and is only told the values after that. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Pool {
  query(statement: Statement): Promise<{ readonly rows: readonly unknown[] }>;
}

/** For what is asked with every page: on the pool of the read models itself, as a prepared statement. */
export const prepared = async <Row>({ driver }: DataSource, statement: Statement): Promise<readonly Row[]> =>
  (await (driver as unknown as { readonly master: Pool }).master.query(statement)).rows as readonly Row[];
