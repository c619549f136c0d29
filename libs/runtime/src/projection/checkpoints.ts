import type { Position } from '@perspectief/event-store';
import type { ReadTables } from './projection.js';

export interface Checkpoint {
  /** Which of the reader's partitions; a reader that is not shared out has one, 0. */
  readonly partition: number;
  readonly position: Position | undefined;
  /** Grows with each switch and each new sharing out: a runner that slept through one finds its old epoch gone. */
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
  readonly partition: number;
  readonly position: string | null;
  readonly epoch: string;
  readonly version: number;
}

const CHECKPOINTS = `select partition, position, epoch, version from runtime.checkpoints where reader = $1 order by partition`;

const checkpointOf = ({ partition, position, epoch, version }: Row): Checkpoint => ({ partition, position: position ?? undefined, epoch: Number(epoch), version });

/** One for each partition, in their order. A reader that was never here begins with one, at the beginning of the log. */
export const readCheckpoints = async (manager: ReadTables, reader: string, version: number): Promise<readonly Checkpoint[]> => {
  const rows = (await manager.query(CHECKPOINTS, [reader])) as Row[];
  if (rows.length > 0) return rows.map(checkpointOf);
  await manager.query(`insert into runtime.checkpoints (reader, version) values ($1, $2) on conflict do nothing`, [reader, version]);
  return ((await manager.query(CHECKPOINTS, [reader])) as Row[]).map(checkpointOf);
};

/** Of a reader that is not shared out. */
export const readCheckpoint = async (manager: ReadTables, reader: string, version: number): Promise<Checkpoint> => {
  const [first] = await readCheckpoints(manager, reader, version);
  if (!first) throw new Error(`no checkpoint for ${reader}`);
  return first;
};

/** Whoever writes rows of a partition takes its checkpoint first: runners then wait for each other instead of deadlocking. */
export const lockCheckpoint = async (manager: ReadTables, reader: string, partition: number): Promise<void> => {
  await manager.query(`select 1 from runtime.checkpoints where reader = $1 and partition = $2 for update`, [reader, partition]);
};

/** Nobody writes any row of the reader until the transaction ends. */
export const lockCheckpoints = async (manager: ReadTables, reader: string): Promise<readonly Checkpoint[]> =>
  ((await manager.query(`${CHECKPOINTS} for update`, [reader])) as Row[]).map(checkpointOf);

/** Compare-and-set inside the batch's transaction: locks are economy, this is safety. */
export const moveCheckpoint = async (manager: ReadTables, reader: string, from: Checkpoint, to: Position): Promise<void> => {
  const [, moved] = (await manager.query(
    `update runtime.checkpoints set position = $4, updated_at = clock_timestamp(), error = null
      where reader = $1 and epoch = $2 and position is not distinct from $3 and version = $5 and partition = $6`,
    [reader, from.epoch, from.position ?? null, to, from.version, from.partition],
  )) as [unknown, number];
  if (moved !== 1) throw new CheckpointMoved(reader);
};

/** All partitions to one place, under a new epoch. */
export const resetCheckpoints = async (manager: ReadTables, reader: string, version: number, position: Position | undefined): Promise<void> => {
  await manager.query(
    `update runtime.checkpoints set position = $3, epoch = epoch + 1, version = $2, updated_at = clock_timestamp(), error = null where reader = $1`,
    [reader, version, position ?? null],
  );
};
