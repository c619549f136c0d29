import type { DataSource, EntityManager } from 'typeorm';
import { categoryOf, type Recorded } from '@perspectief/kernel';
import type { EventStore } from '@perspectief/event-store';
import type { Codec } from '../codec.js';
import { CheckpointMoved, lockCheckpoint, moveCheckpoint, readCheckpoint, rewindCheckpoint, type Checkpoint } from './checkpoints.js';
import { pause } from '../pause.js';
import { announceChange } from './change-feed.js';
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

/** A newer program has rebuilt this projection: an older one that still runs stops writing it. */
export class NewerProjection extends Error {
  constructor(name: string) {
    super(`projection ${name} belongs to a newer version of the program`);
    this.name = 'NewerProjection';
  }
}

/** Reads the log in its one order and hands it to projections: rows and checkpoint in one transaction. */
export class ProjectionRunner {
  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly codec: Codec,
    private readonly projections: readonly Projection[],
    private readonly complain: Complain,
  ) {}

  /** Brings every projection to the present head of the log. */
  async catchUp(options: CatchUpOptions = {}): Promise<void> {
    for (const projection of this.projections) await this.drain(projection, options);
  }

  /** From nothing to the head, strictly: the first error ends it. */
  async rebuild(name: string, options: CatchUpOptions = {}): Promise<void> {
    const projection = this.projections.find((candidate) => candidate.name === name);
    if (!projection) throw new Error(`no projection is called ${name}`);
    await this.rewind(projection);
    await this.drain(projection, { batchSize: REBUILD_BATCH, ...options });
  }

  /** Follows the log until the signal; errors are told, and tried again with growing pauses. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.projections.map((projection) => this.follow(projection, signal)));
  }

  async status(): Promise<ProjectionStatus[]> {
    return Promise.all(
      this.projections.map(async ({ name, version }) => {
        const [row] = (await this.database.query(
          `select position, version, updated_at::text as "updatedAt", error from runtime.checkpoints where reader = $1`,
          [name],
        )) as { position: string | null; version: number; updatedAt: string; error: string | null }[];
        const ahead = await this.store.readAll({ after: row?.position ?? undefined, limit: 1_000 });
        return {
          name,
          version: row?.version ?? version,
          position: row?.position ?? undefined,
          behind: ahead.length,
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
        await this.applyBatch(projection, from, events);
      } catch (error) {
        if (!(error instanceof CheckpointMoved)) throw error;
      }
      read += events.length;
      onProgress?.(read);
    }
  }

  private async follow(projection: Projection, signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        let at = await this.checkpointOf(projection);
        for await (const events of this.store.subscribe({ after: at.position, batchSize: LIVE_BATCH, signal })) {
          at = await this.applyBatch(projection, at, events);
          failures = 0;
        }
      } catch (error) {
        if (error instanceof CheckpointMoved) continue;
        if (error instanceof NewerProjection) return this.complain(error.message, error);
        failures += 1;
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

  private async applyBatch(projection: Projection, from: Checkpoint, events: readonly Recorded[]): Promise<Checkpoint> {
    const position = (events.at(-1) as Recorded).position;
    const mine = events.filter(({ stream }) => projection.categories.includes(categoryOf(stream))).map((event) => this.codec.decode(event));
    await this.database.transaction(async (manager: EntityManager) => {
      await lockCheckpoint(manager, projection.name);
      if (mine.length > 0) await projection.apply(mine, manager);
      await moveCheckpoint(manager, projection.name, from, position);
      if (mine.length > 0) await announceChange(manager, { projection: projection.name, position, streams: [...new Set(mine.map((e) => e.stream))] });
    });
    return { ...from, position };
  }

  private async note(projection: Projection, error: unknown): Promise<void> {
    const name = error instanceof Error ? error.name : 'unknown';
    await this.database
      .query(`update runtime.checkpoints set error = $2 where reader = $1`, [projection.name, name])
      .catch((lost: unknown) => this.complain('the checkpoint table does not answer', lost));
  }
}

