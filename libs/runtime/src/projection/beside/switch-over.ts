import type { DataSource, EntityManager } from 'typeorm';
import type { EventStore } from '@perspectief/event-store';
import { pause } from '../../pause.js';
import { announceChange } from '../change-feed.js';
import { lockCheckpoints, resetCheckpoints, type Checkpoint } from '../checkpoints.js';
import { forgetParked } from '../parking.js';
import type { Projection } from '../projection.js';
import { keepBeside, readBeside, type Beside } from './beside-row.js';
import type { Builder, BuildOptions } from './builder.js';
import { BuildGivenUp, NothingToSwitchTo, SwitchHeldUp } from './errors.js';
import { analyzeBeside, haveOneForm, holdOffAutovacuum, swapTables } from './tables-beside.js';

/** Whoever reads the tables for long, in one snapshot, shares this advisory lock: no switch comes between. */
export const NO_SWITCH = 7_702;
/** So many events are read while the writers wait; with more, they are let go, and it is tried again. */
const LAST_STEP = 500;
const TRIES = 40;
const FIRST_PATIENCE = 50;
const LONGEST_PAUSE = 1_000;
/** Readers queue behind a lock that is waited for: milliseconds. */
const PATIENCE = 800;
/** A lock that did not come, a statement that took too long, a circle of locks. */
const HELD_UP = new Set(['55P03', '57014', '40P01']);

class NotNow extends Error {
  constructor(readonly why: string) {
    super(why);
  }
}

const notNow = (error: unknown): NotNow => {
  if (error instanceof NotNow) return error;
  if (HELD_UP.has(String((error as { code?: unknown }).code))) return new NotNow('its tables are read without a pause');
  throw error;
};

const patienceOf = (attempt: number): number => Math.min(FIRST_PATIENCE * 2 ** attempt, PATIENCE);

const earliest = (checkpoints: readonly Checkpoint[]): string | undefined =>
  checkpoints.some(({ position }) => position === undefined) ? undefined : checkpoints.map(({ position }) => position as string).sort()[0];

/** Puts the tables beside in the place of those that are read; these are kept beside, to go back to. */
export class SwitchOver {
  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly database: DataSource,
    private readonly builder: Builder,
  ) {}

  /** Catches up and switches, as often as it takes. Throws `SwitchHeldUp`. */
  async switch(projection: Projection, beside: Beside, options: BuildOptions): Promise<void> {
    let held = new NotNow('');
    await this.builder.catchUp(projection, beside, options);
    await analyzeBeside(this.database, projection);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      try {
        return await this.database.transaction((manager) => this.attempt(manager, projection, patienceOf(attempt)));
      } catch (error) {
        held = notNow(error);
      }
      options.signal?.throwIfAborted();
      await pause(Math.min(FIRST_PATIENCE * 2 ** attempt, LONGEST_PAUSE), options.signal ?? new AbortController().signal);
      const now = await readBeside(this.database, projection.name);
      if (!now) throw new BuildGivenUp(projection.name);
      await this.builder.catchUp(projection, now, options);
    }
    throw new SwitchHeldUp(projection.name, held.why);
  }

  /** The writers wait from the first lock on, readers only while tables change places. */
  private async attempt(manager: EntityManager, projection: Projection, patience: number): Promise<void> {
    const { name, version } = projection;
    const [row] = (await manager.query(`select pg_try_advisory_xact_lock($1) as free`, [NO_SWITCH])) as { free: boolean }[];
    if (!row?.free) throw new NotNow('a backup reads them');
    await manager.query(`set local lock_timeout = '5s'`);
    await holdOffAutovacuum(manager, projection);
    const before = await lockCheckpoints(manager, name);
    const beside = await readBeside(manager, name, 'for update');
    if (!beside) throw new BuildGivenUp(name);
    const position = await this.lastStep(manager, projection, beside);
    if (!(await haveOneForm(manager, projection))) throw new NothingToSwitchTo(name, 'its tables have another form since; build them anew');
    await forgetParked(manager, name);
    await resetCheckpoints(manager, name, version, position);
    await keepBeside(manager, name, before[0]?.version ?? version, earliest(before));
    await announceChange(manager, { projection: name, position: position ?? '' });
    await swapTables(manager, projection, patience);
  }

  /** What is read has come no further than this: its writers wait. */
  private async lastStep(manager: EntityManager, projection: Projection, { position }: Beside): Promise<string | undefined> {
    const events = await this.store.readAll({ after: position, limit: LAST_STEP + 1 });
    if (events.length > LAST_STEP) throw new NotNow('the log grows faster than it is read');
    if (events.length > 0) await this.builder.writeIn(manager, projection, position, events);
    return events.at(-1)?.position ?? position;
  }
}
