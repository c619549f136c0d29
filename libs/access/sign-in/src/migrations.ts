import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignInSessions1764000610100 implements MigrationInterface {
  readonly name = 'SignInSessions1764000610100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema if not exists access');
    await runner.query(`
      create table access.sessions (
        key       text primary key,
        person_id text not null,
        roles     text[] not null,
        id_token  text not null,
        began_at  timestamptz not null,
        seen_at   timestamptz not null,
        ends_at   timestamptz not null
      )`);
    await runner.query('create index sessions_by_end on access.sessions (ends_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access.sessions');
  }
}

export const signInMigrations = [SignInSessions1764000610100];
