import type { DataSource } from 'typeorm';
import type { EventStore } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import { CheckpointMoved, lockCheckpoint, readCheckpoint, rewindCheckpoint, type Checkpoint } from './checkpoints.js';
import { pause } from '../pause.js';
import { BatchApplier, type Retried } from './apply-batch.js';
import { forgetParked, parkedEvents, parkedStreams, type ParkedEvent } from './parking.js';
import { isPoison } from './poison.js';
import type { Projection, ProjectionStatus } from './projection.js';

export interface CatchUpOptions {
  readonly batchSize?: number;
  /** Called after each batch with the number of events read so far. */
  readonly onProgress?: (read: number) => void;
}

export type Complain = (what: string, error: unknown) => void;

const LIVE_BATCH = 500;
const REBUILD_BATCH = 5_000;
const LONGEST_PAUSE = 10_000;
/** How often a batch may fail over its events before they are looked at one by one. */
const TRIES = 3;

/** A newer program has rebuilt this projection: an older one that still runs stops writing it. */
export class NewerProjection extends Error {
  constructor(name: string) {
    super(`projection ${name} belongs to a newer version of the program`);
    this.name = 'NewerProjection';
  }
}

/** Reads the log in its one order and hands it to projections: rows and checkpoint in one transaction. */
export class ProjectionRunner {
  private readonly applier: BatchApplier;

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    codec: Codec,
    private readonly projections: readonly Projection[],
    private readonly complain: Complain,
  ) {
    this.applier = new BatchApplier(database, codec);
  }

  /** Brings every projection to the present head of the log. */
  async catchUp(options: CatchUpOptions = {}): Promise<void> {
    for (const projection of this.projections) await this.drain(projection, options);
  }

  /** From nothing to the head, strictly: the first error ends it. */
  async rebuild(name: string, options: CatchUpOptions = {}): Promise<void> {
    const projection = this.named(name);
    await this.rewind(projection);
    await this.drain(projection, { batchSize: REBUILD_BATCH, ...options });
  }

  /** What it could not take and what waits behind that, in the order of the log. */
  async parked(name: string): Promise<readonly ParkedEvent[]> {
    return parkedEvents(this.database.manager, this.named(name).name);
  }

  /** Gives it its parked events once more, stream by stream, each in order; a stream stops at the first that still fails. */
  async retry(name: string): Promise<readonly Retried[]> {
    const projection = this.named(name);
    const retried: Retried[] = [];
    for (const stream of await parkedStreams(this.database.manager, name)) retried.push(await this.applier.retry(projection, stream, () => this.store.readStream(stream)));
    return retried;
  }

  /** Follows the log until the signal; errors are told, and tried again with growing pauses. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.projections.map((projection) => this.follow(projection, signal)));
  }

  async status(): Promise<ProjectionStatus[]> {
    return Promise.all(
      this.projections.map(async ({ name, version }) => {
        const [row] = (await this.database.query(
          `select position, version, updated_at::text as "updatedAt", error, (select count(*)::int from runtime.parked_events where projection = reader) as parked
             from runtime.checkpoints where reader = $1`,
          [name],
        )) as { position: string | null; version: number; updatedAt: string; error: string | null; parked: number }[];
        const ahead = await this.store.readAll({ after: row?.position ?? undefined, limit: 1_000 });
        return {
          name,
          version: row?.version ?? version,
          position: row?.position ?? undefined,
          behind: ahead.length,
          parked: row?.parked ?? 0,
          waitingSince: ahead[0]?.recordedAt,
          updatedAt: row?.updatedAt,
          error: row?.error ?? undefined,
        };
      }),
    );
  }

  private async rewind(projection: Projection): Promise<void> {
    await this.database.transaction(async (manager) => {
      await readCheckpoint(manager, projection.name, projection.version);
      await lockCheckpoint(manager, projection.name);
      for (const table of projection.tables) await manager.query(`truncate ${table}`);
      await forgetParked(manager, projection.name);
      await rewindCheckpoint(manager, projection.name, projection.version);
    });
  }

  private async drain(projection: Projection, { batchSize = LIVE_BATCH, onProgress }: CatchUpOptions): Promise<void> {
    let read = 0;
    for (;;) {
      const from = await this.checkpointOf(projection);
      const events = await this.store.readAll({ after: from.position, limit: batchSize });
      if (events.length === 0) return;
      try {
        await this.applier.apply(projection, from, events, false);
      } catch (error) {
        if (!(error instanceof CheckpointMoved)) throw error;
      }
      read += events.length;
      onProgress?.(read);
    }
  }

  private async follow(projection: Projection, signal: AbortSignal): Promise<void> {
    let [failures, overEvents] = [0, 0];
    while (!signal.aborted) {
      try {
        let at = await this.checkpointOf(projection);
        for await (const events of this.store.subscribe({ after: at.position, batchSize: LIVE_BATCH, signal })) {
          at = await this.applier.apply(projection, at, events, overEvents >= TRIES);
          failures = overEvents = 0;
        }
      } catch (error) {
        if (error instanceof CheckpointMoved) continue;
        if (error instanceof NewerProjection) return this.complain(error.message, error);
        failures += 1;
        if (isPoison(error)) overEvents += 1;
        this.complain(`projection ${projection.name} stumbled`, error);
        await this.note(projection, error);
        await pause(Math.min(100 * 2 ** failures, LONGEST_PAUSE), signal);
      }
    }
  }

  /** Rows of an older program are made anew; rows of a newer one are not this one's to write. */
  private async checkpointOf(projection: Projection): Promise<Checkpoint> {
    const { manager } = this.database;
    const checkpoint = await readCheckpoint(manager, projection.name, projection.version);
    if (checkpoint.version > projection.version) throw new NewerProjection(projection.name);
    if (checkpoint.version === projection.version) return checkpoint;
    await this.rewind(projection);
    return readCheckpoint(manager, projection.name, projection.version);
  }

  private named(name: string): Projection {
    const projection = this.projections.find((candidate) => candidate.name === name);
    if (!projection) throw new Error(`no projection is called ${name}`);
    return projection;
  }

  private async note(projection: Projection, error: unknown): Promise<void> {
    const name = error instanceof Error ? error.name : 'unknown';
    await this.database
      .query(`update runtime.checkpoints set error = $2 where reader = $1`, [projection.name, name])
      .catch((lost: unknown) => this.complain('the checkpoint table does not answer', lost));
  }
}
