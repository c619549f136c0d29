import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { migrateLog, PostgresEventStore } from '../../libs/event-store/postgres/dist/index.js';
import { contest, rate, table } from './measure.mjs';

const data = { debtId: randomUUID(), creditor: 'energieleverancier', note: 'x'.repeat(300), claim: 131890, rank: 'concurrent', treatment: 'included' };
const actor = { id: 'coach', role: 'neighbourhood-coach' };
const PER_STREAM = 20;

/** The same columns and the same indexes, one plain prepared insert: what the server can do at most. */
export const rawTable = `create table raw_events (
  position bigserial primary key, stream text not null, stream_version int not null, id uuid not null unique, type text not null,
  schema_version int not null, data jsonb not null, happened_on timestamp not null, recorded_at timestamptz not null default clock_timestamp(),
  actor_id text not null, actor_role text not null, command_id uuid not null, correlation_id uuid not null, causation_id uuid not null,
  municipality text not null, unique (stream, stream_version))`;
const rawInsert = {
  name: 'raw',
  text: `insert into raw_events (stream, stream_version, id, type, schema_version, data, happened_on, actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
         values ($1, $2, $3, 'DebtRegistered', 1, $4, '2024-01-12T10:30:00', 'coach', 'neighbourhood-coach', $5, $5, $5, 'groningen')`,
};

/** Each writer fills streams of its own, twenty events each, with the exact version that it knows. */
const streams = (prefix) => {
  const at = new Map();
  return (writer) => {
    const current = at.get(writer);
    const next = !current || current.version === PER_STREAM ? { stream: `${prefix}-${randomUUID()}`, version: 0 } : current;
    at.set(writer, { ...next, version: next.version + 1 });
    return next;
  };
};

export const benchAppend = async (freshDatabase, { rounds, ms }) => {
  const sections = [];
  for (const writers of [1, 8]) {
    const [rawUrl, ourUrl, emmettUrl] = [await freshDatabase(), await freshDatabase(), await freshDatabase()];
    const raw = new pg.Pool({ connectionString: rawUrl, max: writers });
    await raw.query(rawTable);
    const client = new pg.Client({ connectionString: ourUrl });
    await client.connect();
    await migrateLog(client);
    await client.end();
    const ours = new PostgresEventStore({ connectionString: ourUrl, max: writers });
    const emmett = getPostgreSQLEventStore(emmettUrl);
    await emmett.appendToStream('warm', [{ type: 'DebtRegistered', data }]);
    const [rawAt, ourAt, emmettAt] = [streams('raw'), streams('trajectory'), streams('emmett')];
    const rows = await contest(
      {
        'raw insert': (warm) =>
          rate(writers, warm ?? ms, async (writer) => {
            const { stream, version } = rawAt(writer);
            await raw.query({ ...rawInsert, values: [stream, version + 1, randomUUID(), JSON.stringify(data), randomUUID()] });
          }),
        ours: (warm) =>
          rate(writers, warm ?? ms, async (writer) => {
            const { stream, version } = ourAt(writer);
            const id = randomUUID();
            await ours.append({
              stream,
              expected: version,
              command: { id, hash: id },
              actor,
              correlationId: id,
              causationId: id,
              municipality: 'groningen',
              events: [{ id: randomUUID(), type: 'DebtRegistered', schemaVersion: 1, data, happenedOn: '2024-01-12T10:30:00' }],
            });
          }),
        'emmett-postgresql': (warm) =>
          rate(writers, warm ?? ms, async (writer) => {
            const { stream, version } = emmettAt(writer);
            await emmett.appendToStream(stream, [{ type: 'DebtRegistered', data }], {
              expectedStreamVersion: version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(version),
            });
          }),
      },
      rounds,
    );
    await Promise.all([raw.end(), ours.close(), emmett.close()]);
    const emmettRow = rows.find(({ name }) => name === 'emmett-postgresql');
    sections.push(
      `**${writers} writer${writers > 1 ? 's' : ''}** (one event of ~430 bytes an append)\n\n` +
        table(
          ['append', 'median / s', 'ratio to raw', 'ratio to emmett'],
          rows.map(({ name, median, ratio }) => [name, Math.round(median), ratio.toFixed(2), (median / emmettRow.median).toFixed(2)]),
        ),
    );
  }
  return `## Appends\n\n${sections.join('\n\n')}`;
};
