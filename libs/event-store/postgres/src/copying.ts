import type { Recorded, Refusal, Uuid } from '@perspectief/kernel';
import type { CopyableLog, StoredReceipt } from '@perspectief/event-store';
import pg from 'pg';
import { logPool } from './pool.js';
import { PostgresEventStore } from './postgres-event-store.js';

/** As an append announces (schema/append.ts), so that readers of the target wait for the copy too. */
const ANNOUNCE = `select pg_advisory_xact_lock_shared((7::bigint << 48) | coalesce(pg_sequence_last_value('log.event_seq'), 0))`;

const TAKE_OVER = `insert into log.events (stream, stream_version, id, type, schema_version, data, happened_on, recorded_at,
    actor_id, actor_role, command_id, correlation_id, causation_id, municipality)
  select e ->> 'stream', (e ->> 'streamVersion')::integer, (e ->> 'id')::uuid, e ->> 'type', (e ->> 'schemaVersion')::integer, e -> 'data',
    (e ->> 'happenedOn')::timestamp, (e ->> 'recordedAt')::timestamptz, e -> 'actor' ->> 'id', e -> 'actor' ->> 'role', (e ->> 'commandId')::uuid,
    (e ->> 'correlationId')::uuid, (e ->> 'causationId')::uuid, e ->> 'municipality'
  from jsonb_array_elements($1::jsonb) with ordinality x(e, nr) order by nr`;

const RECEIPTS = `select command_id, body_hash, stream, version_before, version_after, refused from log.receipts
  where $1::uuid is null or command_id > $1 order by command_id limit $2`;

const TAKE_RECEIPTS = `insert into log.receipts (command_id, body_hash, stream, version_before, version_after, refused)
  select (r ->> 'commandId')::uuid, r ->> 'hash', r ->> 'stream', (r -> 'outcome' ->> 'before')::integer, (r -> 'outcome' ->> 'after')::integer, r -> 'outcome' -> 'refused'
  from jsonb_array_elements($1::jsonb) r on conflict do nothing`;

interface Row {
  readonly command_id: Uuid;
  readonly body_hash: string;
  readonly stream: string;
  readonly version_before: number;
  readonly version_after: number;
  readonly refused: Refusal | null;
}

/** The log in PostgreSQL, to copy from or to. Run `migrateLog` first. */
export class PostgresLogCopy implements CopyableLog {
  readonly store: PostgresEventStore;
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = logPool({ connectionString: url, max: 2 });
    this.store = new PostgresEventStore(this.pool);
  }

  /** One transaction: all or nothing. */
  async takeOver(events: readonly Recorded[]): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query(ANNOUNCE);
      await client.query(TAKE_OVER, [JSON.stringify(events)]);
      await client.query('commit');
      client.release();
    } catch (error) {
      await client.query('rollback').then(() => client.release(), () => client.release(true));
      throw error;
    }
  }

  async receipts(after: Uuid | undefined, limit: number): Promise<readonly StoredReceipt[]> {
    const { rows } = await this.pool.query<Row>(RECEIPTS, [after ?? null, limit]);
    return rows.map((row) => ({
      commandId: row.command_id,
      hash: row.body_hash,
      stream: row.stream,
      outcome: row.refused ? { refused: row.refused } : { before: row.version_before, after: row.version_after },
    }));
  }

  async takeReceipts(receipts: readonly StoredReceipt[]): Promise<void> {
    await this.pool.query(TAKE_RECEIPTS, [JSON.stringify(receipts)]);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.pool.end();
  }
}
