import { createHash } from 'node:crypto';
import Database from 'libsql';
import { quotedName } from '../tables/column.js';
import type { Engine } from '../tables/engine.js';
import { attributesWithActor, ocelEvents, ocelObjects, type OcelDeclaration, type OcelModel, type OcelType } from './ocel-model.js';

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

/** Times without a zone are in UTC. */
const sqlTime = (iso: string): string => iso.replace('T', ' ').replace(/Z$/, '');
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

type Value = string | number | null;
const sqlValue = (value: unknown, type: string): Value => {
  if (value === undefined || value === null) return null;
  if (type === 'TEXT') return String(value);
  return Number(value);
};

type Insert = (...values: Value[]) => void;

/** One prepared statement for each table that is written to. */
const inserter = (database: Database.Database): ((table: string, width: number) => Insert) => {
  const statements = new Map<string, Insert>();
  return (table, width) => {
    const known = statements.get(table);
    if (known) return known;
    const statement = database.prepare(`insert into ${quotedName(table)} values (${Array(width).fill('?').join(', ')})`);
    const insert: Insert = (...values) => void statement.run(values);
    statements.set(table, insert);
    return insert;
  };
};

/** OCEL 2.0 in SQLite. */
export const writeOcelSqlite = async (engine: Engine, model: OcelModel, path: string): Promise<void> => {
  const [events, objects] = [mapping(model.eventTypes, ['ocel_id', 'ocel_time']), mapping(model.objectTypes, ['ocel_id', 'ocel_time', 'ocel_changed_field'])];
  const database = new Database(path);
  try {
    database.exec(`pragma journal_mode = off; pragma synchronous = off;`);
    database.exec(SCHEMA + tablesFor('event', events) + tablesFor('object', objects));
    const into = inserter(database);
    database.exec('begin');
    for (const [type, { map }] of events) into('event_map_type', 2)(type, map);
    for (const [type, { map }] of objects) into('object_map_type', 2)(type, map);
    const related: (() => void)[] = [];
    for await (const { id, type, attributes, relationships } of ocelObjects(engine)) {
      const { map, columns } = objects.get(type) as Mapped;
      into('object', 2)(id, type);
      into(`object_${map}`, columns.length + 3)(id, ALWAYS, null, ...columns.map((one) => sqlValue(attributes[one.name], one.type)));
      for (const { objectId, qualifier } of relationships) related.push(() => into('object_object', 3)(id, objectId, qualifier));
    }
    related.forEach((relate) => relate());
    for await (const one of ocelEvents(engine)) {
      const { map, columns } = events.get(one.activity) as Mapped;
      const attributes = attributesWithActor(one);
      into('event', 2)(one.eventId, one.activity);
      into(`event_${map}`, columns.length + 2)(one.eventId, sqlTime(one.at), ...columns.map((column) => sqlValue(attributes[column.name], column.type)));
      for (const { objectId, qualifier } of one.relationships) into('event_object', 3)(one.eventId, objectId, qualifier);
    }
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
      const order = columns.map(quotedName).join(', ');
      for (const row of database.prepare(`select * from ${quotedName(name)} order by ${order}`).raw().iterate()) {
        hash.update(`${JSON.stringify(row)}\n`);
        rows += 1;
      }
    }
    return { rows, digest: hash.digest('hex') };
  } finally {
    database.close();
  }
};
