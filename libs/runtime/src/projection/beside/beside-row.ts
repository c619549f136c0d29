import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Position } from '@perspectief/event-store';
import type { ReadTables } from '../projection.js';

/** A version of a read model's tables that is not the one that is read. */
export interface Beside {
  /** `building`: it has yet to take the other's place. `kept`: it had that place before. */
  readonly state: 'building' | 'kept';
  readonly version: number;
  readonly position: Position | undefined;
  /** Events read for it, all runs together. */
  readonly read: number;
  /** How many there are to read, as far as was counted; 0 where that is not known. */
  readonly total: number;
  /** Events a second since this run began; undefined before its first batch. */
  readonly perSecond: number | undefined;
  /** At that rate; undefined where rate or total are not known. */
  readonly secondsLeft: number | undefined;
  readonly startedAt: string;
  readonly updatedAt: string;
  /** What it stopped at: the name of an error and its event, never words. */
  readonly error: string | undefined;
}

/** Of each projection at most one. */
export class ReadModelsBeside1764000680000 implements MigrationInterface {
  name = 'ReadModelsBeside1764000680000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table runtime.beside (
      projection text primary key,
      state text not null check (state in ('building', 'kept')),
      version int not null,
      position text collate "C",
      read bigint not null default 0,
      total bigint not null default 0,
      started_at timestamptz not null default clock_timestamp(),
      run_at timestamptz not null default clock_timestamp(),
      run_read bigint not null default 0,
      updated_at timestamptz not null default clock_timestamp(),
      error text)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table runtime.beside`);
  }
}

interface Row {
  readonly projection: string;
  readonly state: 'building' | 'kept';
  readonly version: number;
  readonly position: string | null;
  readonly read: string;
  readonly total: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly perSecond: number | null;
  readonly error: string | null;
}

const ROWS = `select projection, state, version, position, read, total, started_at::text as "startedAt", updated_at::text as "updatedAt", error,
    (read - run_read) / nullif(extract(epoch from updated_at - run_at)::float8, 0) as "perSecond"
  from runtime.beside where projection = $1`;

const besideOf = (row: Row): Beside => {
  const [read, total] = [Number(row.read), Number(row.total)];
  const perSecond = row.state === 'building' && row.perSecond !== null && row.perSecond > 0 ? row.perSecond : undefined;
  return {
    ...{ state: row.state, version: row.version, position: row.position ?? undefined, read, total, perSecond },
    secondsLeft: perSecond === undefined || total === 0 ? undefined : Math.max(0, total - read) / perSecond,
    startedAt: row.startedAt,
    updatedAt: row.updatedAt,
    error: row.error ?? undefined,
  };
};

export const readBeside = async (tables: ReadTables, projection: string, lock = ''): Promise<Beside | undefined> => {
  const [row] = (await tables.query(`${ROWS} ${lock}`, [projection])) as Row[];
  return row && besideOf(row);
};

/** A new one, in the place of whatever was there. */
export const beginBeside = async (tables: ReadTables, projection: string, version: number, total: number): Promise<void> => {
  await tables.query(`delete from runtime.beside where projection = $1`, [projection]);
  await tables.query(`insert into runtime.beside (projection, state, version, total) values ($1, 'building', $2, $3)`, [projection, version, total]);
};

/** A run goes on with it: its rate is counted from here. */
export const resumeBeside = async (tables: ReadTables, projection: string, total: number): Promise<void> => {
  await tables.query(`update runtime.beside set run_at = clock_timestamp(), run_read = read, total = greatest(total, $2), error = null where projection = $1`, [projection, total]);
};

/** Compare-and-set, as with checkpoints. False: it was moved, or is gone. */
export const moveBeside = async (tables: ReadTables, projection: string, from: Position | undefined, to: Position, events: number): Promise<boolean> => {
  const [, moved] = (await tables.query(
    `update runtime.beside set position = $3, read = read + $4, total = greatest(total, read + $4), updated_at = clock_timestamp(), error = null
      where projection = $1 and position is not distinct from $2`,
    [projection, from ?? null, to, events],
  )) as [unknown, number];
  return moved === 1;
};

/** What was read until now stands beside from here on. */
export const keepBeside = async (tables: ReadTables, projection: string, version: number, position: Position | undefined): Promise<void> => {
  await tables.query(
    `update runtime.beside set state = 'kept', version = $2, position = $3, started_at = clock_timestamp(), updated_at = clock_timestamp(), error = null where projection = $1`,
    [projection, version, position ?? null],
  );
};

export const noteBeside = async (tables: ReadTables, projection: string, error: string): Promise<void> => {
  await tables.query(`update runtime.beside set error = $2, updated_at = clock_timestamp() where projection = $1`, [projection, error]);
};

export const forgetBeside = async (tables: ReadTables, projection: string): Promise<boolean> => {
  const [, gone] = (await tables.query(`delete from runtime.beside where projection = $1`, [projection])) as [unknown, number];
  return gone === 1;
};
