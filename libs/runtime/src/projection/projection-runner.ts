import type { DataSource } from 'typeorm';
import type { EventStore } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import { pause } from '../pause.js';
import { BatchApplier, type Retried } from './apply-batch.js';
import type { BuildOptions } from './beside/builder.js';
import { CatchingUp } from './catching-up.js';
import { readCheckpoints } from './checkpoints.js';
import { FIRST_PAUSE, Follower, LIVE_BATCH, pauseAfter } from './follower.js';
import { parkedEvents, parkedStreams, type ParkedEvent } from './parking.js';
import { Claims } from './partitions/claims.js';
import { Keeper } from './partitions/keeper.js';
import { shareOf } from './partitions/share.js';
import { SharingOut } from './partitions/sharing-out.js';
import type { Projection, ProjectionStatus } from './projection.js';
import { NewerProjection, Rebuilds } from './rebuilds.js';
import { LogTail } from './log-tail.js';
import { statusOf } from './status.js';
import { Together } from './together.js';

export interface CatchUpOptions {
  readonly batchSize?: number;
}

export type Complain = (what: string, error: unknown) => void;

export interface ProjectionOptions {
  /** How many events the log has, as far as that can be told: for how long a rebuild takes. */
  readonly countEvents?: () => Promise<number>;
  /** How many partitions a projection has whose streams can be shared out. Undefined: as many as it has. */
  readonly partitions?: number | undefined;
  /** Where it hears of new events; others in this process may hear of them there too. Undefined: it reads for its projections alone. */
  readonly tail?: LogTail;
  /** Milliseconds before it tries again, at first. */
  readonly firstPause?: number;
}

/** Reads the log in its one order and hands it to projections: rows and checkpoint in one transaction. */
export class ProjectionRunner {
  private readonly applier: BatchApplier;
  private readonly rebuilds: Rebuilds;
  private readonly catchingUp: CatchingUp;

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    codec: Codec,
    private readonly projections: readonly Projection[],
    private readonly complain: Complain,
    private readonly options: ProjectionOptions = {},
  ) {
    this.applier = new BatchApplier(database, codec);
    this.rebuilds = new Rebuilds(store, database, codec, options.countEvents ?? (async () => 0));
    this.catchingUp = new CatchingUp(store, database, this.applier, this.rebuilds);
  }

  /** Brings every projection to the present head of the log. */
  async catchUp(options: CatchUpOptions = {}): Promise<void> {
    await this.catchingUp.catchUp(this.projections, options.batchSize ?? LIVE_BATCH);
  }

  /** From nothing to the head beside what is read, and then in its place. See `Rebuilds`. */
  async rebuild(name: string, options: BuildOptions = {}): Promise<void> {
    const projection = this.named(name);
    await this.rebuilds.rebuild(projection, options);
    if (projection.tables.length === 0) await this.catchingUp.catchUp([projection], LIVE_BATCH);
  }

  /** Back to the version that was read before. */
  async switchBack(name: string, options: BuildOptions = {}): Promise<void> {
    await this.rebuilds.switchBack(this.named(name), options);
  }

  /** Gives up a rebuild, or lets the former version go. False where there is neither. */
  async dropBeside(name: string): Promise<boolean> {
    return this.rebuilds.drop(this.named(name));
  }

  /** What it could not take and what waits behind that, in the order of the log. */
  async parked(name: string): Promise<readonly ParkedEvent[]> {
    return parkedEvents(this.database.manager, this.named(name).name);
  }

  /** Gives it its parked events once more, stream by stream, each in order; a stream stops at the first that still fails. */
  async retry(name: string): Promise<readonly Retried[]> {
    const projection = this.named(name);
    const retried: Retried[] = [];
    const all = await readCheckpoints(this.database, name, projection.version);
    for (const { partition } of all)
      for (const stream of (await parkedStreams(this.database, [{ reader: name, partition }]))[0] ?? [])
        retried.push(await this.applier.retry({ projection, partition, share: shareOf(partition, all.length) }, stream, () => this.store.readStream(stream)));
    return retried;
  }

  /** Follows the log until the signal, beside other workers that do the same: each writes its share. */
  async run(signal: AbortSignal): Promise<void> {
    const follower = new Follower(this.options.tail ?? new LogTail(this.store), this.database, this.applier, new Together(this.applier), this.rebuilds, this.complain, this.firstPause);
    const ours = new Set<string>();
    const follow = async ({ reader, partition }: { readonly reader: string; readonly partition: number }, until: AbortSignal): Promise<void> => {
      try {
        await follower.follow(this.named(reader), partition, until);
      } catch (error) {
        if (error instanceof NewerProjection) ours.delete(reader);
        throw error;
      }
    };
    const keeper = new Keeper(new Claims(this.database), follow, this.complain);
    const begin = (reader: string): void => {
      ours.add(reader);
      keeper.nudge();
    };
    await Promise.all([keeper.run(() => [...ours], signal), ...this.projections.map((projection) => this.prepare(projection, signal, begin))]);
  }

  async status(): Promise<ProjectionStatus[]> {
    return Promise.all(this.projections.map((projection) => statusOf(this.store, this.database, projection)));
  }

  /** Before it is followed: its tables are of this version, and its streams are shared out as was asked. */
  private async prepare(projection: Projection, signal: AbortSignal, begin: (reader: string) => void): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.rebuilds.upToDate(projection, { signal });
        if (this.options.partitions !== undefined) await new SharingOut(this.store, this.database, this.applier).into(projection, this.options.partitions, signal);
        return begin(projection.name);
      } catch (error) {
        if (signal.aborted) return;
        this.complain(error instanceof NewerProjection ? error.message : `projection ${projection.name} stumbled`, error);
        if (error instanceof NewerProjection) return;
        await pause(pauseAfter(failures, this.firstPause), signal);
      }
    }
  }

  private get firstPause(): number {
    return this.options.firstPause ?? FIRST_PAUSE;
  }

  private named(name: string): Projection {
    const projection = this.projections.find((candidate) => candidate.name === name);
    if (!projection) throw new Error(`no projection is called ${name}`);
    return projection;
  }
}
