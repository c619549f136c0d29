import Database from 'libsql';

interface Named { readonly name: string }
interface Typed { readonly id: string; readonly type: string; readonly attributes?: readonly Named[]; readonly relationships?: readonly { readonly objectId: string }[] }
export interface OcelLog {
  readonly eventTypes: readonly (Named & { readonly attributes: readonly Named[] })[];
  readonly objectTypes: OcelLog['eventTypes'];
  readonly events: readonly Typed[];
  readonly objects: readonly Typed[];
}

const twice = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i);

/** What the schema of OCEL 2.0 in JSON does not say, and its specification does (definitions 2 and 3): ids once, types and attributes declared, references that lead somewhere. */
export const ocelFaults = (log: OcelLog): readonly string[] => {
  const faults = [
    ...twice([...log.eventTypes.map(({ name }) => name)]).map((name) => `event type ${name} twice`),
    ...twice([...log.objectTypes.map(({ name }) => name)]).map((name) => `object type ${name} twice`),
  ];
  const objects = new Set(log.objects.map(({ id }) => id));
  if (objects.size !== log.objects.length) faults.push('an object twice');
  if (new Set(log.events.map(({ id }) => id)).size !== log.events.length) faults.push('an event twice');
  for (const [all, types] of [[log.events, log.eventTypes], [log.objects, log.objectTypes]] as const) {
    const declared = new Map(types.map(({ name, attributes }) => [name, new Set(attributes.map((one) => one.name))]));
    for (const { id, type, attributes = [], relationships = [] } of all) {
      const known = declared.get(type);
      if (!known) faults.push(`${id} is of the undeclared type ${type}`);
      faults.push(...attributes.filter(({ name }) => known && !known.has(name)).map(({ name }) => `${id} has the undeclared attribute ${name}`));
      faults.push(...relationships.filter(({ objectId }) => !objects.has(objectId)).map(({ objectId }) => `${id} leads to ${objectId}, which is not there`));
    }
  }
  return faults;
};

/** The relational constraints of OCEL 2.0 in SQLite (specification, section 5): each is a question that has no answer in a sound file. */
const constraints = (kind: 'event' | 'object', tables: readonly string[]): readonly string[] => [
  `select ocel_id from ${kind} group by ocel_id having count(*) > 1`,
  `select ocel_id from ${kind} where ocel_type not in (select ocel_type from ${kind}_map_type)`,
  `select ocel_type_map from ${kind}_map_type group by lower(ocel_type_map) having count(*) > 1`,
  ...tables.map((table) => `select ocel_id from "${kind}_${table}" where ocel_time is null or ocel_time not glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9] [0-9][0-9]:[0-9][0-9]:[0-9][0-9]*'`),
  ...tables.map((table) => `select ocel_id from "${kind}_${table}" where ocel_id not in (select ocel_id from ${kind} join ${kind}_map_type using (ocel_type) where ocel_type_map = '${table}')`),
  ...tables.map((table) => `select ocel_id from ${kind} join ${kind}_map_type using (ocel_type) where ocel_type_map = '${table}' and ocel_id not in (select ocel_id from "${kind}_${table}")`),
  ...(kind === 'event' ? tables.map((table) => `select ocel_id from "event_${table}" group by ocel_id having count(*) > 1`) : tables.map((table) => `select ocel_id from "object_${table}" where ocel_changed_field is null group by ocel_id having count(*) > 1`)),
];

const references = [
  'select 1 from event_object where ocel_event_id not in (select ocel_id from event) or ocel_object_id not in (select ocel_id from object) or ocel_qualifier is null',
  'select 1 from object_object where ocel_source_id not in (select ocel_id from object) or ocel_target_id not in (select ocel_id from object) or ocel_qualifier is null',
];

export const sqliteFaults = (path: string): readonly string[] => {
  const database = new Database(path, { readonly: true });
  try {
    const all = (sql: string): Record<string, unknown>[] => database.prepare(sql).all() as Record<string, unknown>[];
    const there = new Set(all(`select name from sqlite_master where type = 'table'`).map(({ name }) => name));
    const absent = ['event', 'object', 'event_object', 'object_object', 'event_map_type', 'object_map_type'].filter((name) => !there.has(name));
    if (absent.length > 0) return absent.map((name) => `no table ${name}`);
    const mapped = (kind: string): readonly string[] => all(`select ocel_type_map from ${kind}_map_type`).map((row) => String(row['ocel_type_map']));
    const missing = ['event', 'object'].flatMap((kind) => mapped(kind).map((map) => `${kind}_${map}`)).filter((name) => !there.has(name));
    if (missing.length > 0) return missing.map((name) => `no table ${name}`);
    const questions = [...constraints('event', mapped('event')), ...constraints('object', mapped('object')), ...references];
    return [...questions.filter((sql) => all(sql).length > 0), ...all('pragma foreign_key_check').map((row) => JSON.stringify(row))];
  } finally {
    database.close();
  }
};
