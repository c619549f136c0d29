import type pg from 'pg';
import { onOneConnection } from '@perspectief/database';
import { migrateLedger } from '@perspectief/event-store-kurrent/without-client';
import { migrateLog } from '@perspectief/event-store-postgres';
import { migrateTo } from './database.js';

/** Which migrations made a database. */
export interface SchemaVersions {
  /** Of the schema `log`. */
  readonly log: number;
  /** Whether receipts of a log elsewhere are kept here. */
  readonly ledger: boolean;
  /** All others, by name. */
  readonly migrations: readonly string[];
}

/** Undefined where there is no platform. */
export const schemaVersionsOf = async (client: pg.ClientBase): Promise<SchemaVersions | undefined> => {
  const there = await client.query<{ all: boolean; ledger: boolean }>(
    `select to_regclass('log.migrations') is not null and to_regclass('public.perspectief_migrations') is not null as all,
      to_regclass('kurrent.receipts') is not null as ledger`,
  );
  if (!there.rows[0]?.all) return undefined;
  const log = await client.query<{ version: number }>('select max(version) as version from log.migrations');
  const others = await client.query<{ name: string }>('select name from public.perspectief_migrations order by name');
  return { log: log.rows[0]?.version ?? 0, ledger: there.rows[0].ledger, migrations: others.rows.map(({ name }) => name) };
};

/** Makes empty tables as those migrations left them, no newer; a start then goes on from there. Throws where this program does not know one. */
export const makeSchema = async (url: string, { log, ledger, migrations }: SchemaVersions): Promise<void> => {
  await onOneConnection({ connectionString: url }, async (client) => {
    await migrateLog(client, log);
    if (ledger) await migrateLedger(client);
  });
  await migrateTo(url, new Set(migrations));
};
