import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ReadModelsBeside1764000680000 } from './projection/beside/beside-row.js';
import { ParkedEvents1764000670100 } from './projection/parking.js';
import { ProjectionPartitions1764000680100 } from './projection/partitions/partition-tables.js';

/** Where readers stand, and what policies want sent. Positions collate as bytes: their order is the log's. */
export class RuntimeTables1764000000000 implements MigrationInterface {
  name = 'RuntimeTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists runtime`);
    await runner.query(`create table runtime.checkpoints (
      reader text primary key,
      version int not null,
      position text collate "C",
      epoch bigint not null default 1,
      updated_at timestamptz not null default clock_timestamp(),
      error text)`);
    await runner.query(`create table runtime.reactions (
      command_id uuid primary key,
      policy text not null,
      cause_id uuid not null,
      cause_position text collate "C" not null,
      n int not null,
      stream text not null,
      type text not null,
      data jsonb not null,
      happened_on text not null,
      actor jsonb not null,
      correlation_id uuid not null,
      state text not null default 'pending',
      refused_code text,
      attempts int not null default 0,
      error text,
      noted_at timestamptz not null default clock_timestamp(),
      settled_at timestamptz)`);
    await runner.query(`create index reactions_pending on runtime.reactions (cause_position, n, command_id) where state = 'pending'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema runtime cascade`);
  }
}

/** What to send when a reaction is refused; noted with it, sent after it. */
export class ReactionsOtherwise1764000300000 implements MigrationInterface {
  name = 'ReactionsOtherwise1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table runtime.reactions add column otherwise jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table runtime.reactions drop column otherwise`);
  }
}

export const runtimeMigrations = [RuntimeTables1764000000000, ReactionsOtherwise1764000300000, ParkedEvents1764000670100, ReadModelsBeside1764000680000, ProjectionPartitions1764000680100];
