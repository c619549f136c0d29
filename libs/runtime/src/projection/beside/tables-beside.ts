import type { Projection, ReadTables } from '../projection.js';

type Owner = Pick<Projection, 'name' | 'tables'>;

/** Where a version of a projection's tables stands that is not read. */
export const schemaBeside = (name: string): string => `beside_${name.replaceAll(/[^a-z0-9]+/g, '_')}`;

const split = (table: string): readonly [schema: string, name: string] => {
  const [schema, name, ...more] = table.split('.');
  if (!schema || !name || more.length > 0) throw new Error(`a projection names its tables with their schema; ${table} is not named so`);
  return [schema, name];
};

const besideOf = (owner: Owner, table: string): string => `${schemaBeside(owner.name)}.${split(table)[1]}`;

/** Names the tables of a projection where they stand beside, and leaves those of others. */
const renamed = (owner: Owner): ((sql: string) => string) => {
  const own = new RegExp(`(?<![\\w.])(${owner.tables.map((table) => table.replace('.', '\\.')).join('|')})(?!\\w)`, 'g');
  return (sql) => sql.replaceAll(own, (table) => besideOf(owner, table));
};

/** A statement that names another table of the same schema would write what is read, and is refused. */
export const movedBeside = (owner: Owner): ((sql: string) => string) => {
  const rename = renamed(owner);
  const others = new RegExp(`(?<![\\w.])(?:${[...new Set(owner.tables.map((table) => split(table)[0]))].join('|')})\\.\\w+`);
  return (sql) => {
    const moved = rename(sql);
    const other = others.exec(moved)?.[0];
    if (other) throw new Error(`projection ${owner.name} names ${other}, which is none of its tables`);
    return moved;
  };
};

/** For `apply`: the same statements, on the tables beside. */
export const tablesBeside = (owner: Owner, tables: ReadTables): ReadTables => {
  const moved = movedBeside(owner);
  const known = new Map<string, string>();
  return {
    query: (sql, parameters) => {
      const there = known.get(sql) ?? moved(sql);
      known.set(sql, there);
      return tables.query(there, parameters);
    },
  };
};

const KEYS = `select conname as name, pg_get_constraintdef(oid) as body from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'x') order by conname`;
const INDEXES = `select pg_get_indexdef(i.indexrelid) as body from pg_index i
  where i.indrelid = $1::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid) order by 1`;
const STRANGE = `select (exists (select 1 from pg_constraint where contype = 'f' and $1::regclass in (conrelid, confrelid))
  or exists (select 1 from pg_trigger where tgrelid = $1::regclass and not tgisinternal)) as strange`;
const GRANTS = `select format('grant %s on %s to %s', privilege_type, $2::text, case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end) as body
  from pg_class, aclexplode(relacl) where oid = $1::regclass and grantee <> relowner`;

const texts = async (tables: ReadTables, sql: string, parameters: unknown[]): Promise<readonly string[]> =>
  ((await tables.query(sql, parameters)) as { body: string }[]).map(({ body }) => body);

const makeTable = async (tables: ReadTables, table: string, there: string): Promise<void> => {
  const [row] = (await tables.query(STRANGE, [table])) as { strange: boolean }[];
  if (row?.strange) throw new Error(`${table} has foreign keys or triggers: a read model has neither`);
  await tables.query(`create table ${there} (like ${table} including all excluding indexes)`);
  for (const { name, body } of (await tables.query(KEYS, [table])) as { name: string; body: string }[]) await tables.query(`alter table ${there} add constraint ${name} ${body}`);
  for (const body of await texts(tables, INDEXES, [table])) await tables.query(body.replace(` ON ${table} `, ` ON ${there} `));
  for (const body of await texts(tables, GRANTS, [table, there])) await tables.query(body);
};

/** Empty tables of the same form, with indexes of the same names: after a switch nothing tells that there was one. */
export const makeTablesBeside = async (tables: ReadTables, owner: Owner): Promise<void> => {
  await dropTablesBeside(tables, owner.name);
  await tables.query(`create schema ${schemaBeside(owner.name)}`);
  for (const table of owner.tables) await makeTable(tables, table, besideOf(owner, table));
};

export const dropTablesBeside = async (tables: ReadTables, name: string): Promise<void> => {
  await tables.query(`drop schema if exists ${schemaBeside(name)} cascade`);
};

/** The server's statistics are those of empty tables: plans made on these would be slow at first. */
export const analyzeBeside = async (tables: ReadTables, owner: Owner): Promise<void> => {
  for (const table of owner.tables) await tables.query(`analyze ${besideOf(owner, table)}`);
};

const FORM = `select string_agg(line, E'\\n' order by line) as body from (
  select attname || ' ' || format_type(atttypid, atttypmod) || attnotnull || attnum - (select count(*) from pg_attribute d where d.attrelid = a.attrelid and d.attisdropped and d.attnum < a.attnum) as line
    from pg_attribute a where attrelid = to_regclass($1) and attnum > 0 and not attisdropped
  union all select replace(pg_get_indexdef(indexrelid), $1, '') from pg_index where indrelid = to_regclass($1)) lines`;

/** Whether the tables beside still have the form of those that are read: columns, in their order, and indexes. */
export const haveOneForm = async (tables: ReadTables, owner: Owner): Promise<boolean> => {
  for (const table of owner.tables) {
    const [here] = await texts(tables, FORM, [table]);
    const [there] = await texts(tables, FORM, [besideOf(owner, table)]);
    if (here !== there) return false;
  }
  return true;
};

const VIEWS = `select distinct format('%I.%I', n.nspname, v.relname) as name, pg_get_viewdef(v.oid) as body
  from pg_depend d join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
    join pg_class v on v.oid = r.ev_class and v.relkind = 'v' join pg_namespace n on n.oid = v.relnamespace
  where d.refclassid = 'pg_class'::regclass and d.refobjid = any($1::text[]::regclass[]) order by 1`;

/** Autovacuum gives way to this, and does not come back to these tables before the transaction ends; readers and writers go on. */
export const holdOffAutovacuum = async (tables: ReadTables, owner: Owner): Promise<void> => {
  await tables.query(`lock table ${owner.tables.join(', ')} in share update exclusive mode`);
};

/**
 * Each takes the place of the other, in one statement of at most `patience` milliseconds: whoever reads waits a moment, and then reads
 * the other tables by the same names. Below the server's `deadlock_timeout` no reader that waits in a circle with it is called off.
 */
export const swapTables = async (tables: ReadTables, owner: Owner, patience: number): Promise<void> => {
  const [schema, aside] = [schemaBeside(owner.name), `${schemaBeside(owner.name)}_aside`];
  await tables.query(`set local search_path = pg_catalog`);
  const rename = renamed(owner);
  const views = (await tables.query(VIEWS, [owner.tables])) as { name: string; body: string }[];
  const steps = [
    ...views.map(({ name, body }) => `create or replace view ${name} as ${rename(body).replace(/;\s*$/, '')}`),
    `create schema ${aside}`,
    ...owner.tables.map((table) => `alter table ${table} set schema ${aside}`),
    ...owner.tables.map((table) => `alter table ${besideOf(owner, table)} set schema ${split(table)[0]}`),
    `drop schema ${schema}`,
    `alter schema ${aside} rename to ${schema}`,
  ];
  await tables.query(
    `select set_config('statement_timeout', least($1::int, setting::int * 4 / 5)::text, true) from pg_settings where name = 'deadlock_timeout'`,
    [patience],
  );
  await tables.query(`do $swap$ begin ${steps.map((step) => `${step};`).join(' ')} end $swap$`);
};
