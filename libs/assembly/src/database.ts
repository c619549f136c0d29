import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { accessMigrations } from '@perspectief/access';
import { directoryEntities, directoryMigrations } from '@perspectief/directory';
import { outlivesItsSessions } from '@perspectief/event-store-postgres';
import { householdReadEntities, householdReadMigrations } from '@perspectief/household-read';
import { pooledBudgetReadEntities, pooledBudgetReadMigrations } from '@perspectief/pooled-budget-read';
import { privacyMigrations } from '@perspectief/privacy';
import { readerLogMigrations } from '@perspectief/reader-log';
import { runtimeMigrations } from '@perspectief/runtime';
import { signInMigrations } from '@perspectief/sign-in';
import { trajectoryReadEntities, trajectoryReadMigrations } from '@perspectief/trajectory-read';
import { WorklistView1764000500000 } from './worklist-view.js';

const MIGRATION_LOCK = 7_701;

type MigrationClass = new () => MigrationInterface;

const allMigrations: readonly MigrationClass[] = [
  ...[...runtimeMigrations, ...directoryMigrations, ...householdReadMigrations, ...trajectoryReadMigrations, ...pooledBudgetReadMigrations],
  WorklistView1764000500000,
  ...privacyMigrations,
  ...signInMigrations,
  ...readerLogMigrations,
  ...accessMigrations,
];

const options = (url: string, poolSize: number, migrations = allMigrations) => ({
  type: 'postgres' as const,
  url,
  poolSize,
  extra: outlivesItsSessions,
  entities: [...directoryEntities, ...householdReadEntities, ...trajectoryReadEntities, ...pooledBudgetReadEntities],
  migrations: [...migrations],
  migrationsTableName: 'perspectief_migrations',
  synchronize: false,
  logging: false,
}) satisfies DataSourceOptions;

const nameOf = (Migration: MigrationClass): string => new Migration().name ?? Migration.name;

const migrated = async (options: DataSourceOptions): Promise<DataSource> => {
  const database = await new DataSource(options).initialize();
  const runner = database.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    await runner.release();
  }
  return database;
};

/** Read models, directory and checkpoints; migrated one process at a time. */
export const openReadDatabase = (url: string, poolSize = 12): Promise<DataSource> => migrated(options(url, poolSize));

/** Runs the named migrations and no others: a backup goes into tables as it left them. */
export const migrateTo = async (url: string, names: ReadonlySet<string>): Promise<void> => {
  const wanted = allMigrations.filter((migration) => names.has(nameOf(migration)));
  if (wanted.length < names.size) throw new Error('this program does not know all migrations of that database: it is older');
  const database = await migrated(options(url, 2, wanted));
  await database.destroy();
};
