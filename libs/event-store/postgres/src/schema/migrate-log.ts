import type { ClientBase } from 'pg';
import { assertSafeServer } from '../server-hazards.js';
import { migrations } from './migrations.js';

/** One launcher migrates, the others wait; key of this log alone. */
const LOCK = 'select pg_advisory_xact_lock(2, 7)';

const ledger = `
create schema if not exists log;
create table if not exists log.migrations (version integer primary key, name text not null, applied_at timestamptz not null default clock_timestamp());
`;

const applyMissing = async (client: ClientBase, upTo: number): Promise<void> => {
  await client.query(LOCK);
  await client.query(ledger);
  const { rows } = await client.query<{ version: number }>('select version from log.migrations');
  const applied = new Set(rows.map((row) => row.version));
  for (const { version, name, sql } of migrations) {
    if (applied.has(version) || version > upTo) continue;
    await client.query(sql);
    await client.query('insert into log.migrations (version, name) values ($1, $2)', [version, name]);
  }
};

/** Brings the schema `log` up to date, or to an older version for a restore, all or nothing; may be run by many at once, and again. */
export const migrateLog = async (client: ClientBase, upTo = Number.POSITIVE_INFINITY): Promise<void> => {
  if (upTo !== Number.POSITIVE_INFINITY && !migrations.some(({ version }) => version === upTo)) throw new Error(`this program does not know version ${upTo} of the log`);
  await assertSafeServer(client);
  await client.query('begin');
  try {
    await applyMissing(client, upTo);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  await assertSafeSequence(client);
};

/** A session that keeps numbers in store would hand them out below its later announcements, behind readers. */
export const assertSafeSequence = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ safe: boolean }>(
    `select s.seqcache = 1 and s.seqincrement > 0 and not s.seqcycle and c.relpersistence = 'p' as safe
     from pg_sequence s join pg_class c on c.oid = s.seqrelid where s.seqrelid = 'log.event_seq'::regclass`,
  );
  if (!rows[0]?.safe) throw new Error('log.event_seq must be logged, grow, not cycle, and have CACHE 1: readers would miss events');
};
