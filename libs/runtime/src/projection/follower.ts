import type { DataSource } from 'typeorm';
import type { EventStore } from '@perspectief/event-store';
import { pause } from '../pause.js';
import { turnOf, type BatchApplier } from './apply-batch.js';
import { CheckpointMoved, type Checkpoint } from './checkpoints.js';
import { shareOf } from './partitions/share.js';
import { isPoison } from './poison.js';
import type { Projection } from './projection.js';
import type { Complain } from './projection-runner.js';
import type { Together } from './together.js';
import { NewerProjection, type Rebuilds } from './rebuilds.js';

export const LIVE_BATCH = 500;
/** Milliseconds after the first failure; twice as long after each that follows, up to the longest. */
export const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
export const pauseAfter = (failures: number, first: number): number => Math.min(first * 2 ** failures, LONGEST_PAUSE);

/** How often a batch may fail over its events before they are looked at one by one. */
const TRIES = 3;

/** Reads the log in its one order and hands one partition of a projection what is its own. */
export class Follower {
  constructor(
    private readonly log: Pick<EventStore, 'subscribe'>,
    private readonly database: DataSource,
    private readonly applier: BatchApplier,
    private readonly together: Together,
    private readonly rebuilds: Rebuilds,
    private readonly complain: Complain,
    private readonly firstPause: number,
  ) {}

  /** Until the signal, or until there is no such partition; errors are told, and tried again with growing pauses. Throws `NewerProjection`. */
  async follow(projection: Projection, partition: number, signal: AbortSignal): Promise<void> {
    let [failures, overEvents] = [0, 0];
    while (!signal.aborted) {
      try {
        const all = await this.rebuilds.upToDate(projection, { signal });
        let at: Checkpoint | undefined = all[partition];
        if (!at) return;
        const writer = { projection, partition, share: shareOf(partition, all.length) };
        for await (const events of this.log.subscribe({ after: at.position, batchSize: LIVE_BATCH, signal })) {
          const turn = turnOf(writer, at, events);
          // Who is behind holds up nobody, and who looks at each event goes alone.
          const apart = failures > 0 || events.length === LIVE_BATCH;
          at = apart ? await this.applier.apply(turn, overEvents >= TRIES) : await this.together.apply(turn);
          failures = overEvents = 0;
        }
      } catch (error) {
        if (error instanceof CheckpointMoved || signal.aborted) continue;
        if (error instanceof NewerProjection) throw error;
        failures += 1;
        if (isPoison(error)) overEvents += 1;
        this.complain(`projection ${projection.name} stumbled`, error);
        await this.note(projection, partition, error);
        await pause(pauseAfter(failures, this.firstPause), signal);
      }
    }
  }

  private async note(projection: Projection, partition: number, error: unknown): Promise<void> {
    const name = error instanceof Error ? error.name : 'unknown';
    await this.database
      .query(`update runtime.checkpoints set error = $3 where reader = $1 and partition = $2`, [projection.name, partition, name])
      .catch((lost: unknown) => this.complain('the checkpoint table does not answer', lost));
  }
}
