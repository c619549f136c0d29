import type pg from 'pg';
import { onOneConnection } from '@perspectief/database';

/** Stands in a database for as long as a restore fills it: nothing else starts on it. */
const TABLE = 'restore_unfinished';

export class UnfinishedRestore extends Error {
  constructor() {
    super('this database holds a restore that was not finished: drop it, and restore again into an empty one');
    this.name = 'UnfinishedRestore';
  }
}

const isMarked = async (client: pg.ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ marked: boolean }>(`select to_regclass('public.${TABLE}') is not null as marked`);
  return rows[0]?.marked === true;
};

/** Throws `UnfinishedRestore`. Asked before anything is migrated or read. */
export const demandFinished = async (url: string): Promise<void> => {
  if (await onOneConnection({ connectionString: url }, isMarked)) throw new UnfinishedRestore();
};

/** Claims a database for a restore. False when anything stands in it, or somebody else claimed it. */
export const beginRestore = async (client: pg.ClientBase): Promise<boolean> => {
  const { rows } = await client.query<{ tables: number }>(
    `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`,
  );
  if (rows[0]?.tables !== 0) return false;
  return client.query(`create table public.${TABLE} (begun_at timestamptz not null default clock_timestamp())`).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code !== '42P07' && error.code !== '23505') throw error;
      return false;
    },
  );
};

/** To be called in the transaction that ends the restore. */
export const endRestore = async (client: pg.ClientBase): Promise<void> => {
  await client.query(`drop table public.${TABLE}`);
};
