import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import Database from 'libsql';
import { quotedName, quotedText } from '../tables/column.js';
import type { Engine } from '../tables/engine.js';
import { wholeLines } from '../tables/line-file.js';
import { caseAttributes, type OcelDeclaration, type OcelModel, type OcelType } from './ocel-model.js';

const sqliteTypes: Readonly<Record<OcelType, string>> = { string: 'TEXT', time: 'TIMESTAMP', integer: 'INTEGER', float: 'REAL', boolean: 'INTEGER' };

/** Names that stay apart where case and signs do not count: the same name again gets a number. */
const apart = (names: readonly string[], strip: (name: string) => string, taken: readonly string[] = []): ReadonlyMap<string, string> => {
  const used = new Set(taken);
  return new Map(names.map((name) => {
    const base = strip(name) || 'x';
    let own = base;
    for (let number = 2; used.has(own.toLowerCase()); number += 1) own = `${base}${number}`;
    used.add(own.toLowerCase());
    return [name, own];
  }));
};

const withoutSigns = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]/gu, '');

const ALWAYS = '1970-01-01 00:00:00';

interface Mapped {
  readonly map: string;
  readonly columns: readonly { readonly name: string; readonly column: string; readonly type: string }[];
}

const mapping = (types: readonly OcelDeclaration[], taken: readonly string[]): ReadonlyMap<string, Mapped> => {
  // `event_object` and `object_object` are tables of the standard.
  const maps = apart(types.map(({ name }) => name), withoutSigns, ['object']);
  return new Map(types.map(({ name, attributes }) => {
    const columns = apart(attributes.map((one) => one.name), (one) => one, taken);
    return [name, { map: maps.get(name) as string, columns: attributes.map((one) => ({ name: one.name, column: columns.get(one.name) as string, type: sqliteTypes[one.type] })) }];
  }));
};

const SCHEMA = `
create table event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
create table object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL);
create table event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES event_map_type (ocel_type));
create table object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES object_map_type (ocel_type));
create table event_object (ocel_event_id TEXT NOT NULL REFERENCES event (ocel_id), ocel_object_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier));
create table object_object (ocel_source_id TEXT NOT NULL REFERENCES object (ocel_id), ocel_target_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_qualifier TEXT NOT NULL, PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier));
`;

const columnList = ({ columns }: Mapped): string => columns.map(({ column, type }) => `, ${quotedName(column)} ${type}`).join('');

const tablesFor = (kind: 'event' | 'object', types: ReadonlyMap<string, Mapped>): string =>
  [...types.values()]
    .map((one) => `create table ${quotedName(`${kind}_${one.map}`)} (${
      kind === 'event' ? 'ocel_id TEXT PRIMARY KEY REFERENCES event (ocel_id), ocel_time TIMESTAMP NOT NULL' : 'ocel_id TEXT NOT NULL REFERENCES object (ocel_id), ocel_time TIMESTAMP NOT NULL, ocel_changed_field TEXT'
    }${columnList(one)});`)
    .join('\n');

/** A member of the JSON of an event, by pointer: any name can be asked for. */
const member = (name: string): string => `attributes::json ->> ${quotedText(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)}`;

/** What an event says of itself goes before what is said of who did it. */
const besides: ReadonlySet<string> = new Set(['resource', 'role', 'lifecycle']);

/** A value as SQLite keeps it; what is a text there is one here, whatever it looks like. */
const cell = ({ name, type }: Mapped['columns'][number]): string => {
  const said = besides.has(name) ? `coalesce(${member(name)}, ${name})` : `(${member(name)})`;
  if (type === 'TEXT') return said;
  return `case ${said} when 'true' then 1 when 'false' then 0 else try_cast(${said} as double) end`;
};

/** Times without a zone are in UTC. */
const TIME = `strftime(happened_at, '%Y-%m-%d %H:%M:%S.%g')`;
const NET = 'not coalesce(is_correction, false)';

/** Copies rows from the engine into a table: both read and write JSON themselves, and nothing is taken apart on the way. Rows come in the order of their key, so that its index only grows. */
const copied = async (engine: Engine, database: Database.Database, table: string, { width, sql }: { readonly width: number; readonly sql: string }): Promise<void> => {
  const { path } = await engine.answer(sql);
  const cells = Array.from({ length: width }, (_, n) => `value ->> ${n}`).join(', ');
  const insert = database.prepare(`insert into ${quotedName(table)} select ${cells} from json_each(?)`);
  for (const lines of wholeLines(path)) insert.run([`[${lines.slice(0, -1).replaceAll('\n', ',')}]`]);
  rmSync(path);
};

const copyEvents = async (engine: Engine, database: Database.Database, types: ReadonlyMap<string, Mapped>): Promise<void> => {
  await copied(engine, database, 'event', { width: 2, sql: `select event_id, activity from events where ${NET} order by event_id` });
  for (const [type, { map, columns }] of types)
    await copied(engine, database, `event_${map}`, {
      width: columns.length + 2,
      sql: `select event_id, ${[TIME, ...columns.map(cell)].map((one, n) => `${one} as c${n}`).join(', ')} from events where ${NET} and activity = ${quotedText(type)} order by event_id`,
    });
  const net = `select event_id from events where ${NET}`;
  await copied(engine, database, 'event_object', { width: 3, sql: `select event_id, object_id, qualifier from event_object where event_id in (${net}) order by all` });
};

const copyObjects = async (engine: Engine, database: Database.Database, types: ReadonlyMap<string, Mapped>): Promise<void> => {
  await copied(engine, database, 'object', { width: 2, sql: 'select object_id, type from objects order by object_id' });
  const known = new Set<string>(caseAttributes);
  for (const [type, { map, columns }] of types) {
    const cells = columns.map(({ name }) => (known.has(name) ? `c.${name}` : 'null'));
    await copied(engine, database, `object_${map}`, {
      width: columns.length + 3,
      sql: `select o.object_id, ${[quotedText(ALWAYS), 'null', ...cells].map((one, n) => `${one} as c${n}`).join(', ')} from objects o left join cases c on c.case_id = o.object_id
        where o.type = ${quotedText(type)} order by o.object_id`,
    });
  }
  await copied(engine, database, 'object_object', { width: 3, sql: 'select r.* from object_object r where r.object_id in (select object_id from objects) order by all' });
};

/** OCEL 2.0 in SQLite. */
export const writeOcelSqlite = async (engine: Engine, model: OcelModel, path: string): Promise<void> => {
  const [events, objects] = [mapping(model.eventTypes, ['ocel_id', 'ocel_time']), mapping(model.objectTypes, ['ocel_id', 'ocel_time', 'ocel_changed_field'])];
  const database = new Database(path);
  try {
    database.exec(`pragma journal_mode = off; pragma synchronous = off;`);
    database.exec(SCHEMA + tablesFor('event', events) + tablesFor('object', objects));
    database.exec('begin');
    for (const [kind, types] of [['event', events], ['object', objects]] as const) {
      const insert = database.prepare(`insert into ${kind}_map_type values (?, ?)`);
      for (const [type, { map }] of types) insert.run([type, map]);
    }
    await copyObjects(engine, database, objects);
    await copyEvents(engine, database, events);
    database.exec('commit');
  } finally {
    database.close();
  }
};

/** Digest of every row of every table, tables and rows in order: what the file says, not how it is laid out. */
export const sqliteDigest = (path: string): { readonly rows: number; readonly digest: string } => {
  const database = new Database(path, { readonly: true });
  try {
    const hash = createHash('sha256');
    let rows = 0;
    const tables = database.prepare(`select name from sqlite_master where type = 'table' order by name`).all() as { name: string }[];
    for (const { name } of tables) {
      const columns = (database.prepare(`select name from pragma_table_info(?)`).all(name) as { name: string }[]).map((one) => one.name);
      hash.update(`${JSON.stringify([name, columns])}\n`);
      const cells = columns.map(quotedName).join(', ');
      for (const [row] of database.prepare(`select json_array(${cells}) from ${quotedName(name)} order by ${cells}`).raw().iterate() as Iterable<[string]>) {
        hash.update(`${row}\n`);
        rows += 1;
      }
    }
    return { rows, digest: hash.digest('hex') };
  } finally {
    database.close();
  }
};
