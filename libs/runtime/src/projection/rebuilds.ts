import type { DataSource } from 'typeorm';
import type { EventStore } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import { pause } from '../pause.js';
import { forgetBeside, readBeside, type Beside } from './beside/beside-row.js';
import { asOnlyBuilder, Builder, type BuildOptions } from './beside/builder.js';
import { AlreadyBuilding, NothingToSwitchTo } from './beside/errors.js';
import { SwitchOver } from './beside/switch-over.js';
import { dropTablesBeside, haveOneForm } from './beside/tables-beside.js';
import { lockCheckpoints, readCheckpoints, resetCheckpoints, type Checkpoint } from './checkpoints.js';
import { forgetParked } from './parking.js';
import type { Projection } from './projection.js';

const LOOK_AGAIN = 500;

/** A newer program has built this projection: an older one that still runs stops writing it. */
export class NewerProjection extends Error {
  constructor(name: string) {
    super(`projection ${name} belongs to a newer version of the program`);
    this.name = 'NewerProjection';
  }
}

const never = new AbortController().signal;

/** Versions of read models: built beside those that are read, switched, kept to go back to, given up. */
export class Rebuilds {
  private readonly builder: Builder;
  private readonly switchOver: SwitchOver;

  constructor(
    store: Pick<EventStore, 'readAll'>,
    private readonly database: DataSource,
    codec: Codec,
    countEvents: () => Promise<number>,
  ) {
    this.builder = new Builder(store, database, codec, countEvents);
    this.switchOver = new SwitchOver(store, database, this.builder);
  }

  /** Its checkpoints, once its tables are of this program's version. Throws `NewerProjection`. */
  async upToDate(projection: Projection, options: BuildOptions): Promise<readonly Checkpoint[]> {
    const { name, version } = projection;
    for (;;) {
      options.signal?.throwIfAborted();
      const checkpoints = await readCheckpoints(this.database, name, version);
      const theirs = checkpoints[0]?.version ?? version;
      if (theirs > version) throw new NewerProjection(name);
      if (theirs === version) return checkpoints;
      if (checkpoints.every(({ position }) => position === undefined)) await this.begin(projection);
      else await this.rebuild(projection, options).catch((error: unknown) => this.waitFor(error, options.signal));
    }
  }

  /** From nothing to the head, strictly, while what is read goes on as it was. Throws `AlreadyBuilding`, `PoisonInRebuild`, `SwitchHeldUp`. */
  async rebuild(projection: Projection, options: BuildOptions): Promise<void> {
    await readCheckpoints(this.database, projection.name, projection.version);
    if (projection.tables.length === 0) return this.begin(projection);
    await asOnlyBuilder(this.database, projection.name, async () => {
      await this.switchOver.switch(projection, await this.builder.open(projection, options.anew ?? false), options);
    });
  }

  /** Back to the version that was read before, brought up to date first. Throws `NothingToSwitchTo`. */
  async switchBack(projection: Projection, options: BuildOptions): Promise<void> {
    await asOnlyBuilder(this.database, projection.name, async () => {
      await this.switchOver.switch(projection, await this.kept(projection), options);
    });
  }

  beside(projection: Projection): Promise<Beside | undefined> {
    return readBeside(this.database, projection.name);
  }

  /** A rebuild is given up, or the former version let go. False where there is neither. */
  async drop({ name }: Pick<Projection, 'name'>): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const gone = await forgetBeside(manager, name);
      await dropTablesBeside(manager, name);
      return gone;
    });
  }

  private async kept(projection: Projection): Promise<Beside> {
    const beside = await this.beside(projection);
    const no = (why: string): NothingToSwitchTo => new NothingToSwitchTo(projection.name, why);
    if (beside?.state !== 'kept') throw no('no former version is kept');
    if (beside.version !== projection.version) throw no(`the former version is ${beside.version}, and this program writes ${projection.version}: it takes the program that wrote it`);
    if (!(await haveOneForm(this.database, projection))) throw no('the tables have changed their form since');
    if (!(await this.builder.isInLog(beside.position))) throw no('the former version stands where this log has no event');
    return beside;
  }

  /** What has no tables reads the log again where it is. */
  private async begin({ name, version }: Projection): Promise<void> {
    await this.database.transaction(async (manager) => {
      await lockCheckpoints(manager, name);
      await forgetParked(manager, name);
      await resetCheckpoints(manager, name, version, undefined);
    });
  }

  private async waitFor(error: unknown, signal = never): Promise<void> {
    if (!(error instanceof AlreadyBuilding)) throw error;
    await pause(LOOK_AGAIN, signal);
  }
}
