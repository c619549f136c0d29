import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { migrateLog, PostgresEventStore } from '../../libs/event-store/postgres/dist/index.js';
import { messageDb } from './message-db.mjs';
import { contest, rate, ratioOf, table } from './measure.mjs';

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

const ourStore = async (url, writers) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await migrateLog(client);
  await client.end();
  return new PostgresEventStore({ connectionString: url, max: writers });
};

const appendsBy = async (freshDatabase, writers, rounds, ms) => {
  const [rawUrl, ourUrl, emmettUrl, messageDbUrl] = [await freshDatabase(), await freshDatabase(), await freshDatabase(), await freshDatabase()];
  const raw = new pg.Pool({ connectionString: rawUrl, max: writers });
  await raw.query(rawTable);
  const ours = await ourStore(ourUrl, writers);
  const emmett = getPostgreSQLEventStore(emmettUrl);
  await emmett.appendToStream('warm', [{ type: 'DebtRegistered', data }]);
  const messages = await messageDb(messageDbUrl, writers);
  const [rawAt, ourAt, emmettAt, messagesAt] = [streams('raw'), streams('trajectory'), streams('emmett'), streams('messages')];
  const metadata = JSON.stringify({ actor, happenedOn: '2024-01-12T10:30:00', municipality: 'groningen' });
  const each = (once) => (warm) => rate(writers, warm ?? ms, once);
  const rows = await contest(
    {
      'raw insert': each(async (writer) => {
        const { stream, version } = rawAt(writer);
        await raw.query({ ...rawInsert, values: [stream, version + 1, randomUUID(), JSON.stringify(data), randomUUID()] });
      }),
      ours: each(async (writer) => {
        const { stream, version } = ourAt(writer);
        const id = randomUUID();
        await ours.append({
          ...{ stream, expected: version, command: { id, hash: id }, actor, correlationId: id, causationId: id, municipality: 'groningen' },
          events: [{ id: randomUUID(), type: 'DebtRegistered', schemaVersion: 1, data, happenedOn: '2024-01-12T10:30:00' }],
        });
      }),
      'emmett-postgresql': each(async (writer) => {
        const { stream, version } = emmettAt(writer);
        await emmett.appendToStream(stream, [{ type: 'DebtRegistered', data }], { expectedStreamVersion: version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(version) });
      }),
      'Message DB, its functions': each(async (writer) => {
        const { stream, version } = messagesAt(writer);
        await messages.append(stream, version, randomUUID(), 'DebtRegistered', JSON.stringify(data), metadata);
      }),
    },
    rounds,
  );
  await Promise.all([raw.end(), ours.close(), emmett.close(), messages.close()]);
  return rows;
};

export const benchAppend = async (freshDatabase, { rounds, ms }) => {
  const [texts, ratios] = [[], []];
  for (const writers of [1, 8, 32]) {
    const rows = await appendsBy(freshDatabase, writers, rounds, ms);
    const [, ours, emmett] = rows;
    const toEmmett = ratioOf(ours, emmett);
    const who = `${writers} writer${writers > 1 ? 's' : ''}`;
    ratios.push({ name: `append, ${who}: ours to raw`, ratio: ours.ratio, atLeast: 0.7 }, { name: `append, ${who}: ours to emmett`, ratio: toEmmett, atLeast: 1.5 });
    const shown = rows.map((row) => [row.name, Math.round(row.median), row.ratio.toFixed(2), ratioOf(row, emmett).toFixed(2)]);
    texts.push(`**${who}** (one event of ~430 bytes an append)\n\n${table(['append', 'median / s', 'ratio to raw', 'ratio to emmett'], shown)}`);
  }
  const aboutLocks = 'Message DB holds one lock for a whole category of streams, which gives its readers their order; its writers wait for each other.';
  return { text: `## Appends\n\n${texts.join('\n\n')}\n\n${aboutLocks}`, ratios };
};
