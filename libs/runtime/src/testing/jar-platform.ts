import pg from 'pg';
import { DataSource } from 'typeorm';
import { deriveId, type Policy, type Recorded } from '@perspectief/kernel';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { migrateLog, PostgresEventStore } from '@perspectief/event-store-postgres';
import { StandingClock } from '../clock.js';
import { codecOf } from '../codec.js';
import { CommandPath } from '../command/command-path.js';
import { HeldStreams } from '../policy/held-streams.js';
import { PolicyRunner } from '../policy/policy-runner.js';
import type { Projection, ReadTables } from '../projection/projection.js';
import { ProjectionRunner } from '../projection/projection-runner.js';
import { runtimeMigrations } from '../runtime-tables.js';
import { anyJarOwner, jarEvents } from './jar.js';

/** Marbles per jar: absolute values keyed by stream and version. */
export const jarProjection = (name = 'jars'): Projection => ({
  name,
  version: 1,
  categories: ['jar'],
  tables: ['shelf.jars'],
  partitioning: { by: 'stream' },
  apply: async (events: readonly Recorded[], tables: ReadTables) => {
    for (const { stream, streamVersion, data } of events)
      await tables.query(
        `insert into shelf.jars as jars (stream, version, marbles) values ($1, $2, $3)
         on conflict (stream) do update set version = excluded.version, marbles = jars.marbles + excluded.marbles where jars.version < excluded.version`,
        [stream, streamVersion, (data as { marbles: number }).marbles],
      );
  },
});

/** Writes down what it is given, twice if it is given twice. */
export const seenProjection = (): Projection => ({
  name: 'seen',
  version: 1,
  categories: ['jar'],
  tables: ['shelf.seen'],
  partitioning: { by: 'stream' },
  apply: async (events: readonly Recorded[], tables: ReadTables) => {
    for (const { stream, streamVersion } of events) await tables.query(`insert into shelf.seen (stream, version) values ($1, $2)`, [stream, streamVersion]);
  },
});

/** Each marble that goes in calls for one in the twin jar; where that is full, for one in the spare jar. Twins have none. */
export const twinOf = (jarId: string): string => deriveId('twin', jarId);
export const spareOf = (jarId: string): string => deriveId('spare', jarId);
const twinPolicy = (originals: ReadonlySet<string>): Policy => ({
  name: 'when-marble-then-twin',
  on: ['MarbleAdded'],
  react: ({ data }) => {
    const { jarId } = data as { jarId: string };
    const spare = { command: { type: 'AddMarble', data: { jarId: spareOf(jarId), marbles: 1 } }, codeAs: 'because' };
    return originals.has(jarId) ? [{ command: { type: 'AddMarble', data: { jarId: twinOf(jarId), marbles: 1 } }, otherwise: spare }] : [];
  },
});

/** A log, a projection and a policy on a database of their own. */
export const openJars = async (originals: readonly string[] = []) => {
  const throwAway = await throwAwayDatabase();
  const client = new pg.Client({ connectionString: throwAway.url });
  await client.connect();
  await migrateLog(client);
  await client.end();
  const database = await new DataSource({ type: 'postgres', url: throwAway.url, migrations: runtimeMigrations, poolSize: 6 }).initialize();
  await database.runMigrations();
  await database.query(`create schema shelf`);
  await database.query(`create table shelf.jars (stream text primary key, version int not null, marbles int not null)`);
  await database.query(`create index jars_full on shelf.jars (marbles) where marbles > 5`);
  await database.query(`create view shelf.full_jars as select stream, marbles from shelf.jars where marbles > 5`);
  await database.query(`create table shelf.seen (n bigint generated always as identity primary key, stream text not null, version int not null)`);
  const store = new PostgresEventStore({ connectionString: throwAway.url });
  const codec = codecOf(jarEvents);
  const path = new CommandPath(store, [anyJarOwner], new StandingClock('2024-06-01T10:00:00.000Z'));
  const complaints: string[] = [];
  const complain = (what: string): void => void complaints.push(what);
  const countEvents = async (): Promise<number> => Number(((await database.query(`select count(*) from log.events`)) as { count: string }[])[0]?.count);
  const runner = (projections: Projection | readonly Projection[] = jarProjection(), partitions?: number): ProjectionRunner =>
    new ProjectionRunner(store, database, codec, [projections].flat(), complain, { countEvents, partitions, firstPause: 5 });
  const policies = (): PolicyRunner =>
    new PolicyRunner(store, database, codec, [twinPolicy(new Set(originals))], path, new HeldStreams(database), complain);
  const rows = (): Promise<unknown[]> => database.query(`select stream, version, marbles from shelf.jars order by stream`);
  const add = (jarId: string, marbles: number, n: number) =>
    path.handle({ type: 'AddMarble', data: { jarId, marbles }, commandId: deriveId('add', jarId, n), actor: { id: 'coach', role: 'coach' } });
  const close = async (): Promise<void> => {
    await store.close();
    await database.destroy();
    await throwAway.drop();
  };
  return { url: throwAway.url, store, database, path, codec, complaints, runner, policies, rows, add, close };
};
export type Jars = Awaited<ReturnType<typeof openJars>>;
