import type { Refusal, Uuid } from '@perspectief/kernel';
import { Corrupt, placeOf, Unavailable, type AppendRequest, type CommandIdentity, type Position } from '@perspectief/event-store';
import type pg from 'pg';

/** An append whose fate may be open: the events belong after exactly `base` events, or nowhere. */
export interface Attempt {
  readonly base: number;
  readonly request: AppendRequest;
}

export interface LedgerEntry {
  readonly hash: string;
  readonly stream: string;
  readonly state:
    | { readonly open: Attempt }
    | { readonly accepted: { readonly before: number; readonly after: number } }
    | { readonly refused: Refusal };
}

interface Row {
  readonly body_hash: string;
  readonly stream: string;
  readonly version_before: number | null;
  readonly version_after: number | null;
  readonly refused: Refusal | null;
  readonly attempt: AppendRequest | null;
}

const FIND = `select body_hash, stream, version_before, version_after, refused, attempt from kurrent.receipts where command_id = $1`;
const OPEN = `select command_id::text as id from kurrent.receipts where attempt is not null and begun_at < clock_timestamp() - make_interval(secs => $1) order by begun_at limit 100`;
const CLAIM = `insert into kurrent.receipts (command_id, body_hash, stream, version_before, attempt) values ($1, $2, $3, $4, $5) on conflict do nothing`;
const CLAIM_IDS = `insert into kurrent.event_ids (id, command_id) select unnest($1::uuid[]), $2 on conflict do nothing`;
const FOREIGN_IDS = `select count(*)::int as foreign_ids from kurrent.event_ids where id = any($1::uuid[]) and command_id <> $2`;
const ACCEPT = `update kurrent.receipts set version_after = version_before + json_array_length(attempt -> 'events'), attempt = null where command_id = $1 and attempt is not null`;
const ABANDON = `delete from kurrent.receipts where command_id = $1 and version_before = $2 and attempt is not null`;
const UNCHANGED = `insert into kurrent.receipts (command_id, body_hash, stream, version_before, version_after) values ($1, $2, $3, $4, $4) on conflict do nothing`;
const REFUSE = `insert into kurrent.receipts (command_id, body_hash, stream, refused) values ($1, $2, $3, $4) on conflict do nothing`;
const PASSED = `insert into kurrent.passed (prefix, after, place, prepare, stands) values ($1, $2, $3, $3, $4)
  on conflict (prefix) do update set after = excluded.after, place = excluded.place, prepare = excluded.prepare, stands = excluded.stands where kurrent.passed.place < excluded.place`;

const entryOf = (row: Row): LedgerEntry => ({
  hash: row.body_hash,
  stream: row.stream,
  state: row.refused
    ? { refused: row.refused }
    : row.attempt
      ? { open: { base: row.version_before ?? 0, request: row.attempt } }
      : { accepted: { before: row.version_before ?? 0, after: row.version_after ?? 0 } },
});

/** Receipts in PostgreSQL, for a log that is elsewhere. */
export class Ledger {
  constructor(private readonly pool: pg.Pool) {}

  async find(commandId: Uuid): Promise<LedgerEntry | undefined> {
    const [row] = await this.ask<Row>(FIND, [commandId]);
    return row && entryOf(row);
  }

  /** Commands whose attempt has been open for longer than that: their sender died, or gave up. */
  async openFor(seconds: number): Promise<Uuid[]> {
    return (await this.ask<{ id: Uuid }>(OPEN, [seconds])).map(({ id }) => id);
  }

  /** False: the command is known. Throws `Corrupt` where an id belongs to another command's event. */
  async claim({ base, request }: Attempt): Promise<boolean> {
    const { command, stream, events } = request;
    const ids = events.map(({ id }) => id);
    if (new Set(ids).size < ids.length) throw new Corrupt('the id of an event is in use');
    return this.inTransaction(async (client) => {
      const { rowCount } = await client.query(CLAIM, [command.id, command.hash, stream, base, JSON.stringify(request)]);
      if (rowCount === 0) return false;
      const claimed = await client.query(CLAIM_IDS, [ids, command.id]);
      if (claimed.rowCount === ids.length) return true;
      const { rows } = await client.query<{ foreign_ids: number }>(FOREIGN_IDS, [ids, command.id]);
      if (rows[0]?.foreign_ids !== 0) throw new Corrupt('the id of an event is in use');
      return true;
    });
  }

  async accept(commandId: Uuid): Promise<void> {
    await this.ask(ACCEPT, [commandId]);
  }

  /** The place after `base` is taken by somebody else: that attempt can never land. */
  async abandon(commandId: Uuid, base: number): Promise<void> {
    await this.ask(ABANDON, [commandId, base]);
  }

  /** False: the command is known. */
  async unchanged(command: CommandIdentity, stream: string, version: number): Promise<boolean> {
    return this.writes(UNCHANGED, [command.id, command.hash, stream, version]);
  }

  /** False: the command is known. */
  async refuse(command: CommandIdentity, stream: string, refused: Refusal): Promise<boolean> {
    return this.writes(REFUSE, [command.id, command.hash, stream, JSON.stringify(refused)]);
  }

  /** Nothing of the log stands between the event at `after` and this one, of whatever log: a reader who comes back need not look there again. */
  async notePassed(prefix: string, after: Position, stands: Position): Promise<void> {
    await this.ask(PASSED, [prefix, after, placeOf(stands).number, stands]);
  }

  async passedAfter(prefix: string, after: Position): Promise<Position | undefined> {
    const [row] = await this.ask<{ stands: Position }>(`select stands from kurrent.passed where prefix = $1 and after = $2 and stands is not null`, [prefix, after]);
    return row?.stands;
  }

  private async writes(sql: string, values: unknown[]): Promise<boolean> {
    return this.inTransaction(async (client) => (await client.query(sql, values)).rowCount === 1);
  }

  private async ask<R extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<R[]> {
    try {
      return (await this.pool.query<R>(sql, values)).rows;
    } catch (error) {
      throw new Unavailable(error);
    }
  }

  private async inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch((error: unknown) => { throw new Unavailable(error); });
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      await client.query('rollback').then(() => client.release(), () => client.release(true));
      throw error instanceof Corrupt ? error : new Unavailable(error);
    }
  }
}
