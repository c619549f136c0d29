import { promisify } from 'node:util';
import { rowOf, type Look } from '../look.js';
import { Lane } from './lane.js';
import { statementOf, type Foundation, type Resting } from './statements.js';
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

const turnOfTheLoop = promisify(setImmediate);

interface Waiting extends Resting {
  readonly written: () => void;
  readonly failed: (error: Error) => void;
}

/**
 * Who looked at what. `record` resolves when the server has it, and rejects (`Unavailable`) when that is not sure: then the
 * answer that was looked at must not leave. A look that rests on streams is written only while they stand as they were seen, and
 * rejects with `Outdated` when not. Looks that come together share one INSERT.
 */
export class ReaderLog {
  private readonly idle: Lane[];
  private readonly longestQueue: number;
  private waiting: Waiting[] = [];
  private readonly draining = new Set<Promise<void>>();
  private readonly listeners: ((look: Look) => void)[] = [];

  constructor({ databaseUrl, durability = 'server', longestQueue = LONGEST_QUEUE }: ReaderLogOptions) {
    this.longestQueue = longestQueue;
    const settings = {
      connectionString: databaseUrl,
      options: `-c synchronous_commit=${durability === 'disk' ? 'on' : 'off'}`,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      application_name: 'perspectief reader log',
    };
    this.idle = Array.from({ length: LANES }, () => new Lane(settings));
  }

  /** Hears of each look as it comes in. */
  onLook(listener: (look: Look) => void): void {
    this.listeners.push(listener);
  }

  /** Looks that are not written yet. */
  get waitingLooks(): number {
    return this.waiting.length;
  }

  /** `session`: key of the session that somebody is let in by, where nobody asked yet whether it runs. */
  record(look: Look, seen?: Foundation, session?: string): Promise<void> {
    for (const hear of this.listeners) hear(look);
    if (this.waiting.length >= this.longestQueue) return Promise.reject(new ReaderLogUnavailable());
    const done = new Promise<void>((written, failed) => {
      this.waiting.push({ row: rowOf(look, new Date().toISOString()), seen: seen?.length ? seen : undefined, session, written, failed });
    });
    this.open();
    return done;
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    while (this.draining.size > 0) await Promise.all(this.draining);
    await Promise.all(this.idle.map((lane) => lane.end()));
  }

  private open(): void {
    const lane = this.idle.pop();
    if (!lane) return;
    const draining = this.drain(lane).finally(() => {
      this.draining.delete(draining);
      this.idle.push(lane);
      // What came when the last lane had found nothing more.
      if (this.waiting.length > 0) this.open();
    });
    this.draining.add(draining);
  }

  private async drain(lane: Lane): Promise<void> {
    for (let [first, ...others] = await this.next(); first; [first, ...others] = await this.next()) await this.write([first, ...others], lane);
  }

  /** What else this turn of the event loop brings goes along: one statement for ten looks costs the server less than half of ten statements, and this process a tenth. */
  private async next(): Promise<readonly Waiting[]> {
    await turnOfTheLoop();
    return this.waiting.splice(0, LARGEST_BATCH);
  }

  private async write(batch: readonly [Waiting, ...Waiting[]], lane: Lane): Promise<void> {
    try {
      const kept = await lane.query<{ span_id?: string }>(statementOf(batch));
      const spans = new Set(kept.map(({ span_id }) => span_id));
      const isWritten = (row: Waiting['row']): boolean => (batch.length === 1 ? kept.length === 1 : spans.has(row.span_id));
      for (const { row, written, failed } of batch) if (isWritten(row)) written(); else failed(new Outdated());
    } catch (error) {
      for (const { failed } of batch) failed(new ReaderLogUnavailable(error));
    }
  }
}
