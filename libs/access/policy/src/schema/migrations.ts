import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns that files and homes share: what rules look at. Arrays hold codes and ids of the directory; no personal text. */
const FACTS = `
  household_id uuid not null,
  municipality text not null,
  areas text[] not null,
  coaches text[] not null,
  experts text[] not null,
  tandem text[] not null,
  members text[] not null,
  laws text[] not null,
  debt_work boolean not null,
  restricted boolean not null,
  named text[] not null`;

const TABLES = [
  `create schema if not exists access`,
  `create table access.streams (stream text primary key, version int not null, facts jsonb not null)`,
  `create table access.homes (${FACTS}, primary key (household_id))`,
  `create table access.files (trajectory_id uuid primary key, ${FACTS})`,
  `create index files_household on access.files (household_id)`,
  `create table access.pots (budget_id uuid primary key, municipality text not null, area text not null)`,
  `create table access.asked (request_id uuid primary key, budget_id uuid not null, trajectory_id uuid not null, requested_by text not null)`,
  `create index asked_trajectory on access.asked (trajectory_id)`,
  `create view access.requests as
    select asked.request_id, asked.budget_id, asked.trajectory_id, asked.requested_by, pots.municipality, pots.area,
        files.household_id, files.coaches, files.members, files.restricted, files.named
      from access.asked join access.pots using (budget_id) join access.files using (trajectory_id)`,
  `create table access.break_glass (
    glass_id uuid primary key,
    household_id uuid not null,
    person_id text not null,
    role text not null,
    municipality text not null,
    reason text not null,
    broken_at timestamptz not null,
    ends_at timestamptz not null)`,
  `create index break_glass_of_person on access.break_glass (person_id, ends_at)`,
  `create index break_glass_in_time on access.break_glass (municipality, broken_at desc)`,
];

export class AccessTables1764000620000 implements MigrationInterface {
  readonly name = 'AccessTables1764000620000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view access.requests');
    for (const table of ['streams', 'homes', 'files', 'pots', 'asked', 'break_glass']) await runner.query(`drop table access.${table}`);
  }
}

/** The officer says that an emergency access was looked at, by name and moment. */
export class BreakGlassReviews1764000680000 implements MigrationInterface {
  readonly name = 'BreakGlassReviews1764000680000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table access.break_glass add column reviewed_by text, add column reviewed_at timestamptz`);
    await runner.query(`create index break_glass_to_review on access.break_glass (municipality, broken_at) where reviewed_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table access.break_glass drop column reviewed_by, drop column reviewed_at`);
  }
}

export const accessMigrations = [AccessTables1764000620000, BreakGlassReviews1764000680000];
