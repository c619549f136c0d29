import { DataSource } from 'typeorm';
import { throwAwayDatabase } from '@perspectief/database/testing';
import { Keys } from '../key-holder.js';
import { throwAwayKeys } from '../keys/key-ring.js';
import type { MasterKeys } from '../keys/master-keys.js';
import { privacyMigrations } from '../keys/tables.js';

/** The tables of keys on a database of their own, and as many holders of keys as a test wants, each with a memory of its own. */
export const openKeys = async () => {
  const throwAway = await throwAwayDatabase();
  const database = await new DataSource({ type: 'postgres', url: throwAway.url, migrations: privacyMigrations, poolSize: 10 }).initialize();
  await database.runMigrations();
  const masters = throwAwayKeys();
  return {
    ...{ url: throwAway.url, database, masters },
    holder: (keys: MasterKeys = masters): Promise<Keys> => Keys.open(database, keys),
    destroy: (householdId: string, scope: string | null, eventId: string) =>
      database.query(`select access.destroy_keys($1, $2, 'request-granted', $3, '2030-01-01') as destroyed`, [householdId, scope, eventId]) as Promise<{ destroyed: number }[]>,
    close: async (): Promise<void> => {
      await database.destroy();
      await throwAway.drop();
    },
  };
};
export type OpenKeys = Awaited<ReturnType<typeof openKeys>>;
