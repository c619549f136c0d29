import type { DataSource } from 'typeorm';
import { ACCESS_PROJECTION, accessProjection, FileReader } from '@perspectief/access';
import { Desk, Glasses, Viewers, type DeskSources } from '@perspectief/access-api';
import { Directory, DIRECTORY_CHANGED } from '@perspectief/directory';
import type { EventStore } from '@perspectief/event-store';
import { householdOwner } from '@perspectief/household-api';
import { householdProjection, Households } from '@perspectief/household-read';
import { dutchLaw } from '@perspectief/law';
import { policies } from '@perspectief/policies';
import { FORGETTING, forgetting, Keys, membersLeave, noKeys, PersonalData, type MasterKeys } from '@perspectief/privacy';
import { ReaderLog } from '@perspectief/reader-log';
import { pooledBudgetOwner } from '@perspectief/pooled-budget-api';
import { attentionKinds, POOLED_BUDGET_PROJECTION, pooledBudgetProjection } from '@perspectief/pooled-budget-read';
import {
  announceChange,
  asAnyOwner,
  ChangeFeed,
  ClockDriver,
  codecOf,
  CommandPath,
  HeldStreams,
  LogTail,
  PolicyRunner,
  ProjectionRunner,
  ReadGate,
  wallClock,
  type Clock,
  type Complain,
} from '@perspectief/runtime';
import { trajectoryOwner } from '@perspectief/trajectory-api';
import { Deadlines, TrajectoryPages, trajectoryProjection, TrajectoryFacts, Worklist } from '@perspectief/trajectory-read';
import { budgetReading, type BudgetReading } from './budget-reading.js';
import { demandCheckpointsInLog } from './checkpoints-in-log.js';
import { allEvents } from './contexts.js';
import { openReadDatabase } from './database.js';
import { eventsIn } from './events-in.js';
import { formerVersionsGo } from './former-versions.js';
import { HouseholdExports } from './household-export.js';
import { openLog } from './log.js';
import { MeasuredPath, MeasuredStore, Meters, readinessOf, remembered, standings, type Readiness, type Standing } from './metrics/index.js';
import { demandFinished } from './restore-mark.js';
import { Retention } from './retention.js';
import { complain as toLog } from './service-log.js';
import type { Tracing } from './tracing/index.js';

export interface PlatformOptions extends Pick<DeskSources, 'denialTakes' | 'mostKept'> {
  readonly databaseUrl: string;
  /** Where the log is when it is not in the database: `esdb://…`. */
  readonly eventStoreUrl?: string | undefined;
  /** Master keys of personal data. Undefined: the platform projects and reads, opens nothing, and takes no commands. */
  readonly keys: MasterKeys | undefined;
  readonly clock?: Clock;
  readonly complain?: Complain;
  readonly poolSize?: number;
  /** How many partitions a read model has whose streams can be shared out, from when this platform follows the log. Undefined: as many as it has. */
  readonly partitions?: number | undefined;
  /** Opened to mend read models: checkpoints may stand where this log has no event. */
  readonly mending?: boolean;
  /** Whoever collects traces of what is done; undefined: nobody, and it costs nothing. Closed with the platform. */
  readonly tracing?: Tracing | undefined;
}

/** Everything behind the edge, wired: what a service, the command line or a test opens and closes. */
export interface Platform {
  readonly url: string;
  readonly store: EventStore;
  readonly database: DataSource;
  readonly directory: Directory;
  /** Who looked at what. */
  readonly readerLog: ReaderLog;
  readonly path: CommandPath;
  /** Who may see and do what: every question and command from outside passes it. */
  readonly desk: Desk;
  readonly glasses: Glasses;
  /** Opens sealed texts of an answer for who may read them. */
  readonly personalData: PersonalData;
  readonly projections: ProjectionRunner;
  readonly policies: PolicyRunner;
  readonly clockDriver: ClockDriver;
  readonly feed: ChangeFeed;
  readonly gate: ReadGate;
  readonly pages: TrajectoryPages;
  readonly worklist: Worklist;
  readonly households: Households;
  readonly budgets: BudgetReading;
  /** Everything that is kept of one household, for that household. */
  readonly exports: HouseholdExports;
  readonly retention: Retention;
  readonly meters: Meters;
  /** Where each reader of the log stands; one look serves two seconds. */
  readonly standings: () => Promise<readonly Standing[]>;
  readonly readiness: () => Promise<Readiness>;
  close(): Promise<void>;
}

const giveBack = async (store: EventStore, database: DataSource, error: unknown): Promise<never> => {
  await store.close();
  await database.destroy();
  throw error;
};

/** Opens the log and the read models on one database, migrating both first. Throws `UnfinishedRestore`, `CheckpointOutsideLog`. */
export const openPlatform = async ({
  databaseUrl: url,
  eventStoreUrl,
  keys: masters,
  clock = wallClock,
  complain = toLog,
  poolSize = 12,
  partitions,
  mending = false,
  tracing,
  denialTakes,
  mostKept,
}: PlatformOptions): Promise<Platform> => {
  await demandFinished(url);
  const meters = new Meters();
  const log = await openLog({ databaseUrl: url, eventStoreUrl, poolSize, complain });
  const store = tracing?.store(log, meters) ?? new MeasuredStore(log, meters);
  const database = await openReadDatabase(url, poolSize);
  if (!mending) await demandCheckpointsInLog(store, database).catch((error: unknown) => giveBack(store, database, error));
  const codec = codecOf(allEvents);
  const directory = new Directory(database, (manager) => announceChange(manager, { projection: DIRECTORY_CHANGED, position: '' }));
  const facts = new TrajectoryFacts(database);
  const people = (ids: readonly string[]): ReturnType<Directory['find']> => directory.find(ids);
  const owners = [
    asAnyOwner(householdOwner()),
    asAnyOwner(trajectoryOwner({ people, runningTandems: (expertId, except) => facts.runningTandems(expertId, except) })),
    asAnyOwner(pooledBudgetOwner({ people })),
  ];
  const keys = masters ? await Keys.open(database, masters).catch((error: unknown) => giveBack(store, database, error)) : noKeys;
  const readerLog = new ReaderLog({ databaseUrl: url });
  const path = tracing?.path(store, owners, clock, keys, meters) ?? new MeasuredPath(store, owners, clock, keys, meters);
  const loadStream = async (stream: string) => (await store.readStream(stream)).map((event) => codec.decode(event));
  const readers = [
    trajectoryProjection({ loadStream }),
    householdProjection(),
    pooledBudgetProjection({ loadStream }),
    accessProjection(),
    forgetting({ follow: [membersLeave(loadStream), formerVersionsGo] }),
  ];
  const files = new FileReader({ store, database, decode: (event) => codec.decode(event), logIsHere: !eventStoreUrl });
  path.onWritten((written) => files.wrote(written));
  const held = new HeldStreams(database);
  const glasses = new Glasses(database, keys);
  const viewers = new Viewers(directory, glasses);
  const feed = new ChangeFeed(url);
  await feed.open();
  feed.onChange(({ projection }) => {
    if (projection === FORGETTING || projection === '*') keys.forget();
    if (projection === DIRECTORY_CHANGED || projection === '*') viewers.forget();
    if (projection !== '*') return;
    path.forget();
    files.forget();
  });
  const personalData = new PersonalData(keys);
  const desk = new Desk({ viewers, files, database, personalData, keys, readerLog, readAhead: (command, input) => path.readAhead(command, input), denialTakes, mostKept });
  const tail = new LogTail(store);
  const projections = new ProjectionRunner(store, database, codec, tracing ? readers.map((reader) => tracing.projection(reader)) : readers, complain, {
    countEvents: () => eventsIn(database),
    ...{ partitions, tail },
  });
  const standing = remembered(() => standings(store, database));
  const pages = new TrajectoryPages({ store, codec, database, law: dutchLaw });
  const households = new Households({ store, codec, database });
  const budgets = budgetReading({ store, codec, database });
  return {
    url,
    store,
    database,
    directory,
    readerLog,
    path,
    desk,
    glasses,
    personalData,
    projections,
    policies: new PolicyRunner(store, database, codec, policies, path, held, complain, tail),
    clockDriver: new ClockDriver(new Deadlines(database), path, clock, held, complain),
    feed,
    gate: new ReadGate(database, feed, [ACCESS_PROJECTION]),
    pages,
    worklist: new Worklist(database, { from: 'read.worklist', kinds: attentionKinds, projections: [POOLED_BUDGET_PROJECTION] }),
    households,
    budgets,
    exports: new HouseholdExports({ store, households, pages, budgets, personalData, database, decode: (event) => codec.decode(event) }),
    retention: new Retention(database),
    meters,
    standings: standing,
    readiness: () => readinessOf({ standings: standing, keys: masters }),
    close: async () => {
      await feed.close();
      await readerLog.close();
      await store.close();
      await database.destroy();
      await tracing?.close();
    },
  };
};
