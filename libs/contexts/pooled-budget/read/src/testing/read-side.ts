import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { deriveId, startOf, toInstant, type LocalDateTime, type Uuid } from '@perspectief/kernel';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { MemoryEventStore } from '@perspectief/event-store';
import { pooledBudgetEvents, type PooledBudgetEvent } from '@perspectief/pooled-budget-domain';
import { codecOf, ProjectionRunner, runtimeMigrations, type Projection } from '@perspectief/runtime';
import { BudgetLog } from '../page/budget-log.js';
import { pooledBudgetProjection } from '../projection/pooled-budget-projection.js';
import { pooledBudgetReadEntities } from '../schema/entities.js';
import { pooledBudgetReadMigrations } from '../schema/migrations.js';

export const idIn = (word: string): Uuid => deriveId('pooled-budget-read', word);

type Data<Type extends PooledBudgetEvent['type']> = Extract<PooledBudgetEvent, { type: Type }>['data'];

/** What happened to a pot, when, and by whom. */
export interface Told {
  readonly pot: string;
  readonly on: LocalDateTime;
  readonly type: PooledBudgetEvent['type'];
  readonly data: object;
  readonly by: string;
}

export const told = <Type extends PooledBudgetEvent['type']>(pot: string, on: LocalDateTime, type: Type, data: Data<Type>, by = 'holder-1'): Told => ({
  ...{ pot, type, data, by },
  on: on.length === 10 ? startOf(on) : on,
});

const TABLES = ['read.pooled_budgets', 'read.spending_requests', 'read.household_spend', 'read.budget_attention'];

const openDatabase = async (url: string): Promise<DataSource> => {
  const migrations = [...runtimeMigrations, ...pooledBudgetReadMigrations];
  const database = new DataSource({ type: 'postgres', url, entities: pooledBudgetReadEntities, migrations, poolSize: 8 });
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

const append = async (store: MemoryEventStore, { pot, on, type, data, by }: Told): Promise<void> => {
  const id = randomUUID();
  const actor = { id: by, role: by.startsWith('holder') ? 'budget-holder' : 'neighbourhood-coach' };
  await store.append({
    ...{ stream: `pooledBudget-${idIn(pot)}`, expected: 'any', actor, municipality: 'groningen', recordedAt: toInstant(on), correlationId: id, causationId: id },
    command: { id: randomUUID(), hash: id },
    events: [{ id, type, data, schemaVersion: 1, happenedOn: on }],
  });
};

/** The read side of pots on a database of its own, behind a log in memory. */
export const openReadSide = async () => {
  const { url, drop } = await throwAwayDatabase();
  const database = await openDatabase(url);
  const store = new MemoryEventStore();
  const codec = codecOf(pooledBudgetEvents);
  const loadStream = async (stream: string) => (await store.readStream(stream)).map((event) => codec.decode(event));
  const projection = (): Projection => pooledBudgetProjection({ loadStream });
  return {
    ...{ store, database, codec, projection },
    /** Each with a memory of its own, as in another process. */
    log: () => new BudgetLog({ store, codec, database }),
    runner: () => new ProjectionRunner(store, database, codec, [projection()], () => undefined),
    write: async (tellings: readonly Told[]) => {
      for (const telling of tellings) await append(store, telling);
    },
    rows: () => rowsOf(database),
    forget: async () => {
      await database.query(`truncate ${TABLES.join(', ')}`);
      await database.query(`update runtime.checkpoints set position = null`);
    },
    close: async () => {
      await database.destroy();
      await drop();
    },
  };
};
export type ReadSide = Awaited<ReturnType<typeof openReadSide>>;
