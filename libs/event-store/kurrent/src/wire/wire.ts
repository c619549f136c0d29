import { BACKWARDS, END, EventStoreDBClient, FORWARDS, jsonEvent, NO_STREAM, START, STREAM_NAME, type AllStreamSubscription, type BaseOptions, type Position as Place, type RegexFilter, type PrefixesFilter } from '@eventstore/db-client';
import { Corrupt, Unavailable } from '@perspectief/event-store';
import type { KurrentAddress } from '../address.js';
import { BadAddress, TooLarge } from '../errors.js';
import { APPEND_LIMIT } from '../sizes.js';
import type { ReadEvent, StoredEvent } from '../stored-event.js';
import { faultOf, Silence } from './faults.js';
import { Backoff, PATIENCE, type PatienceOptions } from './patience.js';

export type { Place };

/** Places up to which the server has looked: nothing of this log stands between the last event that was handed over and there. */
export type OnPassed = (place: Place) => void;

export interface WireOptions {
  readonly patience?: PatienceOptions;
  /** Milliseconds that one call may take. */
  readonly deadline?: number;
}

const CHECKPOINT_EVERY = 100;

const placed = (place: bigint | undefined): Place | typeof START => (place === undefined ? START : { commit: place, prepare: place });

/** The client, in our words: plain values for what is expected, our errors for the rest, every call with an end. */
export class Wire {
  private readonly client: EventStoreDBClient;
  private readonly patience: PatienceOptions;
  private readonly deadline: number;

  constructor(
    private readonly address: KurrentAddress,
    options: WireOptions = {},
  ) {
    this.client = clientOf(address);
    this.patience = options.patience ?? PATIENCE;
    this.deadline = options.deadline ?? 10_000;
  }

  /** One try; false: the stream is not where the writer thought. What is no answer is thrown as it came: the caller knows what a second try means. */
  async append(stream: string, base: number, events: readonly StoredEvent[]): Promise<boolean> {
    const expectedRevision = base === 0 ? NO_STREAM : BigInt(base - 1);
    const sent = events.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data: data as Record<string, unknown>, metadata: { ...metadata } }));
    try {
      await this.inTime(this.client.appendToStream(this.address.prefix + stream, sent, { expectedRevision, ...this.asWriter() }));
      return true;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'too-large') throw new TooLarge('append', 0, APPEND_LIMIT);
      if (fault === 'deleted') throw new Corrupt('a stream of the log was tombstoned');
      if (fault !== 'wrong-version') throw error;
      return false;
    }
  }

  /** Inclusive, from a version (1 is the first; backwards without one the last). A stream that is not there is empty. */
  readStream(stream: string, look: { readonly from?: number | undefined; readonly limit?: number | undefined; readonly backwards?: boolean }): Promise<ReadEvent[]> {
    const { from, limit, backwards = false } = look;
    if (limit === 0 || (backwards && from !== undefined && from < 1)) return Promise.resolve([]);
    const fromRevision = from === undefined ? (backwards ? END : START) : BigInt(Math.max(from, 1) - 1);
    return this.patiently(async () => {
      const read = this.client.readStream(this.address.prefix + stream, {
        fromRevision, direction: backwards ? BACKWARDS : FORWARDS, maxCount: limit ?? Number.MAX_SAFE_INTEGER, ...this.asReader(),
      });
      try {
        return await this.inTime(collected(read), () => read.cancel());
      } catch (error) {
        if (faultOf(error) === 'no-stream') return [];
        if (faultOf(error) === 'deleted') throw new Corrupt('a stream of the log was tombstoned');
        throw error;
      }
    });
  }

  /** Inclusive, system events too; `from` undefined is the beginning, backwards the end. */
  readAll(look: { readonly from?: bigint | undefined; readonly limit: number; readonly backwards?: boolean }): Promise<ReadEvent[]> {
    return this.patiently(async () => {
      const { from, limit, backwards = false } = look;
      const read = this.client.readAll({ fromPosition: backwards && from === undefined ? END : placed(from), direction: backwards ? BACKWARDS : FORWARDS, maxCount: limit, ...this.asReader() });
      return this.inTime(collected(read), () => read.cancel());
    });
  }

  /** Exclusive. The server leaves out its own events, and those of other logs. Not patient: whoever follows comes back by himself. */
  subscribe(after: bigint | undefined, onPassed: OnPassed): AllStreamSubscription {
    // Events that came before the checkpoint may still wait in the client, which then knows more than its reader.
    const checkpointReached = (subscription: AllStreamSubscription, place: Place): void => void (subscription.readableLength === 0 && onPassed(place));
    const every = { filterOn: STREAM_NAME, checkpointInterval: CHECKPOINT_EVERY, checkpointReached } as const;
    const filter: RegexFilter | PrefixesFilter = this.address.prefix ? { ...every, prefixes: [this.address.prefix] } : { ...every, regex: '^[^\\$]' };
    return this.client.subscribeToAll({ fromPosition: placed(after), filter, ...this.asReader() });
  }

  isOfThisLog(streamId: string): boolean {
    return this.address.prefix ? streamId.startsWith(this.address.prefix) : !streamId.startsWith('$');
  }

  /** Tries again, with growing pauses, what failed for now; then says that the store does not answer. */
  async patiently<T>(work: () => Promise<T>): Promise<T> {
    const backoff = new Backoff(this.patience);
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (faultOf(error) !== 'again') throw error;
        if (backoff.exhausted) throw new Unavailable(error);
        await backoff.wait();
      }
    }
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }

  private asReader(): BaseOptions {
    return { requiresLeader: true, ...this.asUser() };
  }

  /**
   * With the user named in the call, the client appends by a call of its own. Without, all appends of a process share one stream, which
   * fails for all together, and the server's clock decides when they are late.
   */
  private asWriter(): BaseOptions {
    return { ...this.asReader(), deadline: this.deadline };
  }

  /** In each call: from the address the client takes a password up to its first colon alone. */
  private asUser(): BaseOptions {
    return this.address.credentials ? { credentials: this.address.credentials } : {};
  }

  /** The client waits for ever on some paths; we do not. */
  private async inTime<T>(work: Promise<T>, giveUp?: () => Promise<void>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Silence(this.deadline));
        giveUp?.().catch(() => undefined);
      }, this.deadline + 500);
    });
    try {
      return await Promise.race([work, silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The client's own error holds the whole address. */
const clientOf = ({ connection }: KurrentAddress): EventStoreDBClient => {
  try {
    return EventStoreDBClient.connectionString(connection);
  } catch {
    throw new BadAddress('the event store address cannot be read: look at its hosts, its settings (tls is true or false) and the files that it names');
  }
};

const collected = async (read: AsyncIterable<{ readonly event?: ReadEvent | undefined }>): Promise<ReadEvent[]> => {
  const events: ReadEvent[] = [];
  for await (const { event } of read) if (event) events.push(event);
  return events;
};
