import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectoryTables1764000100000 implements MigrationInterface {
  readonly name = 'DirectoryTables1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema if not exists directory');
    await runner.query(`
      create table directory.people (
        id                     text primary key,
        municipality           text not null,
        role                   text not null,
        name                   text not null,
        qualification          text,
        secrecy_signed_on      date,
        conduct_certificate_on date,
        capacity               integer check (capacity >= 0),
        area                   text,
        team                   text,
        active                 boolean not null default true
      )`);
    await runner.query('create index people_by_municipality on directory.people (municipality, role)');
    await runner.query(`
      create table directory.areas (
        code         text,
        municipality text,
        name         text not null,
        primary key (code, municipality)
      )`);
    await runner.query(`
      create table directory.teams (
        id           text primary key,
        municipality text not null,
        area         text not null,
        name         text not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table directory.teams, directory.areas, directory.people');
  }
}

/** The last day in service, also one that is still to come. */
export class LastDays1764001700000 implements MigrationInterface {
  readonly name = 'LastDays1764001700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.people add column until date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.people drop column until');
  }
}

export const directoryMigrations = [DirectoryTables1764000100000, LastDays1764001700000];
