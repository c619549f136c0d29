import type { Instant, Recorded, Refusal } from '@perspectief/kernel';
import { Bell } from './bell.js';
import { CommandReused, Conflict, Corrupt } from './errors.js';
import type { AppendRequest, CommandIdentity, EventStore, Expected, NewEvent, Outcome, Position, ReadAllOptions, ReadStreamOptions, Receipt, SubscribeOptions } from './event-store.js';
import { watchLength, type LengthBudgets } from './length-budget.js';
import { positionOf } from './position.js';
import { copyOf } from './storable.js';

export interface MemoryOptions {
  readonly clock?: () => Instant;
  readonly lengths?: LengthBudgets;
}

interface StoredOutcome {
  readonly hash: string;
  readonly stream: string;
  readonly outcome: Outcome;
}

const meets = (expected: Expected, actual: number): boolean => {
  if (expected === 'any') return true;
  if (expected === 'none') return actual === 0;
  return expected === 'exists' ? actual > 0 : expected === actual;
};

const selects = ({ asOf, knownAt }: ReadStreamOptions) => (event: Recorded): boolean =>
  (asOf === undefined || event.happenedOn.slice(0, 10) <= asOf) && (knownAt === undefined || event.recordedAt <= knownAt);

/** The log in the memory of one process, for pure tests. Every append is one turn of the event loop, hence all or nothing. */
export class MemoryEventStore implements EventStore {
  private readonly log: Recorded[] = [];
  private readonly streams = new Map<string, Recorded[]>();
  private readonly ids = new Set<string>();
  private readonly outcomes = new Map<string, StoredOutcome>();
  private readonly bell = new Bell();

  constructor(private readonly options: MemoryOptions = {}) {}

  async append(request: AppendRequest): Promise<Receipt> {
    return this.write(request);
  }

  async appendInTurn([first, ...others]: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]> {
    const receipts = [this.write(first)];
    for (const request of others) {
      const follows = receipts.at(-1)?.repeated === false && request.stream === first.stream && !this.outcomes.has(request.command.id);
      const receipt = follows ? this.tried(request) : undefined;
      if (!receipt) break;
      receipts.push(receipt);
    }
    return receipts;
  }

  async remember(command: CommandIdentity, stream: string, refused: Refusal): Promise<Receipt> {
    const known = this.recall(command, stream);
    if (known) return { outcome: known, repeated: true };
    const outcome: Outcome = { refused: copyOf(refused) };
    this.outcomes.set(command.id, { hash: command.hash, stream, outcome });
    return { outcome, repeated: false };
  }

  async outcomeOf(command: CommandIdentity): Promise<Outcome | undefined> {
    return this.recall(command);
  }

  async readStream(stream: string, options: ReadStreamOptions = {}): Promise<Recorded[]> {
    const chosen = (this.streams.get(stream) ?? []).filter(selects(options));
    const { direction = 'forwards', from } = options;
    const inOrder = direction === 'forwards'
      ? chosen.filter((event) => event.streamVersion >= (from ?? 1))
      : chosen.filter((event) => event.streamVersion <= (from ?? Infinity)).reverse();
    return inOrder.slice(0, options.limit).map(copyOf);
  }

  async readAll({ after, limit }: ReadAllOptions): Promise<Recorded[]> {
    const start = this.indexAfter(after);
    return this.log.slice(start, start + limit).map(copyOf);
  }

  async *subscribe({ after, batchSize = 500, signal }: SubscribeOptions): AsyncGenerator<readonly Recorded[], void, void> {
    let cursor = after;
    while (!signal.aborted) {
      const heard = this.bell.count;
      const batch = await this.readAll({ after: cursor, limit: batchSize });
      if (batch.length === 0) await this.bell.wait(heard, undefined, signal);
      else if (!signal.aborted) yield batch;
      cursor = batch.at(-1)?.position ?? cursor;
    }
  }

  async head(): Promise<Position | undefined> {
    return this.log.at(-1)?.position;
  }

  async close(): Promise<void> {}

  private write(request: AppendRequest): Receipt {
    const known = this.recall(request.command, request.stream);
    if (known) return { outcome: known, repeated: true };
    const actual = this.streams.get(request.stream)?.length ?? 0;
    if (!meets(request.expected, actual)) throw new Conflict(request.stream, request.expected, actual);
    for (const { stream, version } of request.seen ?? []) {
      const grown = this.streams.get(stream)?.length ?? 0;
      if (grown !== version) throw new Conflict(stream, version, grown);
    }
    const added = this.record(request, actual);
    this.keep(added);
    const outcome: Outcome = { accepted: { version: actual + added.length, positions: added.map((event) => event.position) } };
    this.outcomes.set(request.command.id, { hash: request.command.hash, stream: request.stream, outcome });
    if (added.length > 0) this.bell.ring();
    watchLength(this.options.lengths, request.stream, actual + added.length);
    return { outcome, repeated: false };
  }

  private tried(request: AppendRequest): Receipt | undefined {
    try {
      return this.write(request);
    } catch {
      return undefined;
    }
  }

  private recall(command: CommandIdentity, stream?: string): Outcome | undefined {
    const known = this.outcomes.get(command.id);
    if (known && (known.hash !== command.hash || (stream !== undefined && known.stream !== stream))) throw new CommandReused(command.id);
    return known?.outcome;
  }

  private record(request: AppendRequest, actual: number): Recorded[] {
    const { stream, command, actor, correlationId, causationId, municipality } = request;
    const recordedAt = request.recordedAt ?? this.options.clock?.() ?? new Date().toISOString();
    const ids = new Set(request.events.map((event) => event.id));
    if (ids.size < request.events.length || [...ids].some((id) => this.ids.has(id))) throw new Corrupt('the id of an event is in use');
    return request.events.map((event: NewEvent, index) => copyOf({
      ...event, stream, streamVersion: actual + index + 1, position: positionOf(this.log.length + index + 1, event.id),
      recordedAt, actor, commandId: command.id, correlationId, causationId, municipality,
    }));
  }

  private keep(added: readonly Recorded[]): void {
    for (const event of added) {
      this.log.push(event);
      this.ids.add(event.id);
      const stream = this.streams.get(event.stream) ?? [];
      stream.push(event);
      this.streams.set(event.stream, stream);
    }
  }

  private indexAfter(after: Position | undefined): number {
    if (after === undefined) return 0;
    const index = Number.parseInt(after, 10);
    if (this.log[index - 1]?.position !== after) throw new Corrupt(`no event stands at ${after}: this log is not the one that was read`);
    return index;
  }
}
