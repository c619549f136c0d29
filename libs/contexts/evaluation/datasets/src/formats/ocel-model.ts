import type { Attribute } from '../cut/attributes.js';
import type { Engine } from '../tables/engine.js';
import { activities, type Activity } from './activities.js';

export type OcelType = 'string' | 'time' | 'integer' | 'float' | 'boolean';
export interface OcelDeclaration {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: OcelType }[];
}

/** What an OCEL 2.0 log declares before it tells. */
export interface OcelModel {
  readonly eventTypes: readonly OcelDeclaration[];
  readonly objectTypes: readonly OcelDeclaration[];
  /** The kind of object that is a case. */
  readonly caseType: string;
}

/** Who and how, said beside what an event says of itself; where both have a name for it, the event's own goes. */
export const attributesWithActor = ({ attributes, resource, role, lifecycle }: Activity): Readonly<Record<string, Attribute>> => ({
  ...(resource !== null && { resource }), ...(role !== null && { role }), ...(lifecycle !== null && { lifecycle }), ...attributes,
});

export const caseAttributes = ['arm', 'area', 'source', 'municipality', 'year', 'outcome'] as const;

/** Of a value in JSON, as DuckDB names its structure. */
const typeOf = (structure: unknown): OcelType => {
  if (structure === 'BOOLEAN') return 'boolean';
  if (structure === 'DOUBLE') return 'float';
  return structure === 'BIGINT' || structure === 'UBIGINT' ? 'integer' : 'string';
};

const joined = (one: OcelType | undefined, other: OcelType): OcelType => {
  if (one === undefined || one === other) return other;
  const numbers = new Set([one, other, 'integer', 'float']).size === 2;
  return numbers ? 'float' : 'string';
};

const declared = (types: ReadonlyMap<string, OcelType>): OcelDeclaration['attributes'] =>
  [...types.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, type]) => ({ name, type }));

/** Each kind of event in each shape that its attributes come in: few, however many events there are. */
const SHAPES = `select distinct activity, coalesce(json_structure(attributes::json), '{}')::varchar as structure, resource is null, role is null, lifecycle is null
  from events where not coalesce(is_correction, false)`;

export const ocelModel = async (engine: Engine, caseType: string): Promise<OcelModel> => {
  const events = new Map<string, Map<string, OcelType>>();
  for (const [activity, structure, noResource, noRole, noLifecycle] of await engine.all<[string, string, boolean, boolean, boolean]>(SHAPES)) {
    const types = events.get(activity) ?? new Map<string, OcelType>();
    events.set(activity, types);
    const own = JSON.parse(structure) as Record<string, unknown>;
    const actor = { ...(!noResource && { resource: 'VARCHAR' }), ...(!noRole && { role: 'VARCHAR' }), ...(!noLifecycle && { lifecycle: 'VARCHAR' }) };
    for (const [name, value] of Object.entries({ ...actor, ...own })) types.set(name, joined(types.get(name), typeOf(value)));
  }
  const objects = await engine.all<[string]>('select distinct type from objects order by type');
  const ofCases = caseAttributes.map((name) => ({ name, type: 'string' }) as const);
  return {
    eventTypes: [...events.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, types]) => ({ name, attributes: declared(types) })),
    objectTypes: objects.map(([name]) => ({ name, attributes: name === caseType ? ofCases : [] })),
    caseType,
  };
};

/** Before anything happened: the moment from which what is known of an object always held. */
export const ALWAYS = '1970-01-01T00:00:00.000Z';

export interface OcelEvent extends Activity {
  readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
}

/** Events by moment, each with its objects: both are read in the same order, side by side. */
export const ocelEvents = async (engine: Engine): Promise<Iterable<OcelEvent>> => {
  const relations = (await engine.rows<[string, string, string]>(`select o.event_id, o.object_id, o.qualifier from event_object o join events e on e.event_id = o.event_id
    where not coalesce(e.is_correction, false) order by e.happened_at, e.case_id, e.case_order, o.object_id, o.qualifier`))[Symbol.iterator]();
  const events = await activities(engine, 'by moment');
  return (function* () {
    let next = relations.next();
    for (const one of events) {
      const relationships: { objectId: string; qualifier: string }[] = [];
      while (!next.done && next.value[0] === one.eventId) {
        relationships.push({ objectId: next.value[1], qualifier: next.value[2] });
        next = relations.next();
      }
      yield { ...one, relationships };
    }
  })();
};

export interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
}

export const ocelObjects = async (engine: Engine): Promise<Iterable<OcelObject>> => {
  const known = caseAttributes.map((name) => `c.${name}`).join(', ');
  const objects = await engine.rows<[string, string, ...(string | null)[]]>(
    `select o.object_id, o.type, ${known} from objects o left join cases c on c.case_id = o.object_id order by o.object_id`,
  );
  const relations = (await engine.rows<[string, string, string]>(
    'select r.object_id, r.target_id, r.qualifier from object_object r join objects o on o.object_id = r.object_id order by r.object_id, r.target_id, r.qualifier',
  ))[Symbol.iterator]();
  return (function* () {
    let next = relations.next();
    for (const [id, type, ...values] of objects) {
      const attributes = Object.fromEntries(caseAttributes.flatMap((name, i) => { const value = values[i]; return value ? [[name, value]] : []; }));
      const relationships: { objectId: string; qualifier: string }[] = [];
      while (!next.done && next.value[0] === id) {
        relationships.push({ objectId: next.value[1], qualifier: next.value[2] });
        next = relations.next();
      }
      yield { id, type, attributes, relationships };
    }
  })();
};
