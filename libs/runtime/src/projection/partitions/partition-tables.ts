import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checkpoints and parked events of partitions, and who writes which of them now. Leases need not outlive the server: no log is written for them. */
export class ProjectionPartitions1764000680100 implements MigrationInterface {
  name = 'ProjectionPartitions1764000680100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table runtime.checkpoints add column partition int not null default 0, drop constraint checkpoints_pkey, add primary key (reader, partition)`);
    await runner.query(`alter table runtime.parked_events add column partition int not null default 0, drop constraint parked_events_pkey,
      add primary key (projection, partition, stream, stream_version)`);
    await runner.query(`create unlogged table runtime.workers (worker uuid primary key, until timestamptz not null)`);
    await runner.query(`create unlogged table runtime.claims (reader text not null, partition int not null, worker uuid not null, primary key (reader, partition))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table runtime.claims`);
    await runner.query(`drop table runtime.workers`);
    for (const [table, key] of [['checkpoints', 'reader'], ['parked_events', 'projection, stream, stream_version']]) {
      await runner.query(`alter table runtime.${table} drop constraint ${table}_pkey, drop column partition, add primary key (${key})`);
    }
  }
}
