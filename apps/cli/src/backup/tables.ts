import type pg from 'pg';

/** What the platform keeps. */
const SCHEMAS = ['log', 'kurrent', 'runtime', 'read', 'directory', 'access', 'evaluation'];

/** Made by migrations themselves, or not to come back: whoever was signed in signs in again, and a rebuild begins again. */
const LEFT_OUT = new Set(['log.migrations', 'evaluation.migrations', 'access.sessions', 'runtime.beside']);

export interface Table {
  /** With its schema, plain: `log.events`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The order that does not depend on how the server sorts text. */
  readonly order: string;
}

const TABLES = `
  select n.nspname || '.' || c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.n)
      from pg_index i, unnest(i.indkey::int[]) with ordinality k(att, n) join pg_attribute a on a.attnum = k.att
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as order
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = any($1)
  order by 1`;

export const tablesOf = async (client: pg.ClientBase): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(TABLES, [SCHEMAS]);
  return rows.filter(({ name }) => !LEFT_OUT.has(name)).map(({ name, columns, order }) => ({ name, columns, order: order ?? 't::text collate "C"' }));
};

/** So that the same row is the same text on every server. */
export const plainWords = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0`);

const PAGE = 500;

/** Rows as lines of JSON, in pages. Wants a transaction. */
export async function* linesOf(client: pg.ClientBase, { name, order }: Table): AsyncGenerator<readonly string[], void, void> {
  await client.query(`declare rows no scroll cursor for select row_to_json(t)::text as line from ${name} t order by ${order}`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${PAGE} from rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query('close rows');
}

export const insertLines = async (client: pg.ClientBase, { name, columns }: Table, lines: readonly string[]): Promise<void> => {
  const list = columns.map((column) => `"${column}"`).join(', ');
  await client.query(`insert into ${name} (${list}) overriding system value select ${list} from json_populate_recordset(null::${name}, $1::json)`, [`[${lines.join(',')}]`]);
};

const COUNTERS = `
  select n.nspname || '.' || c.relname as name, quote_ident(a.attname) as column, pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) as sequence
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind = 'r' and a.attnum > 0 and pg_get_serial_sequence(n.nspname || '.' || c.relname, a.attname) is not null`;

/** Numbers go on behind the last that was given. */
export const moveCounters = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ name: string; column: string; sequence: string }>(COUNTERS, [SCHEMAS]);
  for (const { name, column, sequence } of rows) await client.query(`select setval($1, max(${column})) from ${name} having max(${column}) is not null`, [sequence]);
};
