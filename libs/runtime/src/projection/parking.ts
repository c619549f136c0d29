import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Recorded, Uuid } from '@perspectief/kernel';
import type { Position } from '@perspectief/event-store';
import type { WriterKey } from './checkpoints.js';
import type { ReadTables } from './projection.js';

/** An event that a projection could not take, or one behind it in its stream. What it says stays in the log. */
export interface ParkedEvent {
  readonly projection: string;
  readonly partition: number;
  readonly stream: string;
  readonly streamVersion: number;
  readonly position: Position;
  readonly eventId: Uuid;
  /** Name of the error, never its words: these may be personal. Undefined: it waits for an earlier event of its stream. */
  readonly error: string | undefined;
  /** How often it was tried; 0 while it only waits. */
  readonly attempts: number;
  readonly parkedAt: string;
}

export class ParkedEvents1764000670100 implements MigrationInterface {
  name = 'ParkedEvents1764000670100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table runtime.parked_events (
      projection text not null,
      stream text not null,
      stream_version int not null,
      position text collate "C" not null,
      event_id uuid not null,
      error text,
      attempts int not null,
      parked_at timestamptz not null default clock_timestamp(),
      primary key (projection, stream, stream_version))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table runtime.parked_events`);
  }
}

const PARKED = `select projection, partition, stream, stream_version as "streamVersion", position, event_id as "eventId", error, attempts, parked_at::text as "parkedAt"
  from runtime.parked_events where projection = $1 and ($2::int is null or partition = $2) and ($3::text is null or stream = $3) order by position, partition`;

type Row = Omit<ParkedEvent, 'error'> & { readonly error: string | null };

/** In the order of the log. */
export const parkedEvents = async (tables: ReadTables, projection: string, partition?: number, stream?: string): Promise<readonly ParkedEvent[]> =>
  ((await tables.query(PARKED, [projection, partition ?? null, stream ?? null])) as readonly Row[]).map((row) => ({ ...row, error: row.error ?? undefined }));

const WAITING = `select distinct w.n::int, p.stream from unnest($1::text[], $2::int[]) with ordinality as w(reader, partition, n)
  join runtime.parked_events p on p.projection = w.reader and p.partition = w.partition`;

/** Streams of which later events have to wait: of each writer its own. */
export const parkedStreams = async (tables: ReadTables, writers: readonly WriterKey[]): Promise<readonly Set<string>[]> => {
  const rows = (await tables.query(WAITING, [writers.map(({ reader }) => reader), writers.map(({ partition }) => partition)])) as { n: number; stream: string }[];
  const streams = writers.map(() => new Set<string>());
  for (const { n, stream } of rows) streams[n - 1]?.add(stream);
  return streams;
};

/** In the transaction that moves the checkpoint past it. */
export const parkEvent = async (tables: ReadTables, { reader, partition }: WriterKey, event: Recorded, error?: string): Promise<void> => {
  const { stream, streamVersion, position, id } = event;
  await tables.query(
    `insert into runtime.parked_events (projection, partition, stream, stream_version, position, event_id, error, attempts) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [reader, partition, stream, streamVersion, position, id, error ?? null, error === undefined ? 0 : 1],
  );
};

const ONE = `projection = $1 and partition = $2 and stream = $3 and stream_version = $4`;
const keyOf = ({ projection, partition, stream, streamVersion }: ParkedEvent): unknown[] => [projection, partition, stream, streamVersion];

/** It was taken after all. */
export const unparkEvent = async (tables: ReadTables, event: ParkedEvent): Promise<void> => {
  await tables.query(`delete from runtime.parked_events where ${ONE}`, keyOf(event));
};

export const noteAttempt = async (tables: ReadTables, event: ParkedEvent, error: string): Promise<void> => {
  await tables.query(`update runtime.parked_events set attempts = attempts + 1, error = $5 where ${ONE}`, [...keyOf(event), error]);
};

/** A rebuild read them all again, strictly. */
export const forgetParked = async (tables: ReadTables, projection: string): Promise<void> => {
  await tables.query(`delete from runtime.parked_events where projection = $1`, [projection]);
};

/** Shared out anew: each waits where its stream is now. */
export const shareParked = async (tables: ReadTables, projection: string, partitionsOf: (stream: string) => readonly number[]): Promise<void> => {
  const events = await parkedEvents(tables, projection);
  await forgetParked(tables, projection);
  for (const { stream, streamVersion, position, eventId, error, attempts, parkedAt } of events)
    for (const partition of partitionsOf(stream))
      await tables.query(
        `insert into runtime.parked_events (projection, partition, stream, stream_version, position, event_id, error, attempts, parked_at)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
        [projection, partition, stream, streamVersion, position, eventId, error ?? null, attempts, parkedAt],
      );
};
