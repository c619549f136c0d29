import { DataSource, type DataSourceOptions } from 'typeorm';
import { accessMigrations } from '@perspectief/access';
import { directoryEntities, directoryMigrations } from '@perspectief/directory';
import { householdReadEntities, householdReadMigrations } from '@perspectief/household-read';
import { pooledBudgetReadEntities, pooledBudgetReadMigrations } from '@perspectief/pooled-budget-read';
import { privacyMigrations } from '@perspectief/privacy';
import { readerLogMigrations } from '@perspectief/reader-log';
import { runtimeMigrations } from '@perspectief/runtime';
import { signInMigrations } from '@perspectief/sign-in';
import { trajectoryReadEntities, trajectoryReadMigrations } from '@perspectief/trajectory-read';
import { WorklistView1764000500000 } from './worklist-view.js';

const MIGRATION_LOCK = 7_701;

const options = (url: string, poolSize: number): DataSourceOptions => ({
  type: 'postgres',
  url,
  poolSize,
  entities: [...directoryEntities, ...householdReadEntities, ...trajectoryReadEntities, ...pooledBudgetReadEntities],
  migrations: [
    ...[...runtimeMigrations, ...directoryMigrations, ...householdReadMigrations, ...trajectoryReadMigrations, ...pooledBudgetReadMigrations],
    WorklistView1764000500000,
    ...privacyMigrations,
    ...signInMigrations,
    ...readerLogMigrations,
    ...accessMigrations,
  ],
  migrationsTableName: 'perspectief_migrations',
  synchronize: false,
  logging: false,
});

/** Read models, directory and checkpoints; migrated one process at a time. */
export const openReadDatabase = async (url: string, poolSize = 12): Promise<DataSource> => {
  const database = await new DataSource(options(url, poolSize)).initialize();
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
