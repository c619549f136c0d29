import type { AppendRequest } from '@perspectief/event-store';
import type { QueryConfig } from 'pg';
import { appendManyStatement, appendStatement, type AppendManyRow, type AppendRow } from './statements.js';

/** The rows that a statement answers. */
export type Ask = <Row extends object>(statement: QueryConfig) => Promise<Row[]>;

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (drawn: string | null) => void;
  readonly reject: (error: unknown) => void;
}

const LANES = Number(process.env['LANES'] ?? 1);
const MOST = 32;
/** The stream was locked elsewhere. */
const BUSY = '55P03';

/**
 * One writer alone goes straight to the log. Writers that come while another is on its way share a transaction: see log.append_many.
 * The lanes never wait for a stream; who must wait does so on a connection of his own.
 */
export class AppendLanes {
  private readonly queue: Waiting[] = [];
  private alone = 0;
  private lanes = 0;
  private crowded = false;
  private gathering = false;

  constructor(private readonly ask: Ask) {}

  /** What log.append answers. */
  append(request: AppendRequest): Promise<string | null> {
    if (!this.crowded && this.alone === 0 && this.lanes === 0) return this.single(request);
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.gather();
    });
  }

  /** Whoever was answered by the last batch may come again within this turn of the event loop: leave together. */
  private gather(): void {
    if (this.gathering || this.lanes >= LANES || this.queue.length === 0) return;
    this.gathering = true;
    setImmediate(() => {
      this.gathering = false;
      this.leave();
    });
  }

  private async single(request: AppendRequest): Promise<string | null> {
    this.alone += 1;
    try {
      const [row] = await this.ask<AppendRow>(appendStatement(request));
      return row?.drawn ?? null;
    } finally {
      this.alone -= 1;
    }
  }

  private leave(): void {
    const batch = this.queue.splice(0, MOST);
    this.crowded = batch.length > 1;
    this.lanes += 1;
    void this.run(batch).finally(() => {
      this.lanes -= 1;
      this.gather();
    });
  }

  /** When the batch as a whole fails, nothing or everything of it was written: each alone finds out, by its command id. */
  private async run(batch: readonly Waiting[]): Promise<void> {
    const rows = await this.ask<AppendManyRow>(appendManyStatement(batch.map(({ request }) => request))).catch(() => []);
    for (const [index, waiting] of batch.entries()) {
      const row = rows[index];
      if (!row || row.code === BUSY) this.single(waiting.request).then(waiting.resolve, waiting.reject);
      else if (row.code === null) waiting.resolve(row.drawn);
      else waiting.reject(row);
    }
  }
}
