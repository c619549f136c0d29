import type { Scope, Uuid } from '@perspectief/kernel';
import { nameOfKey } from './household-keys.js';
import { nameOfInstallationKey } from './installation-key.js';
import type { MasterKeys, Wrapped } from './master-keys.js';
import type { Queryable } from './queryable.js';

/** How many data keys each master key wraps, and how many were destroyed. */
export interface KeyStatus {
  readonly masters: readonly { readonly id: string; readonly here: boolean; readonly newest: boolean; readonly wraps: number; readonly retired: boolean }[];
  readonly living: number;
  readonly destroyed: number;
  readonly households: number;
}

/** A database on which a transaction may be begun. */
export interface Transactions extends Queryable {
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
}

const WRAPS = `select master_id as id, count(*)::int as wraps from (
    select master_id from access.data_keys where destroyed_at is null union all select master_id from access.installation_keys) as keys
  group by master_id`;
const COUNTS = `select count(*) filter (where destroyed_at is null)::int as living, count(destroyed_at)::int as destroyed,
  count(distinct household_id)::int as households from access.data_keys`;
const RETIRED = `select master_id as id from access.retired_masters`;

export const keyStatus = async (database: Queryable, masters: MasterKeys): Promise<KeyStatus> => {
  const here = await masters.ids();
  const wraps = new Map(((await database.query(WRAPS)) as { id: string; wraps: number }[]).map((row) => [row.id, row.wraps]));
  const retired = new Set(((await database.query(RETIRED)) as { id: string }[]).map(({ id }) => id));
  const [counts] = (await database.query(COUNTS)) as [Pick<KeyStatus, 'living' | 'destroyed' | 'households'>];
  const ids = [...new Set([...here, ...wraps.keys(), ...retired])];
  return {
    masters: ids.map((id) => ({ id, here: here.includes(id), newest: id === here.at(-1), wraps: wraps.get(id) ?? 0, retired: retired.has(id) })),
    ...counts,
  };
};

const BATCH = 500;

/** Locked one after the other: two who rotate at once share the work. A destroyed key is not among them. */
const OLD_KEYS = `select household_id as "householdId", scope, generation, master_id as "masterId", wrapped as bytes from access.data_keys
  where destroyed_at is null and master_id <> $1 order by household_id, scope, generation limit ${BATCH} for update skip locked`;
const REWRAP = `update access.data_keys k set master_id = $1, wrapped = n.wrapped
  from unnest($2::uuid[], $3::text[], $4::int[], $5::bytea[]) as n(household_id, scope, generation, wrapped)
  where (k.household_id, k.scope, k.generation) = (n.household_id, n.scope, n.generation) and k.destroyed_at is null`;
const OLD_INSTALLATION = `select name, master_id as "masterId", wrapped as bytes from access.installation_keys where master_id <> $1 for update`;
const REWRAP_INSTALLATION = `update access.installation_keys set master_id = $2, wrapped = $3 where name = $1`;

interface OldKey extends Wrapped {
  readonly householdId: Uuid;
  readonly scope: Scope;
  readonly generation: number;
}

const newest = async (masters: MasterKeys): Promise<string> => (await masters.ids()).at(-1) as string;

const rewrapped = async (masters: MasterKeys, name: string, old: Wrapped): Promise<Wrapped> => masters.wrap(name, await masters.unwrap(name, old));

const rewrapSome = (database: Transactions, masters: MasterKeys, to: string): Promise<number> =>
  database.transaction(async (transaction) => {
    const old = (await transaction.query(OLD_KEYS, [to])) as OldKey[];
    const fresh = await Promise.all(old.map((key) => rewrapped(masters, nameOfKey(key.householdId, key.scope, key.generation), key)));
    const columns = [old.map((key) => key.householdId), old.map((key) => key.scope), old.map((key) => key.generation), fresh.map(({ bytes }) => bytes)];
    if (old.length > 0) await transaction.query(REWRAP, [to, ...columns]);
    return old.length;
  });

const rewrapInstallation = (database: Transactions, masters: MasterKeys, to: string): Promise<void> =>
  database.transaction(async (transaction) => {
    for (const { name, ...old } of (await transaction.query(OLD_INSTALLATION, [to])) as (Wrapped & { name: string })[]) {
      const { masterId, bytes } = await rewrapped(masters, nameOfInstallationKey(name), old);
      await transaction.query(REWRAP_INSTALLATION, [name, masterId, bytes]);
    }
  });

/** Wraps every data key with the newest master key. Cut off, it goes on where it was: what is done is not done again. Answers how many. */
export const rewrapAll = async (database: Transactions, masters: MasterKeys, onProgress: (done: number) => void = () => undefined): Promise<number> => {
  const to = await newest(masters);
  let done = 0;
  for (let some = await rewrapSome(database, masters, to); some > 0; some = await rewrapSome(database, masters, to)) onProgress((done += some));
  await rewrapInstallation(database, masters, to);
  return done;
};

const STILL = `select count(*)::int as still from (${WRAPS}) as w where w.id <> $1`;
const RETIRE = `insert into access.retired_masters (master_id) select unnest($1::text[]) on conflict do nothing`;

/**
 * Lets go of every master key but the newest: what older backups hold of data keys opens no more. First the database refuses new
 * keys under them, then they are removed. Answers those that went, or undefined while something is still wrapped with one of them.
 */
export const forgetOldMasters = async (database: Transactions, masters: MasterKeys): Promise<readonly string[] | undefined> => {
  const to = await newest(masters);
  const old = (await masters.ids()).filter((id) => id !== to);
  const free = await database.transaction(async (transaction) => {
    // Waits for whoever is making a key, and they for this: none is made under a key that goes.
    await transaction.query(`lock table access.data_keys in share row exclusive mode`);
    const [row] = (await transaction.query(STILL, [to])) as { still: number }[];
    if (row?.still !== 0) return false;
    await transaction.query(RETIRE, [old]);
    return true;
  });
  if (!free) return undefined;
  await masters.remove?.(old);
  return old;
};
