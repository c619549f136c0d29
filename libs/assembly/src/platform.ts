import pg from 'pg';
import type { DataSource } from 'typeorm';
import { Directory } from '@perspectief/directory';
import type { EventStore } from '@perspectief/event-store';
import { migrateLog, PostgresEventStore } from '@perspectief/event-store-postgres';
import { householdOwner } from '@perspectief/household-api';
import { householdProjection, Households } from '@perspectief/household-read';
import { dutchLaw } from '@perspectief/law';
import { policies } from '@perspectief/policies';
import { pooledBudgetOwner } from '@perspectief/pooled-budget-api';
import {
  ApprovalQueue,
  attentionKinds,
  BudgetAttention,
  BudgetLog,
  POOLED_BUDGET_PROJECTION,
  pooledBudgetProjection,
  PooledBudgets,
  SpendingRequests,
  type BudgetSources,
} from '@perspectief/pooled-budget-read';
import {
  asAnyOwner,
  ChangeFeed,
  ClockDriver,
  codecOf,
  CommandPath,
  HeldStreams,
  PolicyRunner,
  ProjectionRunner,
  ReadGate,
  wallClock,
  type Clock,
  type Complain,
} from '@perspectief/runtime';
import { trajectoryOwner } from '@perspectief/trajectory-api';
import { Deadlines, TrajectoryPages, trajectoryProjection, TrajectoryFacts, Worklist } from '@perspectief/trajectory-read';
import { allEvents } from './contexts.js';
import { openReadDatabase } from './database.js';

export interface PlatformOptions {
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly complain?: Complain;
  readonly poolSize?: number;
}

/** What is read of pots. */
export interface BudgetReading {
  readonly pots: PooledBudgets;
  readonly requests: SpendingRequests;
  readonly queue: ApprovalQueue;
  readonly attention: BudgetAttention;
}

/** Everything behind the edge, wired: what a service, the command line or a test opens and closes. */
export interface Platform {
  readonly url: string;
  readonly store: EventStore;
  readonly database: DataSource;
  readonly directory: Directory;
  readonly path: CommandPath;
  readonly projections: ProjectionRunner;
  readonly policies: PolicyRunner;
  readonly clockDriver: ClockDriver;
  readonly feed: ChangeFeed;
  readonly gate: ReadGate;
  readonly pages: TrajectoryPages;
  readonly worklist: Worklist;
  readonly households: Households;
  readonly budgets: BudgetReading;
  close(): Promise<void>;
}

const toStandardError: Complain = (what, error) => {
  process.stderr.write(`${what}: ${error instanceof Error ? error.name : 'unknown error'}\n`);
};

const migrate = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await migrateLog(client);
  } finally {
    await client.end();
  }
};

const budgetReading = (sources: BudgetSources): BudgetReading => {
  const log = new BudgetLog(sources);
  return {
    pots: new PooledBudgets(sources, log),
    requests: new SpendingRequests(sources.database, log),
    queue: new ApprovalQueue(sources.database),
    attention: new BudgetAttention(sources.database),
  };
};

/** Opens the log and the read models on one database, migrating both first. */
export const openPlatform = async ({
  databaseUrl: url,
  clock = wallClock,
  complain = toStandardError,
  poolSize = 12,
}: PlatformOptions): Promise<Platform> => {
  await migrate(url);
  const database = await openReadDatabase(url, poolSize);
  const store: EventStore = new PostgresEventStore({ connectionString: url, max: poolSize });
  const codec = codecOf(allEvents);
  const directory = new Directory(database);
  const facts = new TrajectoryFacts(database);
  const owners = [
    asAnyOwner(householdOwner()),
    asAnyOwner(
      trajectoryOwner({
      people: (ids) => directory.find(ids),
      runningTandems: (expertId, except) => facts.runningTandems(expertId, except),
    })),
    asAnyOwner(pooledBudgetOwner({ people: (ids) => directory.find(ids) })),
  ];
  const path = new CommandPath(store, owners, clock);
  const loadStream = async (stream: string) => (await store.readStream(stream)).map((event) => codec.decode(event));
  const readers = [trajectoryProjection({ loadStream }), householdProjection(), pooledBudgetProjection({ loadStream })];
  const held = new HeldStreams(database);
  const feed = new ChangeFeed(url);
  await feed.open();
  const projections = new ProjectionRunner(store, database, codec, readers, complain);
  return {
    url,
    store,
    database,
    directory,
    path,
    projections,
    policies: new PolicyRunner(store, database, codec, policies, path, held, complain),
    clockDriver: new ClockDriver(new Deadlines(database), path, clock, held, complain),
    feed,
    gate: new ReadGate(database, feed),
    pages: new TrajectoryPages({ store, codec, database, law: dutchLaw }),
    worklist: new Worklist(database, { from: 'read.worklist', kinds: attentionKinds, projections: [POOLED_BUDGET_PROJECTION] }),
    households: new Households({ store, codec, database }),
    budgets: budgetReading({ store, codec, database }),
    close: async () => {
      await feed.close();
      await store.close();
      await database.destroy();
    },
  };
};
