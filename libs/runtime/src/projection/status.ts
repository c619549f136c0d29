import type { DataSource } from 'typeorm';
import { Corrupt, type EventStore, type Position } from '@perspectief/event-store';
import { readBeside } from './beside/beside-row.js';
import type { PartitionStatus, Projection, ProjectionStatus } from './projection.js';

interface Row {
  readonly partition: number;
  readonly position: Position | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly error: string | null;
}

const ROWS = `select partition, position, version, updated_at::text as "updatedAt", error from runtime.checkpoints where reader = $1 order by partition`;
const PARKED = `select count(*)::int as parked from runtime.parked_events where projection = $1`;
const COUNTED_UP_TO = 1_000;

/** As a start says it. */
const OUTSIDE = 'CheckpointOutsideLog';

const NEVER_RAN: Row = { partition: 0, position: null, version: 0, updatedAt: '', error: null };

/** Undefined: where it stands, this log has no event. */
const unread = (store: Pick<EventStore, 'readAll'>, position: Position | null) =>
  store.readAll({ after: position ?? undefined, limit: COUNTED_UP_TO }).catch((error: unknown) => {
    if (error instanceof Corrupt) return undefined;
    throw error;
  });

/** How far one projection is: each partition, and all together. */
export const statusOf = async (store: Pick<EventStore, 'readAll'>, database: DataSource, { name, version }: Projection): Promise<ProjectionStatus> => {
  const [rows, [counted], beside] = await Promise.all([
    database.query(ROWS, [name]) as Promise<Row[]>,
    database.query(PARKED, [name]) as Promise<{ parked: number }[]>,
    readBeside(database, name),
  ]);
  const known = rows.length > 0 ? rows : [NEVER_RAN];
  let lost = false;
  const partitions = await Promise.all(
    known.map(async ({ partition, position, updatedAt }): Promise<PartitionStatus> => {
      const ahead = await unread(store, position);
      lost ||= ahead === undefined;
      return { partition, position: position ?? undefined, behind: ahead?.length ?? COUNTED_UP_TO, waitingSince: ahead?.[0]?.recordedAt, updatedAt: updatedAt || undefined };
    }),
  );
  const slowest = partitions.toSorted((one, other) => ((one.position ?? '') < (other.position ?? '') ? -1 : 1))[0] as PartitionStatus;
  const { partition: _, ...place } = slowest;
  return {
    ...place,
    name,
    version: rows[0]?.version ?? version,
    parked: counted?.parked ?? 0,
    error: lost ? OUTSIDE : (rows.find(({ error }) => error !== null)?.error ?? undefined),
    partitions,
    beside,
  };
};
