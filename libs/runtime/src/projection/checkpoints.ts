import type { Position } from '@perspectief/event-store';
import { notifications, payloadOf, type Change } from './change-feed.js';
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

/** Of several readers, those that were here before. */
export const readCheckpointsOf = async (manager: ReadTables, readers: readonly string[]): Promise<ReadonlyMap<string, readonly Checkpoint[]>> => {
  const rows = (await manager.query(`select reader, partition, position, epoch, version from runtime.checkpoints where reader = any($1) order by partition`, [readers])) as (Row & { reader: string })[];
  const known = new Map<string, Checkpoint[]>();
  for (const row of rows) known.set(row.reader, [...(known.get(row.reader) ?? []), checkpointOf(row)]);
  return known;
};

/** Of a reader that is not shared out. */
export const readCheckpoint = async (manager: ReadTables, reader: string, version: number): Promise<Checkpoint> => {
  const [first] = await readCheckpoints(manager, reader, version);
  if (!first) throw new Error(`no checkpoint for ${reader}`);
  return first;
};

/** A reader, or a partition of it. */
export interface WriterKey {
  readonly reader: string;
  readonly partition: number;
}

/** They find their rows by keys. Of a table that was empty when a statement was planned, the plan would read all, also when it has grown. */
const LOCK = `select set_config('enable_seqscan', 'off', true) from runtime.checkpoints
  where (reader, partition) in (select * from unnest($1::text[], $2::int[])) order by reader, partition for update`;

/** Whoever writes rows of a partition takes its checkpoint first: runners then wait for each other instead of deadlocking. `nowait`: SQLSTATE 55P03 where one is held. */
export const lockWriters = async (manager: ReadTables, writers: readonly WriterKey[], held: 'wait' | 'nowait'): Promise<void> => {
  await manager.query(held === 'wait' ? LOCK : `${LOCK} nowait`, [writers.map(({ reader }) => reader), writers.map(({ partition }) => partition)]);
};

/** Nobody writes any row of the reader until the transaction ends. */
export const lockCheckpoints = async (manager: ReadTables, reader: string): Promise<readonly Checkpoint[]> =>
  ((await manager.query(`${CHECKPOINTS} for update`, [reader])) as Row[]).map(checkpointOf);

export interface Move {
  readonly reader: string;
  readonly from: Checkpoint;
  readonly to: Position;
}

/** The second part sends what is heard of it with the commit. */
const MOVE = `with moved as (
    update runtime.checkpoints c set position = m."to", updated_at = clock_timestamp(), error = null
      from json_to_recordset($1::json) as m(reader text, partition int, epoch bigint, version int, "from" text, "to" text)
      where c.reader = m.reader and c.partition = m.partition and c.epoch = m.epoch and c.version = m.version and c.position is not distinct from m."from" collate "C"
      returning c.reader)
  select (select count(*) from moved)::int as moved, (${notifications('$2')})::int as told`;

/** Compare-and-set inside the batch's transaction: locks are economy, this is safety. Throws `CheckpointMoved` where one stands elsewhere. */
export const moveCheckpoints = async (manager: ReadTables, moves: readonly Move[], changes: readonly Change[] = []): Promise<void> => {
  const rows = moves.map(({ reader, from: { partition, epoch, version, position }, to }) => ({ reader, partition, epoch, version, from: position ?? null, to }));
  const [row] = (await manager.query(MOVE, [JSON.stringify(rows), changes.map(payloadOf)])) as { moved: number }[];
  if (row?.moved !== moves.length) throw new CheckpointMoved(moves.map(({ reader }) => reader).join(', '));
};

export const moveCheckpoint = (manager: ReadTables, reader: string, from: Checkpoint, to: Position): Promise<void> => moveCheckpoints(manager, [{ reader, from, to }]);

/** All partitions to one place, under a new epoch. */
export const resetCheckpoints = async (manager: ReadTables, reader: string, version: number, position: Position | undefined): Promise<void> => {
  await manager.query(
    `update runtime.checkpoints set position = $3, epoch = epoch + 1, version = $2, updated_at = clock_timestamp(), error = null where reader = $1`,
    [reader, version, position ?? null],
  );
};
