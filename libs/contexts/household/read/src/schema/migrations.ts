import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HouseholdReadTables1764000200000 implements MigrationInterface {
  name = 'HouseholdReadTables1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists read`);
    await runner.query(`create table read.households (
      household_id uuid primary key,
      municipality text not null,
      area text,
      open_trajectory_id uuid,
      erased boolean not null,
      version int not null,
      position text collate "C" not null,
      state jsonb not null)`);
    await runner.query(`create index households_area on read.households (area, household_id) where not erased`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table read.households`);
  }
}

export const householdReadMigrations = [HouseholdReadTables1764000200000];
