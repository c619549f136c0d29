import type { MigrationInterface, QueryRunner } from 'typeorm';

const STUDY_EVENTS = `create table evaluation.study_events (
  study_id uuid not null,
  version int not null check (version > 0),
  event_id uuid not null unique,
  type text not null,
  data jsonb not null,
  happened_on text not null,
  recorded_at timestamptz not null,
  actor_id text not null,
  actor_role text not null,
  municipality text not null,
  command_id uuid not null,
  primary key (study_id, version))`;

/** The key goes, the row stays: what was destroyed does not come back. */
const STUDY_KEYS = `create table evaluation.study_keys (
  study_id uuid primary key,
  key bytea,
  made_at timestamptz not null default clock_timestamp(),
  destroyed_at timestamptz,
  check ((key is null) = (destroyed_at is not null)))`;

const GUARDS = [
  `create function evaluation.keep_as_written() returns trigger language plpgsql as $$
    begin raise exception 'a fact of a study stays as it was written'; end $$`,
  `create trigger keep_as_written before update or delete or truncate on evaluation.study_events
    for each statement execute function evaluation.keep_as_written()`,
  `create function evaluation.keep_destroyed() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.key is null or new.study_id <> old.study_id or new.key is not null then
        raise exception 'a study key is destroyed, and nothing else';
      end if;
      return new;
    end $$`,
  `create trigger keep_destroyed before update or delete on evaluation.study_keys
    for each row execute function evaluation.keep_destroyed()`,
];

class EvaluationTables1764000660000 implements MigrationInterface {
  readonly name = 'EvaluationTables1764000660000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [STUDY_EVENTS, `create index study_events_municipality on evaluation.study_events (municipality)`, STUDY_KEYS, ...GUARDS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evaluation.study_keys, evaluation.study_events');
    await runner.query('drop function evaluation.keep_as_written, evaluation.keep_destroyed');
  }
}

/** Keys that lie open are closed at the next start; a key that is closed never lies open again, and one that is destroyed stays so. */
const SEALED = [
  `alter table evaluation.study_keys add column sealed bytea, add column sealed_by text`,
  `alter table evaluation.study_keys drop constraint study_keys_check`,
  `alter table evaluation.study_keys add constraint there_until_destroyed check ((key is null and sealed is null) = (destroyed_at is not null))`,
  `alter table evaluation.study_keys add constraint open_or_sealed check (key is null or sealed is null)`,
  `alter table evaluation.study_keys add constraint sealed_by_one check ((sealed is null) = (sealed_by is null))`,
  `create or replace function evaluation.keep_destroyed() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.destroyed_at is not null or new.study_id <> old.study_id or new.key is not null then
        raise exception 'a study key is sealed or destroyed, and nothing else';
      end if;
      return new;
    end $$`,
];

class EvaluationSealedKeys1764000690000 implements MigrationInterface {
  readonly name = 'EvaluationSealedKeys1764000690000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of SEALED) await runner.query(sql);
  }

  /** What is sealed cannot be opened by a database. */
  async down(): Promise<void> {
    throw new Error('sealed study keys stay sealed');
  }
}

export const evaluationMigrations = [EvaluationTables1764000660000, EvaluationSealedKeys1764000690000];
