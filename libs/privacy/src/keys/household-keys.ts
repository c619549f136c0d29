import type { Scope, Uuid } from '@perspectief/kernel';
import type { Wrapped } from './master-keys.js';
import type { Queryable } from './queryable.js';

interface Row {
  readonly householdId: Uuid;
  readonly scope: Scope;
  readonly generation: number;
  readonly masterId: string | null;
  readonly wrapped: Uint8Array | null;
}

/** One data key as it stands in the table. */
export interface StoredKey {
  readonly scope: Scope;
  readonly generation: number;
  /** Undefined once it was destroyed. */
  readonly wrapped: Wrapped | undefined;
}

/** All that is known of one household's keys. */
export interface HouseholdKeys {
  readonly erased: boolean;
  readonly keys: readonly StoredKey[];
}

const KEYS = `select household_id as "householdId", scope, generation, master_id as "masterId", wrapped
  from access.data_keys where household_id = any($1::uuid[]) order by generation`;
const ERASED = `select distinct household_id as "householdId" from access.erasures where household_id = any($1::uuid[]) and scope is null`;

export const readHouseholdKeys = async (database: Queryable, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, HouseholdKeys>> => {
  const [rows, erased] = (await Promise.all([database.query(KEYS, [ids]), database.query(ERASED, [ids])])) as [Row[], { householdId: Uuid }[]];
  const gone = new Set(erased.map(({ householdId }) => householdId));
  const byHousehold = new Map<Uuid, StoredKey[]>(ids.map((id) => [id, []]));
  for (const { householdId, scope, generation, masterId, wrapped } of rows)
    byHousehold.get(householdId)?.push({ scope, generation, wrapped: masterId !== null && wrapped !== null ? { masterId, bytes: wrapped } : undefined });
  return new Map([...byHousehold].map(([id, keys]) => [id, { erased: gone.has(id), keys }]));
};

export const livingKey = ({ keys }: HouseholdKeys, scope: Scope): StoredKey | undefined =>
  keys.find((key) => key.scope === scope && key.wrapped !== undefined);

export const nextGeneration = ({ keys }: HouseholdKeys, scope: Scope): number =>
  1 + Math.max(0, ...keys.filter((key) => key.scope === scope).map(({ generation }) => generation));

/** What a data key is called where it is wrapped. */
export const nameOfKey = (householdId: Uuid, scope: Scope, generation: number): string => `${householdId}.${scope}.${generation}`;
