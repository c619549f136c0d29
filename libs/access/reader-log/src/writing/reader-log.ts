import pg from 'pg';
import { rowOf, type Look, type LookRow } from '../look.js';
import { Outdated, ReaderLogUnavailable } from './unavailable.js';

/** `server`: it outlives this process; `disk`: it outlives the server too, and each look waits for the disk. */
export type Durability = 'server' | 'disk';

export interface ReaderLogOptions {
  readonly databaseUrl: string;
  readonly durability?: Durability;
  /** How many looks may wait for the database before further ones fail at once. */
  readonly longestQueue?: number;
}

const LANES = 2;
const LARGEST_BATCH = 500;
const LONGEST_QUEUE = 5_000;
const PATIENCE = 5_000;

const COLUMNS = 'trace_id, span_id, started_at, person_id, role, action, what, purpose, law, household_ids, trajectory_ids, as_of, about';

/** Only what the log still bears out. */
const WHERE_IT_STANDS = 'where seen is null or log.grown(seen) is null';

/** One statement for many looks, and so one round trip and one commit; the text never varies, so it is prepared once. */
const insert = (name: string, where = '') => ({
  name,
  text: `
    with looks as (
      insert into access.reader_log (${COLUMNS})
      select ${COLUMNS}
        from jsonb_to_recordset($1::jsonb) as look (trace_id text, span_id text, started_at timestamptz, person_id text, role text,
          action text, what text, purpose text, law text, household_ids uuid[], trajectory_ids uuid[], as_of date, about text, seen jsonb)
        ${where}
      returning id, span_id, started_at, household_ids),
    places as (
      insert into access.reader_log_households (household_id, started_at, look_id)
        select household_id, started_at, id from looks, unnest(household_ids) as household_id)
    select span_id from looks`,
});

const INSERT = insert('reader-log-insert');
const INSERT_WHERE_IT_STANDS = insert('reader-log-insert-where-it-stands', WHERE_IT_STANDS);

/** Streams of the log in the same database, and how many events they had when the look was thought out: any more, and it is not written. */
export type Foundation = readonly { readonly stream: string; readonly version: number }[];

interface Waiting {
  readonly row: LookRow;
  readonly seen: Foundation | undefined;
  readonly written: () => void;
  readonly failed: (error: Error) => void;
}

/**
 * Who looked at what. `record` resolves when the server has it, and rejects (`Unavailable`) when that is not sure: then the
 * answer that was looked at must not leave. A look that rests on streams is written only while they stand as they were seen, and
 * rejects with `Outdated` when not. Looks that come together share one INSERT.
 */
export class ReaderLog {
  private readonly pool: pg.Pool;
  private readonly longestQueue: number;
  private waiting: Waiting[] = [];
  private readonly lanes = new Set<Promise<void>>();
  private readonly listeners: ((look: Look) => void)[] = [];

  constructor({ databaseUrl, durability = 'server', longestQueue = LONGEST_QUEUE }: ReaderLogOptions) {
    this.longestQueue = longestQueue;
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      max: LANES,
      options: `-c synchronous_commit=${durability === 'disk' ? 'on' : 'off'}`,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      application_name: 'perspectief reader log',
    });
    this.pool.on('error', () => undefined);
  }

  /** Hears of each look as it comes in. */
  onLook(listener: (look: Look) => void): void {
    this.listeners.push(listener);
  }

  /** Looks that are not written yet. */
  get waitingLooks(): number {
    return this.waiting.length;
  }

  record(look: Look, seen?: Foundation): Promise<void> {
    for (const hear of this.listeners) hear(look);
    if (this.waiting.length >= this.longestQueue) return Promise.reject(new ReaderLogUnavailable());
    const done = new Promise<void>((written, failed) => {
      this.waiting.push({ row: rowOf(look, new Date().toISOString()), seen: seen?.length ? seen : undefined, written, failed });
    });
    if (this.lanes.size < LANES) this.openLane();
    return done;
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    while (this.lanes.size > 0) await Promise.all(this.lanes);
    await this.pool.end();
  }

  private openLane(): void {
    const lane = this.drain().finally(() => this.lanes.delete(lane));
    this.lanes.add(lane);
  }

  private async drain(): Promise<void> {
    // What else this turn of the event loop brings goes along.
    await Promise.resolve();
    while (this.waiting.length > 0) await this.write(this.waiting.splice(0, LARGEST_BATCH));
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const statement = batch.some(({ seen }) => seen) ? INSERT_WHERE_IT_STANDS : INSERT;
    const rows = batch.map(({ row, seen }) => (seen ? { ...row, seen: seen.map(({ stream, version }) => [stream, version]) } : row));
    try {
      const { rows: kept } = await this.pool.query<{ span_id: string }>({ ...statement, values: [JSON.stringify(rows)] });
      const spans = new Set(kept.map(({ span_id }) => span_id));
      for (const { row, written, failed } of batch) if (spans.has(row.span_id)) written(); else failed(new Outdated());
    } catch (error) {
      for (const { failed } of batch) failed(new ReaderLogUnavailable(error));
    }
  }
}
