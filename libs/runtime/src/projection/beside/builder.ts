import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Recorded } from '@perspectief/kernel';
import { Corrupt, type EventStore, type Position } from '@perspectief/event-store';
import type { Codec } from '../../codec.js';
import { given, WHOLE } from '../partitions/share.js';
import { isPoison, nameOf } from '../poison.js';
import type { Projection } from '../projection.js';
import { beginBeside, moveBeside, noteBeside, readBeside, resumeBeside, type Beside } from './beside-row.js';
import { AlreadyBuilding, BuildGivenUp, PoisonInRebuild } from './errors.js';
import { haveOneForm, makeTablesBeside, tablesBeside } from './tables-beside.js';

export interface BuildOptions {
  readonly batchSize?: number;
  /** Called after each batch with the number of events read so far, and how many there are to read; 0 where that is not known. */
  readonly onProgress?: (read: number, total: number) => void;
  /** Stops after the batch at hand; the next run goes on from there. */
  readonly signal?: AbortSignal;
  /** Begins from nothing where an earlier run did not come to its end. */
  readonly anew?: boolean;
}

const BATCH = 5_000;
/** First half of the advisory lock of whoever builds; 1 is the log's streams, 2 those that a story holds. */
const BUILDING = 3;

/** The server lets go by itself when the process dies. Throws `AlreadyBuilding`. */
export const asOnlyBuilder = async <T>(database: DataSource, projection: string, work: () => Promise<T>): Promise<T> => {
  const { url } = database.options as { readonly url?: string };
  const client = new Client({ connectionString: url, application_name: `perspectief rebuild of ${projection}` });
  // Lost with its connection: two who build then meet at the position of what they build, and one of them ends.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${BUILDING}, hashtext($1)) as mine`, [projection]);
    if (!rows[0]?.mine) throw new AlreadyBuilding(projection);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Fills the tables beside those that are read, strictly and in the order of the log: rows and place in one transaction. */
export class Builder {
  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly database: DataSource,
    private readonly codec: Codec,
    private readonly countEvents: () => Promise<number>,
  ) {}

  /** Goes on with what an earlier run left, where that still fits; else begins from nothing, in the place of whatever stood there. */
  async open(projection: Projection, anew: boolean): Promise<Beside> {
    const total = await this.countEvents();
    return this.database.transaction(async (manager) => {
      const { name, version } = projection;
      const found = await readBeside(manager, name, 'for update');
      if (!anew && found?.state === 'building' && found.version === version && (await haveOneForm(manager, projection)) && (await this.isInLog(found.position)))
        await resumeBeside(manager, name, total);
      else {
        await makeTablesBeside(manager, projection);
        await beginBeside(manager, name, version, total);
      }
      return (await readBeside(manager, name)) as Beside;
    });
  }

  /** To the present end of the log. Answers how far that is. Throws `PoisonInRebuild`, `BuildGivenUp`. */
  async catchUp(projection: Projection, beside: Pick<Beside, 'position' | 'read' | 'total'>, { batchSize = BATCH, onProgress, signal }: BuildOptions): Promise<Position | undefined> {
    let [at, read] = [beside.position, beside.read];
    let page = this.store.readAll({ after: at, limit: batchSize });
    for (;;) {
      const events = await page;
      signal?.throwIfAborted();
      const last = events.at(-1);
      if (!last) return at;
      // The server looks for the next page while this one is written.
      page = this.store.readAll({ after: last.position, limit: batchSize });
      page.catch(() => undefined);
      await this.write(projection, at, events);
      at = last.position;
      read += events.length;
      onProgress?.(read, Math.max(read, beside.total));
    }
  }

  /** One batch, in a transaction of the caller's. */
  async writeIn(manager: EntityManager, projection: Projection, at: Position | undefined, events: readonly Recorded[]): Promise<void> {
    const position = (events.at(-1) as Recorded).position;
    if (!(await moveBeside(manager, projection.name, at, position, events.length))) throw new BuildGivenUp(projection.name);
    const mine = given(projection, WHOLE, events);
    if (mine.length > 0) await projection.apply(mine.map((event) => this.codec.decode(event)), tablesBeside(projection, manager), WHOLE);
  }

  async isInLog(position: Position | undefined): Promise<boolean> {
    try {
      await this.store.readAll({ after: position, limit: 1 });
      return true;
    } catch (error) {
      if (error instanceof Corrupt) return false;
      throw error;
    }
  }

  private async write(projection: Projection, at: Position | undefined, events: readonly Recorded[]): Promise<void> {
    try {
      await this.database.transaction((manager) => this.writeIn(manager, projection, at, events));
    } catch (error) {
      if (!isPoison(error)) throw error;
      const poison = await this.firstPoison(projection, events);
      const note = poison ? `${poison.reason} at ${poison.event.stream} ${poison.event.streamVersion}` : nameOf(error);
      await noteBeside(this.database, projection.name, note);
      throw poison ?? error;
    }
  }

  /** Event by event, and nothing of it stays: which is the one? */
  private async firstPoison(projection: Projection, events: readonly Recorded[]): Promise<PoisonInRebuild | undefined> {
    const session = this.database.createQueryRunner();
    await session.startTransaction();
    try {
      for (const event of given(projection, WHOLE, events))
        try {
          await projection.apply([this.codec.decode(event)], tablesBeside(projection, session.manager), WHOLE);
        } catch (error) {
          return isPoison(error) ? new PoisonInRebuild(projection.name, event, nameOf(error), error) : undefined;
        }
      return undefined;
    } finally {
      await session.rollbackTransaction().catch(() => undefined);
      await session.release();
    }
  }
}
