import { ERASED, idOfStream, type Recorded, type Uuid } from '@perspectief/kernel';
import type { Queryable } from '../keys/queryable.js';

/** The reader of the log that destroys keys; when it moved, keys may be gone. */
export const FORGETTING = 'forgetting';

/** What else goes with a household, in the transaction that destroys its keys. Done twice, it is done once. */
export type Follow = (householdId: Uuid, database: Queryable) => Promise<void>;

export interface ForgettingOptions {
  readonly follow?: readonly Follow[];
}

interface Erasure {
  readonly householdId: Uuid;
  /** Undefined: all of the household. */
  readonly scope: string | undefined;
  readonly reason: string;
}

const erasureIn = ({ type, stream, data }: Recorded): Erasure | undefined => {
  const { reason, law } = data as { readonly reason: string; readonly law?: string };
  if (type === 'HouseholdErased') return { householdId: idOfStream(stream), scope: undefined, reason };
  return type === 'LawDataErased' && law !== undefined ? { householdId: idOfStream(stream), scope: law, reason } : undefined;
};

/**
 * Destroys keys when the log says that somebody is to be forgotten. It runs as a projection does: keys, certificate row and
 * checkpoint in one transaction, so that what was cut off is done again, and what was done is done. It needs no master key.
 */
class Forgetting {
  readonly name = FORGETTING;
  readonly version = 1;
  readonly categories = ['household'];
  /** Whoever keeps keys in memory lets go of them when this moves: it moves for nothing else. */
  readonly only = { household: ['HouseholdErased', 'LawDataErased'] };
  /** Keys that are destroyed and the rows that say so are no read model: a rebuild goes over the log and finds all done. */
  readonly tables = [];
  readonly partitioning = { by: 'nothing', because: 'keys go once, and with them what the streams of the household name' } as const;

  constructor(private readonly follow: readonly Follow[]) {}

  async apply(events: readonly Recorded[], database: Queryable): Promise<void> {
    for (const event of events) {
      const erasure = erasureIn(event);
      if (!erasure) continue;
      const { householdId, scope, reason } = erasure;
      await database.query(`select access.destroy_keys($1, $2, $3, $4, $5)`, [householdId, scope ?? null, reason, event.id, event.happenedOn]);
      if (scope === undefined) for (const next of this.follow) await next(householdId, database);
    }
  }
}

export const forgetting = ({ follow = [] }: ForgettingOptions = {}): Forgetting => new Forgetting(follow);

const LEAVE = `update directory.people set active = false, name = $2 where id = any($1::text[])`;

/** Whoever signed in as a member of the household does so no more, and has no name. */
export const membersLeave =
  (readStream: (stream: string) => Promise<readonly Recorded[]>): Follow =>
  async (householdId, database) => {
    const given = (await readStream(`household-${householdId}`)).filter(({ type }) => type === 'MemberAccessGiven');
    if (given.length > 0) await database.query(LEAVE, [given.map(({ data }) => (data as { readonly personId: string }).personId), ERASED]);
  };
