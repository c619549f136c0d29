import type { MigrationInterface, QueryRunner } from 'typeorm';

const JOBS = `create table evaluation.jobs (
  number bigint generated always as identity unique,
  id uuid primary key,
  study_id uuid not null,
  municipality text not null,
  kind text not null check (kind in ('freeze', 'cut', 'release')),
  request jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'refused', 'failed', 'cancelled')),
  asked_by text not null,
  asked_role text not null,
  asked_at timestamptz not null default clock_timestamp(),
  began_at timestamptz,
  ended_at timestamptz,
  events_read bigint not null default 0,
  events_in_all bigint,
  cancel_asked boolean not null default false,
  result jsonb,
  refusal jsonb)`;

/** The study's names of who is in. Which trajectory that is, is sealed with the key of the study: with the key it goes. */
const COHORT_CASES = `create table evaluation.cohort_cases (
  cohort_id uuid not null,
  pseudonym text not null,
  study_id uuid not null,
  arm text not null,
  sealed bytea not null,
  primary key (cohort_id, pseudonym))`;

/** Who is behind each figure that was shown: what the next one is held against. */
const STATEMENTS = `create table evaluation.statements (
  number bigint generated always as identity primary key,
  study_id uuid not null,
  release_id uuid not null,
  figure text not null,
  population text not null,
  subjects text[] not null)`;

const RELEASES = `create table evaluation.releases (
  release_id uuid primary key,
  study_id uuid not null,
  cohort_id uuid not null,
  spec jsonb not null,
  spec_key text not null,
  parts jsonb not null,
  cases_read integer not null,
  cut_on date not null,
  position text not null,
  made_at timestamptz not null default clock_timestamp(),
  made_by text not null,
  unique (study_id, cohort_id, spec_key))`;

const ASKS = `create table evaluation.asks (
  number bigint generated always as identity primary key,
  asked_at timestamptz not null default clock_timestamp(),
  person_id text not null,
  role text not null,
  municipality text not null,
  what text not null,
  product text not null check (product in ('study', 'controlled-microdata', 'safe-aggregates', 'oversight')),
  study_id uuid,
  outcome text not null check (outcome in ('answered', 'exported', 'denied')))`;

const kept = ['cohort_cases', 'statements', 'releases', 'asks'] as const;

class EvaluationRegister1764000670000 implements MigrationInterface {
  readonly name = 'EvaluationRegister1764000670000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [JOBS, COHORT_CASES, STATEMENTS, RELEASES, ASKS]) await runner.query(sql);
    await runner.query(`create index jobs_of_municipality on evaluation.jobs (municipality, number desc)`);
    await runner.query(`create index jobs_to_do on evaluation.jobs (number) where state in ('waiting', 'running')`);
    await runner.query(`create index statements_of_study on evaluation.statements (study_id, number)`);
    await runner.query(`create index asks_of_municipality on evaluation.asks (municipality, number desc)`);
    for (const table of kept)
      await runner.query(`create trigger keep_as_written before update or delete or truncate on evaluation.${table}
        for each statement execute function evaluation.keep_as_written()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evaluation.jobs, evaluation.cohort_cases, evaluation.statements, evaluation.releases, evaluation.asks');
  }
}

/** Whoever waits for work, or for its end, hears of it; the channel is `evaluation_jobs`. */
const RING = [
  `create function evaluation.ring() returns trigger language plpgsql as $$
    begin perform pg_notify('evaluation_jobs', new.id::text); return null; end $$`,
  `create trigger ring after insert or update of state, cancel_asked on evaluation.jobs for each row execute function evaluation.ring()`,
];

class EvaluationJobsRing1764000680000 implements MigrationInterface {
  readonly name = 'EvaluationJobsRing1764000680000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of RING) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger ring on evaluation.jobs');
    await runner.query('drop function evaluation.ring');
  }
}

export const registerMigrations = [EvaluationRegister1764000670000, EvaluationJobsRing1764000680000];
