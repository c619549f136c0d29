import { DataSource } from 'typeorm';
import { evaluationMigrations } from '@perspectief/evaluation-records';
import { grantEvaluation } from './role.js';
import { registerMigrations } from './tables.js';

const MIGRATION_LOCK = 7_703;

const options = (url: string, poolSize: number) => ({
  type: 'postgres' as const, url, poolSize, schema: 'evaluation', migrations: [...evaluationMigrations, ...registerMigrations], migrationsTableName: 'migrations',
  synchronize: false, logging: false,
});

/**
 * As the owner of the database: brings the schema of the evaluation up to date and says what its role may do. The log, the directory and
 * the sessions are there already. Returns the open database; the service itself comes in by `connectEvaluation`.
 */
export const prepareEvaluation = async (url: string, poolSize = 2): Promise<DataSource> => {
  const database = await new DataSource(options(url, poolSize)).initialize();
  const runner = database.createQueryRunner();
  try {
    await runner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await runner.query('create schema if not exists evaluation');
    await database.runMigrations({ transaction: 'each' });
    await grantEvaluation(runner);
  } finally {
    await runner.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
    await runner.release();
  }
  return database;
};

const nameOf = (Migration: (typeof registerMigrations)[number] | (typeof evaluationMigrations)[number]): string => new Migration().name;

/** Runs the named migrations and no others, for a backup to go into; who may do what is said by `prepareEvaluation`, later. */
export const makeEvaluationSchema = async (url: string, names: ReadonlySet<string>): Promise<void> => {
  const wanted = [...evaluationMigrations, ...registerMigrations].filter((migration) => names.has(nameOf(migration)));
  if (wanted.length < names.size) throw new Error('this program does not know all migrations of that evaluation: it is older');
  const database = await new DataSource({ ...options(url, 1), migrations: wanted }).initialize();
  try {
    await database.query('create schema if not exists evaluation');
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await database.destroy();
  }
};

/** The schema is not there, or older than this program. */
export class EvaluationNotPrepared extends Error {
  constructor() {
    super('the schema of the evaluation is not there or is older: start the platform, or run perspectief evaluation prepare');
    this.name = 'EvaluationNotPrepared';
  }
}

/** As the evaluation's own login, which changes no table. @throws EvaluationNotPrepared */
export const connectEvaluation = async (url: string, poolSize = 6): Promise<DataSource> => {
  const database = await new DataSource({ ...options(url, poolSize), migrations: [] }).initialize();
  try {
    const rows: { name: string }[] = await database.query('select name from evaluation.migrations').catch(() => []);
    const there = new Set(rows.map(({ name }) => name));
    if ([...evaluationMigrations, ...registerMigrations].some((migration) => !there.has(nameOf(migration)))) throw new EvaluationNotPrepared();
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
};
