import { categoryOf, type Recorded } from '@perspectief/kernel';
import type { EventStore, Position } from '@perspectief/event-store';
import type { DataSource, EntityManager } from 'typeorm';
import { turnOf, type BatchApplier, type Writer } from '../apply-batch.js';
import { CheckpointMoved, lockCheckpoints, readCheckpoints, type Checkpoint } from '../checkpoints.js';
import { shareParked } from '../parking.js';
import type { Projection } from '../projection.js';
import { partitionOf, shareOf } from './share.js';

const BATCH = 500;

const writerOf = (projection: Projection, { partition }: Checkpoint, partitions: number): Writer => ({ projection, partition, share: shareOf(partition, partitions) });

const furthest = (checkpoints: readonly Checkpoint[]): Position | undefined =>
  checkpoints.flatMap(({ position }) => position ?? []).sort().at(-1);

/** Brings partitions to one place, and shares the streams out anew from there: nothing is skipped, nothing given twice. */
export class SharingOut {
  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly database: DataSource,
    private readonly applier: BatchApplier,
  ) {}

  /** A projection that has one writer keeps it. */
  async into(projection: Projection, partitions: number, signal: AbortSignal): Promise<void> {
    const wanted = projection.partitioning.by === 'stream' ? partitions : 1;
    while (!signal.aborted) {
      const now = await readCheckpoints(this.database, projection.name, projection.version);
      if (now.length === wanted) return;
      const target = furthest(now);
      // Far behind, each goes on by itself; the last steps are taken together, while nobody else writes.
      if (target !== undefined) for (const one of now) await this.bringNear(projection, one, now.length, target, signal);
      if (await this.database.transaction((manager) => this.exchange(manager, projection, wanted))) return;
    }
  }

  private async bringNear(projection: Projection, from: Checkpoint, partitions: number, target: Position, signal: AbortSignal): Promise<void> {
    let at = from;
    while (!signal.aborted) {
      const events = await this.upTo(target, at.position);
      if (events.length < BATCH) return;
      try {
        at = await this.applier.apply(turnOf(writerOf(projection, at, partitions), at, events), true);
      } catch (error) {
        if (error instanceof CheckpointMoved) return;
        throw error;
      }
    }
  }

  /** False: somebody was further behind than one step, or the projection was switched meanwhile; nothing was changed. */
  private async exchange(manager: EntityManager, projection: Projection, wanted: number): Promise<boolean> {
    const { name, version } = projection;
    const now = await lockCheckpoints(manager, name);
    if (now.some((one) => one.version !== version)) return false;
    const target = furthest(now);
    for (const one of now) {
      const events = target === undefined ? [] : await this.upTo(target, one.position);
      if (events.length === BATCH) return false;
      if (events.length > 0) await this.applier.applyIn(manager, [turnOf(writerOf(projection, one, now.length), one, events)], true);
    }
    await manager.query(`delete from runtime.checkpoints where reader = $1`, [name]);
    await manager.query(
      `insert into runtime.checkpoints (reader, partition, version, position, epoch) select $1, n, $2, $3, $4 from generate_series(0, $5::int - 1) as n`,
      [name, version, target ?? null, Math.max(...now.map(({ epoch }) => epoch)) + 1, wanted],
    );
    await shareParked(manager, name, partitionsOf(projection, wanted));
    return true;
  }

  private async upTo(target: Position, after: Position | undefined): Promise<readonly Recorded[]> {
    if (after !== undefined && after >= target) return [];
    return (await this.store.readAll({ after, limit: BATCH })).filter(({ position }) => position <= target);
  }
}

const partitionsOf = ({ partitioning }: Projection, partitions: number) => (stream: string): readonly number[] => {
  const everywhere = partitioning.by === 'stream' && (partitioning.everywhere ?? []).includes(categoryOf(stream));
  return everywhere ? Array.from({ length: partitions }, (_, n) => n) : [partitionOf(stream, partitions)];
};
