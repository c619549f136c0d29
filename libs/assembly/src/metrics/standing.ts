import type { DataSource } from 'typeorm';
import { Corrupt, type EventStore, type Position } from '@perspectief/event-store';

/** Where a reader of the log stands: a projection, or the policies. */
export interface Standing {
  readonly reader: string;
  readonly partition: number;
  /** Events that it has yet to read; counted up to a thousand. Infinite when its place is not in this log. */
  readonly behind: number;
  /** How long the first of those has been there. */
  readonly lagSeconds: number;
  /** How long ago it moved. */
  readonly ageSeconds: number;
}

export const COUNTED_UP_TO = 1_000;

interface Row {
  readonly reader: string;
  readonly partition: number;
  readonly position: Position | null;
  readonly age: number;
}

const READERS = `select reader, partition, position, extract(epoch from clock_timestamp() - updated_at)::float8 as age from runtime.checkpoints order by reader, partition`;

const unread = (store: Pick<EventStore, 'readAll'>, after: Position | null) =>
  store.readAll({ after: after ?? undefined, limit: COUNTED_UP_TO }).catch((error: unknown) => {
    if (error instanceof Corrupt) return undefined;
    throw error;
  });

/** Of every reader that has ever moved, each of its partitions. */
export const standings = async (store: Pick<EventStore, 'readAll'>, database: DataSource): Promise<readonly Standing[]> => {
  const rows = (await database.query(READERS)) as readonly Row[];
  const looks = new Map(rows.map(({ position }) => [position, unread(store, position)]));
  return Promise.all(
    rows.map(async ({ reader, partition, position, age }) => {
      const ahead = await looks.get(position);
      if (!ahead) return { reader, partition, behind: Number.POSITIVE_INFINITY, lagSeconds: age, ageSeconds: age };
      const first = ahead[0];
      return { reader, partition, behind: ahead.length, lagSeconds: first ? Math.max(0, (Date.now() - Date.parse(first.recordedAt)) / 1_000) : 0, ageSeconds: age };
    }),
  );
};

/** Reads of nobody in particular ask often: one look serves all of two seconds. */
export const remembered = <T>(look: () => Promise<T>, milliseconds = 2_000): (() => Promise<T>) => {
  let last: { readonly at: number; readonly seen: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > milliseconds) last = { at: performance.now(), seen: look() };
    return last.seen;
  };
};
