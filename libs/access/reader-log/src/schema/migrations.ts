import type { MigrationInterface, QueryRunner } from 'typeorm';

const LOG = `
  create table access.reader_log (
    id             bigint generated always as identity primary key,
    trace_id       text not null,
    span_id        text not null,
    started_at     timestamptz not null,
    ended_at       timestamptz not null default clock_timestamp(),
    person_id      text not null,
    role           text not null,
    action         text not null check (action in ('read', 'write', 'denied', 'listed', 'exported', 'break-glass')),
    what           text not null,
    purpose        text not null,
    law            text,
    household_ids  uuid[] not null,
    trajectory_ids uuid[] not null,
    as_of          date,
    about          text
  )`;

/** "Who looked in this file, newest first" is a walk along this key; an index on the array would have to sort years of lists. */
const BY_HOUSEHOLD = `
  create table access.reader_log_households (
    household_id uuid not null,
    started_at   timestamptz not null,
    look_id      bigint not null,
    primary key (household_id, started_at, look_id)
  )`;

/** A look stays as it is. Only what is older than the day that retention names in its own transaction may go. */
const GUARD = `
  create function access.keep_looks() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and old.started_at < nullif(current_setting('access.looks_end_before', true), '')::timestamptz then
      return old;
    end if;
    raise exception 'the reader log is append-only' using errcode = 'insufficient_privilege';
  end $$`;

const guarded = (table: string): readonly string[] => [
  `create trigger keep_looks before update or delete on access.${table} for each row execute function access.keep_looks()`,
  `create trigger keep_all_looks before truncate on access.${table} for each statement execute function access.keep_looks()`,
];

const STATEMENTS = [
  'create schema if not exists access',
  LOG,
  BY_HOUSEHOLD,
  'create index reader_log_by_person on access.reader_log (person_id, id desc)',
  // Rows lie in the order of time: the smallest index that there is finds a period.
  'create index reader_log_by_time on access.reader_log using brin (started_at)',
  `create index reader_log_notable on access.reader_log (action, id desc) where action in ('denied', 'break-glass', 'exported')`,
  GUARD,
  ...guarded('reader_log'),
  ...guarded('reader_log_households'),
];

export class ReaderLogTables1764000640000 implements MigrationInterface {
  readonly name = 'ReaderLogTables1764000640000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.reader_log, access.reader_log_households');
    await runner.query('drop function access.keep_looks');
  }
}

export const readerLogMigrations = [ReaderLogTables1764000640000];
