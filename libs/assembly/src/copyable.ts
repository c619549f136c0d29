import type pg from 'pg';
import { onOneConnection } from '@perspectief/database';
import type { CopyableLog } from '@perspectief/event-store';
import { isKurrentUrl, migrateLedger } from '@perspectief/event-store-kurrent/without-client';
import { migrateLog, PostgresLogCopy } from '@perspectief/event-store-postgres';

const onServer = (connectionString: string, migrate: (client: pg.Client) => Promise<void>): Promise<void> => onOneConnection({ connectionString }, migrate);

/** Opens a log by its address, to copy from or to: `postgresql://…`, or `esdb://…` with the database of its receipts. */
export const openForCopy = async (url: string, receiptsUrl: string | undefined): Promise<CopyableLog> => {
  if (!isKurrentUrl(url)) {
    await onServer(url, migrateLog);
    return new PostgresLogCopy(url);
  }
  if (receiptsUrl === undefined) throw new Error('a log at esdb://… has its receipts in a database: name it');
  await onServer(receiptsUrl, migrateLedger);
  const { KurrentLogCopy } = await import('@perspectief/event-store-kurrent');
  return new KurrentLogCopy(url, receiptsUrl);
};
