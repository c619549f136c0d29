import type { Recorded, Refusal } from '@perspectief/kernel';
import {
  watchLength,
  type AppendRequest, type CommandIdentity, type EventStore, type LengthBudgets, type Outcome, type Position,
  type ReadAllOptions, type ReadStreamOptions, type Receipt, type SubscribeOptions,
} from '@perspectief/event-store';
import pg from 'pg';
import { readAddress } from './address.js';
import { Following } from './following.js';
import { Landing } from './landing.js';
import { Ledger } from './ledger/ledger.js';
import { Reading } from './reading.js';
import { Wire, type WireOptions } from './wire/wire.js';
import { Writing } from './writing.js';

export interface KurrentOptions extends WireOptions {
  readonly lengths?: LengthBudgets;
  /** A subscription lost the server for a moment, and goes on trying. */
  readonly onTrouble?: (error: Error) => void;
  /** Refuses open wires; by default where NODE_ENV says so. */
  readonly production?: boolean;
}

const poolOf = (receipts: pg.PoolConfig | string): pg.Pool =>
  new pg.Pool({ application_name: 'perspectief receipts', keepAlive: true, connectionTimeoutMillis: 10_000, ...(typeof receipts === 'string' ? { connectionString: receipts } : receipts) });

/** The log in KurrentDB or EventStoreDB, its receipts in PostgreSQL. Run `migrateLedger` first. A pool that is given stays its owner's. */
export class KurrentEventStore implements EventStore {
  private readonly pool: pg.Pool;
  private readonly ownsPool: boolean;
  private readonly ledger: Ledger;
  private readonly wire: Wire;
  private readonly reading: Reading;
  private readonly writing: Writing;
  private readonly following: Following;
  private readonly closing = new AbortController();

  constructor(url: string, receipts: pg.Pool | pg.PoolConfig | string, private readonly options: KurrentOptions = {}) {
    const address = readAddress(url, options.production ?? process.env['NODE_ENV'] === 'production');
    this.ownsPool = !(receipts instanceof pg.Pool);
    this.pool = receipts instanceof pg.Pool ? receipts : poolOf(receipts);
    this.pool.on('error', () => undefined);
    this.ledger = new Ledger(this.pool);
    this.wire = new Wire(address, options);
    this.reading = new Reading(this.wire, address.prefix);
    this.writing = new Writing(this.wire, this.ledger, new Landing(this.wire, options.patience));
    this.following = new Following(this.wire, this.reading, this.ledger, address.prefix, options);
  }

  async append(request: AppendRequest): Promise<Receipt> {
    return this.watched(request, await this.writing.append(request));
  }

  async appendInTurn(requests: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    const receipts = await this.writing.appendRow(requests);
    return receipts.map((receipt) => this.watched(requests[0], receipt));
  }

  remember(command: CommandIdentity, stream: string, refused: Refusal): Promise<Receipt> {
    return this.writing.remember(command, stream, refused);
  }

  outcomeOf(command: CommandIdentity): Promise<Outcome | undefined> {
    return this.writing.outcomeOf(command);
  }

  readStream(stream: string, options: ReadStreamOptions = {}): Promise<Recorded[]> {
    return this.reading.stream(stream, options);
  }

  readAll(options: ReadAllOptions): Promise<Recorded[]> {
    return this.reading.all(options);
  }

  subscribe(options: SubscribeOptions): AsyncGenerator<readonly Recorded[], void, void> {
    return this.following.follow({ ...options, signal: AbortSignal.any([options.signal, this.closing.signal]) });
  }

  head(): Promise<Position | undefined> {
    return this.reading.head();
  }

  /** Whether the store answers: a read of the log, and one of the receipts. */
  answers(): Promise<boolean> {
    return Promise.all([this.wire.readAll({ limit: 1, backwards: true }), this.ledger.openFor(0)]).then(() => true, () => false);
  }

  /** Brings attempts to their end whose senders died; answers how many. Run at every start: a sender who comes back finds his own anyway. */
  finishOpen(olderThanSeconds = 60): Promise<number> {
    return this.writing.endOpen(olderThanSeconds);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.wire.close();
    if (this.ownsPool && !this.pool.ended) await this.pool.end();
  }

  private watched({ stream }: AppendRequest, receipt: Receipt): Receipt {
    if (!receipt.repeated && 'accepted' in receipt.outcome) watchLength(this.options.lengths, stream, receipt.outcome.accepted.version);
    return receipt;
  }
}
