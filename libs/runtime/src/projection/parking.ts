import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { Recorded, Uuid } from '@perspectief/kernel';
import type { Position } from '@perspectief/event-store';

/** An event that a projection could not take, or one behind it in its stream. What it says stays in the log. */
export interface ParkedEvent {
  readonly projection: string;
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

const PARKED = `select projection, stream, stream_version as "streamVersion", position, event_id as "eventId", error, attempts, parked_at::text as "parkedAt"
  from runtime.parked_events where projection = $1 and ($2::text is null or stream = $2) order by position`;

type Row = Omit<ParkedEvent, 'error'> & { readonly error: string | null };

/** In the order of the log. */
export const parkedEvents = async (manager: EntityManager, projection: string, stream?: string): Promise<readonly ParkedEvent[]> =>
  ((await manager.query(PARKED, [projection, stream ?? null])) as readonly Row[]).map((row) => ({ ...row, error: row.error ?? undefined }));

/** Streams of which later events have to wait. */
export const parkedStreams = async (manager: EntityManager, projection: string): Promise<Set<string>> => {
  const rows = (await manager.query(`select distinct stream from runtime.parked_events where projection = $1`, [projection])) as { stream: string }[];
  return new Set(rows.map(({ stream }) => stream));
};

/** In the transaction that moves the checkpoint past it. */
export const parkEvent = async (manager: EntityManager, projection: string, event: Recorded, error?: string): Promise<void> => {
  const { stream, streamVersion, position, id } = event;
  await manager.query(
    `insert into runtime.parked_events (projection, stream, stream_version, position, event_id, error, attempts) values ($1, $2, $3, $4, $5, $6, $7)`,
    [projection, stream, streamVersion, position, id, error ?? null, error === undefined ? 0 : 1],
  );
};

/** It was taken after all. */
export const unparkEvent = async (manager: EntityManager, { projection, stream, streamVersion }: ParkedEvent): Promise<void> => {
  await manager.query(`delete from runtime.parked_events where projection = $1 and stream = $2 and stream_version = $3`, [projection, stream, streamVersion]);
};

export const noteAttempt = async (manager: EntityManager, { projection, stream, streamVersion }: ParkedEvent, error: string): Promise<void> => {
  await manager.query(
    `update runtime.parked_events set attempts = attempts + 1, error = $4 where projection = $1 and stream = $2 and stream_version = $3`,
    [projection, stream, streamVersion, error],
  );
};

/** A rebuild reads them all again, strictly. */
export const forgetParked = async (manager: EntityManager, projection: string): Promise<void> => {
  await manager.query(`delete from runtime.parked_events where projection = $1`, [projection]);
};
