import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `create schema if not exists read`,
  `create table read.trajectories (
    trajectory_id uuid primary key,
    household_id uuid not null,
    municipality text not null,
    area text not null,
    status text not null,
    coach_id text,
    expert_id text,
    opened_on date not null,
    closed_on date,
    version int not null,
    position text collate "C" not null,
    state jsonb,
    state_version int not null)`,
  `create index trajectories_expert on read.trajectories (expert_id) where expert_id is not null`,
  `create table read.worklist_items (
    item_id uuid primary key,
    trajectory_id uuid not null,
    municipality text not null,
    area text not null,
    coach_id text,
    for_role text not null,
    kind text not null,
    rule text,
    article text,
    due_on date not null,
    since date not null,
    stands_still boolean not null,
    sentence_nl text not null,
    sentence_en text not null)`,
  `create index worklist_items_trajectory on read.worklist_items (trajectory_id)`,
  `create index worklist_items_all on read.worklist_items (due_on, item_id)`,
  `create index worklist_items_mine on read.worklist_items (coach_id, due_on, item_id)`,
  `create index worklist_items_team on read.worklist_items (area, due_on, item_id)`,
  `create table read.deadlines (
    trajectory_id uuid not null,
    key text not null,
    acts_on date not null,
    command jsonb not null,
    primary key (trajectory_id, key))`,
  `create index deadlines_due on read.deadlines (acts_on)`,
];

/** Dates are days, not texts: their order and their form are the database's. */
export class TrajectoryReadTables1764000100000 implements MigrationInterface {
  name = 'TrajectoryReadTables1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deadlines', 'worklist_items', 'trajectories']) await runner.query(`drop table read.${table}`);
  }
}

/** A household that was erased has no pages any more; its rows stay, so that a rebuild does not bring them back. */
export class ErasedTrajectories1764000600300 implements MigrationInterface {
  name = 'ErasedTrajectories1764000600300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table read.trajectories add column erased boolean not null default false`);
    await runner.query(`create index trajectories_household on read.trajectories (household_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index read.trajectories_household`);
    await runner.query(`alter table read.trajectories drop column erased`);
  }
}

export const trajectoryReadMigrations = [TrajectoryReadTables1764000100000, ErasedTrajectories1764000600300];
