import type { DataSource } from 'typeorm';
import { Corrupt, type EventStore, type Position } from '@perspectief/event-store';

/** A reader stands where this log has no event, or another one: a tail was lost, or it is another log. */
export class CheckpointOutsideLog extends Error {
  constructor(readonly readers: readonly string[]) {
    super(
      `checkpoints of ${readers.join(', ')} stand where this log has no such event: the log lost its end, or is another one. ` +
        'Restore log and read models from one backup, or rebuild the projections (docs/how-to/operations.md)',
    );
    this.name = 'CheckpointOutsideLog';
  }
}

/** After a restore of one without the other, readers would skip what is written next. Throws `CheckpointOutsideLog`. */
export const demandCheckpointsInLog = async (store: Pick<EventStore, 'readAll'>, database: DataSource): Promise<void> => {
  const rows = (await database.query(
    `select position, array_agg(distinct reader order by reader) as readers from runtime.checkpoints where position is not null group by position`,
  )) as readonly { position: Position; readers: readonly string[] }[];
  const lost: string[] = [];
  for (const { position, readers } of rows)
    await store.readAll({ after: position, limit: 1 }).catch((error: unknown) => {
      if (!(error instanceof Corrupt)) throw error;
      lost.push(...readers);
    });
  if (lost.length > 0) throw new CheckpointOutsideLog([...new Set(lost)].sort());
};
