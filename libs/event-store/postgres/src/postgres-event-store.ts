import type { Recorded, Refusal } from '@perspectief/kernel';
import {
  Bell, Conflict, Corrupt, Unavailable, positionOf, watchLength,
  type AppendRequest, type CommandIdentity, type EventStore, type LengthBudgets, type Outcome, type Position,
  type ReadAllOptions, type ReadStreamOptions, type Receipt, type SubscribeOptions,
} from '@perspectief/event-store';
import pg, { type QueryConfig, type QueryResultRow } from 'pg';
import { AppendLanes } from './append-lanes.js';
import { HintListener, HintSender } from './hints.js';
import { Pace } from './pace.js';
import { logPool } from './pool.js';
import { isVersionTaken, translated, translatedAppend } from './server-errors.js';
import {
  acceptedOf, outcomeStatement, readAllStatement, readStreamStatement, recordedOf, rememberStatement, storedOutcome,
  type EventRow, type OutcomeRow,
} from './statements.js';

export interface PostgresOptions {
  readonly lengths?: LengthBudgets;
  /** A subscription lost the server for a moment, and goes on trying. */
  readonly onTrouble?: (error: Error) => void;
}

/** The log in PostgreSQL. Run `migrateLog` first. A pool that is given stays its owner's; one made here ends with `close`. */
export class PostgresEventStore implements EventStore {
  private readonly pool: pg.Pool;
  private readonly ownsPool: boolean;
  private readonly bell = new Bell();
  private readonly closing = new AbortController();
  private readonly sender: HintSender;
  private readonly listener: HintListener;
  private readonly lanes: AppendLanes;

  constructor(database: pg.Pool | pg.PoolConfig | string, private readonly options: PostgresOptions = {}) {
    this.ownsPool = !(database instanceof pg.Pool);
    this.pool = database instanceof pg.Pool ? database : logPool(database);
    this.pool.on('error', () => undefined);
    this.sender = new HintSender((sql) => this.pool.query(sql));
    this.lanes = new AppendLanes(async <Row extends object>(statement: QueryConfig) => (await this.pool.query<Row>(statement)).rows);
    this.listener = new HintListener(this.pool.options, this.bell);
  }

  async append(request: AppendRequest): Promise<Receipt> {
    return this.receiptOf(request, await this.written(request));
  }

  async appendInTurn(requests: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    const [first, ...others] = requests;
    if (others.length === 0) return [await this.append(first)];
    const drawn = await this.lanes.inTurn(requests).catch(() => undefined);
    // What broke is found out alone, and so is what became of it when an answer was lost.
    if (!drawn) return [await this.append(first)];
    return Promise.all(drawn.map((numbers, n) => this.receiptOf(requests[n] ?? first, numbers)));
  }

  async remember(command: CommandIdentity, stream: string, refused: Refusal): Promise<Receipt> {
    const [row] = await this.ask<{ stored: boolean }>(rememberStatement(command, stream, refused), command.id);
    return row?.stored ? { outcome: { refused }, repeated: false } : this.earlier(command, stream);
  }

  async outcomeOf(command: CommandIdentity): Promise<Outcome | undefined> {
    const [row] = await this.ask<OutcomeRow>(outcomeStatement(command), command.id);
    return row && storedOutcome(row);
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<Recorded[]> {
    const events = (await this.ask<EventRow>(readStreamStatement(stream, options))).map(recordedOf);
    if (options.asOf === undefined && options.knownAt === undefined) assertWithoutGaps(events, options);
    return events;
  }

  async readAll({ after, limit }: ReadAllOptions): Promise<Recorded[]> {
    return (await this.ask<EventRow>(readAllStatement(after, limit))).map(recordedOf);
  }

  async *subscribe({ after, batchSize = 500, signal }: SubscribeOptions): AsyncGenerator<readonly Recorded[], void, void> {
    this.listener.start();
    const until = AbortSignal.any([signal, this.closing.signal]);
    const pace = new Pace();
    let cursor = after;
    while (!until.aborted) {
      const heard = this.bell.count;
      const batch = await this.nextBatch(cursor, batchSize);
      cursor = batch.at(-1)?.position ?? cursor;
      if (batch.length > 0) pace.news();
      if (batch.length > 0 && !until.aborted) yield batch;
      if (batch.length < batchSize) await this.bell.wait(heard, pace.next(), until);
    }
  }

  async head(): Promise<Position | undefined> {
    const [row] = await this.ask<{ head_position: string; id: string }>({ name: 'log.head', text: 'select head_position, id from log.head()' });
    return row && positionOf(row.head_position, row.id);
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.sender.stop();
    await this.listener.stop();
    if (this.ownsPool && !this.pool.ended) await this.pool.end();
  }

  /** Empty when the server does not answer: the next look comes after the pace. */
  private async nextBatch(after: Position | undefined, limit: number): Promise<Recorded[]> {
    try {
      return await this.readAll({ after, limit });
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      if (!this.closing.signal.aborted) this.options.onTrouble?.(error);
      return [];
    }
  }

  private async receiptOf(request: AppendRequest, drawn: string | null): Promise<Receipt> {
    if (drawn === null) return this.earlier(request.command, request.stream);
    if (request.events.length > 0) this.tellNews();
    const accepted = acceptedOf(request, drawn);
    watchLength(this.options.lengths, request.stream, accepted.version);
    return { outcome: { accepted }, repeated: false };
  }

  private tellNews(): void {
    this.bell.ring();
    this.sender.news();
  }

  private async written(request: AppendRequest): Promise<string | null> {
    try {
      return await this.lanes.append(request);
    } catch (error) {
      if (!isVersionTaken(error)) throw translatedAppend(error, request);
      const [last] = await this.readStream(request.stream, { direction: 'backwards', limit: 1 });
      throw new Conflict(request.stream, request.expected, last?.streamVersion ?? 0);
    }
  }

  private async earlier(command: CommandIdentity, stream: string): Promise<Receipt> {
    const [row] = await this.ask<OutcomeRow>(outcomeStatement(command, stream), command.id);
    if (!row) throw new Corrupt(`command ${command.id} was here before, and left no receipt`);
    return { outcome: storedOutcome(row), repeated: true };
  }

  private async ask<Row extends QueryResultRow>(statement: QueryConfig, commandId?: string): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>(statement)).rows;
    } catch (error) {
      throw translated(error, commandId);
    }
  }
}

const assertWithoutGaps = (events: readonly Recorded[], { direction, from }: ReadStreamOptions): void => {
  const step = direction === 'backwards' ? -1 : 1;
  const first = direction === 'backwards' ? events[0]?.streamVersion ?? 0 : from ?? 1;
  const gap = events.find((event, index) => event.streamVersion !== first + step * index);
  if (gap) throw new Corrupt(`stream ${gap.stream} has a gap before version ${gap.streamVersion}`);
};
