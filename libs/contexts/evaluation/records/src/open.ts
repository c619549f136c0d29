import { DataSource } from 'typeorm';
import { evaluationMigrations } from './tables.js';

const MIGRATION_LOCK = 7_703;

/** The evaluation's own schema, with migrations of its own: it shares no table with casework. */
export const openEvaluation = async (url: string, poolSize = 4): Promise<DataSource> => {
  const database = await new DataSource({
    type: 'postgres', url, poolSize, schema: 'evaluation', migrations: evaluationMigrations, migrationsTableName: 'migrations', synchronize: false, logging: false,
  }).initialize();
  const runner = database.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await runner.query('create schema if not exists evaluation');
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    await runner.release();
  }
  return database;
};
