import { join } from 'node:path';
import type pg from 'pg';
import { schemaVersionsOf } from '@perspectief/assembly';
import { onOneConnection } from '@perspectief/database';
import { positionOf } from '@perspectief/event-store';
import { NO_SWITCH } from '@perspectief/runtime';
import { evaluationMigrationsIn, sealsIn } from './evaluation-tables.js';
import { writeWhole } from './folder.js';
import { MANIFEST, type Manifest, type TableInBackup } from './manifest.js';
import { writeLines } from './table-file.js';
import { linesOf, plainWords, tablesOf } from './tables.js';

const HEAD = `select position::text as number, id::text as id from log.events order by position desc limit 1`;
const STREAMS = `select count(distinct stream)::int as streams from log.events`;
const MASTERS = `select array_agg(distinct id order by id) as ids from (
  select master_id as id from access.data_keys where destroyed_at is null union all select master_id from access.installation_keys) keys`;

const one = async <Row extends object>(client: pg.ClientBase, sql: string): Promise<Row | undefined> => (await client.query<Row>(sql)).rows[0];

/** All tables as they stood at one moment, however long it takes. Undefined where there is no platform to back up. */
const inSnapshot = async (client: pg.ClientBase, folder: string, say: (table: string) => void): Promise<Manifest | undefined> => {
  const schema = await schemaVersionsOf(client);
  if (!schema) return undefined;
  const evaluation = await evaluationMigrationsIn(client);
  const studySeals = evaluation && (await sealsIn(client));
  const tables: TableInBackup[] = [];
  for (const table of await tablesOf(client)) {
    say(table.name);
    const file = `${table.name}.jsonl.gz`;
    tables.push({ name: table.name, file, ...(await writeLines(join(folder, file), linesOf(client, table))) });
  }
  const head = await one<{ number: string; id: string }>(client, HEAD);
  const events = tables.find(({ name }) => name === 'log.events');
  const [taken, streams, masters] = [
    await one<{ at: string; server: string }>(client, `select to_char(transaction_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, current_setting('server_version') as server`),
    await one<{ streams: number }>(client, STREAMS),
    await one<{ ids: string[] | null }>(client, MASTERS),
  ];
  return {
    format: 1,
    takenAt: taken?.at ?? '',
    server: taken?.server ?? '',
    schema: { ...schema, migrations: [...schema.migrations], ...(evaluation && { evaluation: [...evaluation] }) },
    log: {
      head: head ? positionOf(head.number, head.id) : null,
      events: events?.rows ?? 0,
      streams: streams?.streams ?? 0,
      receipts: tables.find(({ name }) => name === 'log.receipts')?.rows ?? 0,
      order: events?.sha256 ?? '',
    },
    masterKeys: masters?.ids ?? [],
    ...(studySeals && { studySeals: [...studySeals] }),
    tables,
  };
};

/**
 * Writes a backup into an empty folder while the platform runs: one snapshot of the database, read without locks. What is being
 * written meanwhile is in it whole or not at all. The manifest comes last. Undefined where the database holds no platform. @throws OpenStudyKeys
 */
export const takeBackup = (url: string, folder: string, say: (table: string) => void = () => undefined): Promise<Manifest | undefined> =>
  onOneConnection({ connectionString: url, application_name: 'perspectief backup' }, async (client) => {
    await plainWords(client);
    // A table that takes another's place while it is read would be read as it was before it was whole.
    await client.query('select pg_advisory_lock_shared($1)', [NO_SWITCH]);
    await client.query('begin isolation level repeatable read read only');
    const manifest = await inSnapshot(client, folder, say);
    await client.query('commit');
    if (manifest) await writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
    return manifest;
  });
