import { categoryOf, idOfStream, isPersonal, isUuid, type EventDefinitions, type Recorded } from '@perspectief/kernel';
import { pooledBudgetEvents, type PooledBudgetEvent } from '@perspectief/pooled-budget-domain';
import { trajectoryEvents, type TrajectoryEvent } from '@perspectief/trajectory-domain';

export type TrajectoryFact = Recorded<TrajectoryEvent>;
export type PotFact = Recorded<PooledBudgetEvent>;

/** Stands where something personal stood. What is sealed differs with every key; a replay may not. */
export const SEALED = '*';

type PersonalFields = readonly (readonly [field: string, blank: string | readonly never[]])[];

interface Described {
  readonly _zod: { readonly def: { readonly type: string; readonly innerType?: unknown } };
}
const kindOf = (schema: Described): string =>
  schema._zod.def.type === 'optional' ? kindOf(schema._zod.def.innerType as Described) : schema._zod.def.type;

const personalFields = (definitions: EventDefinitions): ReadonlyMap<string, PersonalFields> =>
  new Map(
    Object.entries(definitions).flatMap(([type, { schema }]) => {
      const fields = Object.entries(schema.shape).flatMap(([field, part]) =>
        isPersonal(part as Parameters<typeof isPersonal>[0]) ? [[field, kindOf(part as Described) === 'array' ? [] : SEALED] as const] : [],
      );
      return fields.length > 0 ? [[type, fields] as const] : [];
    }),
  );

const personalByType = personalFields({ ...trajectoryEvents, ...pooledBudgetEvents });

const isBlank = (value: unknown, blank: string | readonly never[]): boolean =>
  value === undefined || value === blank || (Array.isArray(value) && value.length === 0 && typeof blank !== 'string');

/** The fact without what is personal in it, sealed or not: nothing that follows can depend on it. */
export const withoutPersonal = <Fact extends Recorded>(fact: Fact): Fact => {
  const fields = personalByType.get(fact.type);
  if (!fields || fields.every(([field, blank]) => isBlank((fact.data as Readonly<Record<string, unknown>>)[field], blank))) return fact;
  const data: Record<string, unknown> = { ...fact.data };
  for (const [field, blank] of fields) if (data[field] !== undefined) data[field] = blank;
  return { ...fact, data };
};

/** Fields that name a person who works with the household, by an id of the directory. */
const workers = new Set(['coachId', 'expertId', 'who', 'requestedBy', 'approvedBy', 'rejectedBy', 'visibleTo']);

/** The fact under a study's pseudonyms: every id of a household, a thing of it, or a person. The caller's function holds the key. */
export const pseudonymised = <Fact extends Recorded>(fact: Fact, pseudonymOf: (id: string) => string): Fact => {
  const renamed = (value: unknown, named: boolean): unknown => {
    if (typeof value === 'string') return named || isUuid(value) ? pseudonymOf(value) : value;
    if (Array.isArray(value)) return value.map((one) => renamed(one, named));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part, workers.has(key))]));
  };
  const { id, commandId, correlationId, causationId, stream, actor } = fact;
  return {
    ...fact,
    ...(renamed({ id, commandId, correlationId, causationId, data: fact.data }, false) as Partial<Fact>),
    stream: `${categoryOf(stream)}-${pseudonymOf(idOfStream(stream))}`,
    actor: { ...actor, id: pseudonymOf(actor.id) },
  };
};
