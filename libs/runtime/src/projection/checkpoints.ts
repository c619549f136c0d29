import type { EntityManager } from 'typeorm';
import type { Position } from '@perspectief/event-store';

export interface Checkpoint {
  readonly position: Position | undefined;
  /** Grows with each rebuild: a runner that slept through one finds its old epoch gone. */
  readonly epoch: number;
  readonly version: number;
}

/** Another runner moved the checkpoint meanwhile: this batch is rolled back, and read again from where it stands. */
export class CheckpointMoved extends Error {
  constructor(readonly reader: string) {
    super(`the checkpoint of ${reader} was moved by another runner`);
    this.name = 'CheckpointMoved';
  }
}

interface Row {
  readonly position: string | null;
  readonly epoch: string;
  readonly version: number;
}

export const readCheckpoint = async (manager: EntityManager, reader: string, version: number): Promise<Checkpoint> => {
  await manager.query(`insert into runtime.checkpoints (reader, version) values ($1, $2) on conflict do nothing`, [reader, version]);
  const [row] = (await manager.query(`select position, epoch, version from runtime.checkpoints where reader = $1`, [reader])) as Row[];
  if (!row) throw new Error(`no checkpoint for ${reader}`);
  return { position: row.position ?? undefined, epoch: Number(row.epoch), version: row.version };
};

/** Whoever writes rows of a reader takes its checkpoint first: runners then wait for each other instead of deadlocking. */
export const lockCheckpoint = async (manager: EntityManager, reader: string): Promise<void> => {
  await manager.query(`select 1 from runtime.checkpoints where reader = $1 for update`, [reader]);
};

/** Compare-and-set inside the batch's transaction: locks are economy, this is safety. */
export const moveCheckpoint = async (manager: EntityManager, reader: string, from: Checkpoint, to: Position): Promise<void> => {
  const [, moved] = (await manager.query(
    `update runtime.checkpoints set position = $4, updated_at = clock_timestamp(), error = null
      where reader = $1 and epoch = $2 and position is not distinct from $3 and version = $5`,
    [reader, from.epoch, from.position ?? null, to, from.version],
  )) as [unknown, number];
  if (moved !== 1) throw new CheckpointMoved(reader);
};

/** Back to the beginning of the log, under a new epoch. */
export const rewindCheckpoint = async (manager: EntityManager, reader: string, version: number): Promise<void> => {
  await manager.query(
    `update runtime.checkpoints set position = null, epoch = epoch + 1, version = $2, updated_at = clock_timestamp(), error = null where reader = $1`,
    [reader, version],
  );
};
