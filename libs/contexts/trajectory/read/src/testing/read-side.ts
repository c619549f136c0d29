import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { MemoryEventStore, type Position } from '@perspectief/event-store';
import { codecOf, ProjectionRunner, runtimeMigrations, type Projection } from '@perspectief/runtime';
import { trajectoryEvents } from '@perspectief/trajectory-domain';
import type { TrajectoryFact } from '../page/effective-events.js';
import { trajectoryProjection } from '../projection/trajectory-projection.js';
import { trajectoryReadMigrations } from '../schema/migrations.js';
import { trajectoryReadEntities } from '../schema/entities.js';

/** The read side of trajectories on a database of its own, behind a log in memory. */
export interface ReadSide {
  readonly url: string;
  readonly store: MemoryEventStore;
  readonly database: DataSource;
  readonly codec: ReturnType<typeof codecOf>;
  /** Each with a memory of its own, as in another process. */
  projection(): Projection;
  runner(projection?: Projection): ProjectionRunner;
  write(facts: readonly TrajectoryFact[]): Promise<Position>;
  /** All rows of the read model, as text. */
  rows(): Promise<string>;
  close(): Promise<void>;
}

const TABLES = ['read.trajectories', 'read.worklist_items', 'read.deadlines'];

const openDatabase = async (url: string): Promise<DataSource> => {
  const migrations = [...runtimeMigrations, ...trajectoryReadMigrations];
  const database = new DataSource({ type: 'postgres', url, entities: trajectoryReadEntities, migrations, poolSize: 8 });
  await database.initialize();
  await database.runMigrations();
  return database;
};

const rowsOf = async (database: DataSource): Promise<string> => {
  const texts = TABLES.map(async (table) => {
    const [row] = (await database.query(`select string_agg(t::text, E'\n' order by t::text collate "C") as rows from ${table} t`)) as { rows: string }[];
    return row?.rows ?? '';
  });
  return (await Promise.all(texts)).join('\n\n');
};

const appended = async (store: MemoryEventStore, fact: TrajectoryFact): Promise<Position> => {
  const { id, type, data, schemaVersion, happenedOn, stream, actor, recordedAt, municipality } = fact;
  const receipt = await store.append({
    ...{ stream, expected: 'any', actor, municipality, recordedAt, correlationId: id, causationId: id },
    command: { id: randomUUID(), hash: id },
    events: [{ id, type, data, schemaVersion, happenedOn }],
  });
  if ('refused' in receipt.outcome) throw new Error('a log in memory refuses nothing');
  return receipt.outcome.accepted.positions[0] ?? '';
};

export const openReadSide = async (): Promise<ReadSide> => {
  const { url, drop } = await throwAwayDatabase();
  const database = await openDatabase(url);
  const store = new MemoryEventStore();
  const codec = codecOf(trajectoryEvents);
  const loadStream = async (stream: string) => (await store.readStream(stream)).map((event) => codec.decode(event));
  const projection = (): Projection => trajectoryProjection({ loadStream });
  return {
    ...{ url, store, database, codec, projection },
    runner: (chosen = projection()) => new ProjectionRunner(store, database, codec, [chosen], () => undefined),
    write: async (facts) => {
      let last: Position = '';
      for (const fact of facts) last = await appended(store, fact);
      return last;
    },
    rows: () => rowsOf(database),
    close: async () => {
      await database.destroy();
      await drop();
    },
  };
};
