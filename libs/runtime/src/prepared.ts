import { createHash } from 'node:crypto';
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

const names = new Map<string, string>();

/** A name for a text that is made of parts: there are as many texts as there are ways to ask, and no more. */
export const nameOfText = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40);
  names.set(text, name);
  return name;
};

/** For what is asked with every page: on the pool of the read models itself, as a prepared statement. */
export const prepared = async <Row>({ driver }: DataSource, statement: Statement): Promise<readonly Row[]> =>
  (await (driver as unknown as { readonly master: Pool }).master.query(statement)).rows as readonly Row[];
