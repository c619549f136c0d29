import { CorruptSeal, HouseholdKeysDestroyed, type Scope, type Uuid } from '@perspectief/kernel';
import { newKey } from '../cipher.js';
import { livingKey, nameOfKey, nextGeneration, readHouseholdKeys, type HouseholdKeys } from './household-keys.js';
import { ForgetfulMap } from './forgetful-map.js';
import type { MasterKeys, Wrapped } from './master-keys.js';
import type { Queryable } from './queryable.js';

/** Milliseconds after which keys are read again, also where nobody told that they were destroyed. */
const LIFE = 30_000;
/** Households whose keys are kept in memory. */
const KEPT = 20_000;
/** How often another process may be quicker before something is wrong. */
const ATTEMPTS = 20;

type Made = 'made' | 'there' | 'erased' | 'retired';

/** A key in the clear, with the generation that texts name it by. */
export interface DataKey {
  readonly generation: number;
  readonly key: Uint8Array;
}

/**
 * Data keys of households, wrapped in the database, in the clear in memory for half a minute at most. `forget` is called
 * as soon as a destruction is heard of; the short life holds where nothing is heard.
 */
export class KeyStore {
  private readonly households = new ForgetfulMap<Uuid, HouseholdKeys>(KEPT, LIFE);
  private readonly clear = new ForgetfulMap<string, Uint8Array>(KEPT, LIFE);

  constructor(
    private readonly database: Queryable,
    private readonly masters: MasterKeys,
  ) {}

  forget(): void {
    this.households.clear();
    this.clear.clear();
  }

  /** When this household's keys will be read again. */
  heldUntil(householdId: Uuid): number {
    return this.households.until(householdId);
  }

  /** One query for all that are not in memory. */
  async of(ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, HouseholdKeys>> {
    return this.households.all(ids, (missing) => readHouseholdKeys(this.database, missing));
  }

  /** The key that this household's texts of a scope are sealed with; made where there is none. */
  async toSeal(householdId: Uuid, scope: Scope): Promise<DataKey> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const known = await this.one(householdId);
      if (known.erased) throw new HouseholdKeysDestroyed();
      const living = livingKey(known, scope);
      if (living?.wrapped) return { generation: living.generation, key: await this.inTheClear(householdId, scope, living.generation, living.wrapped) };
      await this.make(householdId, scope, nextGeneration(known, scope));
      this.households.delete(householdId);
    }
    throw new Error('no data key could be made');
  }

  /** Undefined once it was destroyed. */
  async toOpen(householdId: Uuid, scope: Scope, generation: number): Promise<Uint8Array | undefined> {
    const find = async () => (await this.one(householdId)).keys.find((one) => one.scope === scope && one.generation === generation);
    let stored = await find();
    if (!stored) {
      // Made a moment ago, by another process.
      this.households.delete(householdId);
      stored = await find();
    }
    if (!stored) throw new CorruptSeal('a sealed text names a key that never was');
    return stored.wrapped && this.inTheClear(householdId, scope, generation, stored.wrapped);
  }

  private async one(householdId: Uuid): Promise<HouseholdKeys> {
    return (await this.of([householdId])).get(householdId) as HouseholdKeys;
  }

  private async inTheClear(householdId: Uuid, scope: Scope, generation: number, wrapped: Wrapped): Promise<Uint8Array> {
    const name = nameOfKey(householdId, scope, generation);
    const found = await this.clear.all([name], async () => new Map([[name, await this.masters.unwrap(name, wrapped)]]));
    return found.get(name) as Uint8Array;
  }

  /** Whoever comes second finds the first one's key. */
  private async make(householdId: Uuid, scope: Scope, generation: number): Promise<Made> {
    const { masterId, bytes } = await this.masters.wrap(nameOfKey(householdId, scope, generation), newKey());
    const [row] = (await this.database.query(`select access.new_data_key($1, $2, $3, $4, $5) as made`, [householdId, scope, masterId, generation, bytes])) as { made: Made }[];
    return row?.made ?? 'there';
  }
}
