import type { AllStreamSubscription } from '@eventstore/db-client';
import type { Recorded } from '@perspectief/kernel';
import { Corrupt, placeOf, Unavailable, type Position, type SubscribeOptions } from '@perspectief/event-store';
import { Inbox } from './inbox.js';
import type { Ledger } from './ledger/ledger.js';
import type { Reading } from './reading.js';
import { positionIn, recordedOf, type ReadEvent } from './stored-event.js';
import { faultOf } from './wire/faults.js';
import { Backoff } from './wire/patience.js';
import type { Place, Wire } from './wire/wire.js';

/** A subscription never gives up: pauses grow to this. */
const COMING_BACK = { tries: Number.POSITIVE_INFINITY, first: 50, longest: 5_000 };

export interface FollowingOptions {
  readonly onTrouble?: (error: Error) => void;
}

/** What a subscription has: where it stands, and whether anything that the server repeats is new. */
interface Cursor {
  readonly position: Position | undefined;
  /** The event after which the server begins: that one itself, or one further on, up to which it has looked already. */
  readonly start: bigint | undefined;
}

/** Follows the log by catch-up subscriptions of the server. They end with each broken wire and change of leader; the following does not. */
export class Following {
  constructor(
    private readonly wire: Wire,
    private readonly reading: Reading,
    private readonly ledger: Ledger,
    private readonly prefix: string,
    private readonly options: FollowingOptions,
  ) {}

  /** Non-empty batches in the global order, each event once. Throws `Corrupt` where the cursor points at nothing. */
  async *follow({ after, batchSize = 500, signal }: SubscribeOptions): AsyncGenerator<readonly Recorded[], void, void> {
    let cursor: Cursor = { position: after, start: undefined };
    const backoff = new Backoff(COMING_BACK);
    while (!signal.aborted) {
      try {
        cursor = await this.resumed(cursor.position);
        for await (const batch of this.once(cursor, batchSize, signal)) {
          backoff.reset();
          cursor = { position: batch.at(-1)?.position, start: undefined };
          yield batch;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (isForGood(error)) throw error;
        this.options.onTrouble?.(new Unavailable(error));
        await backoff.wait(signal);
      }
    }
  }

  private async resumed(position: Position | undefined): Promise<Cursor> {
    if (position === undefined) return { position, start: undefined };
    const place = await this.reading.placeStanding(position);
    const passed = await this.ledger.passedAfter(this.prefix, position);
    return { position, start: passed !== undefined && passed > position ? await this.standingOr(place, passed) : place };
  }

  /** A log that was restored may end before it, or go on otherwise: then it is looked at again. */
  private standingOr(place: bigint, passed: Position): Promise<bigint> {
    return this.reading.placeStanding(passed).catch((error: unknown) => {
      if (error instanceof Corrupt) return place;
      throw error;
    });
  }

  /** One subscription of the server, until it breaks or the signal comes. */
  private async *once(cursor: Cursor, batchSize: number, signal: AbortSignal): AsyncGenerator<readonly Recorded[], void, void> {
    const inbox = new Inbox<Recorded>(batchSize);
    let last = cursor.position;
    const subscription = this.wire.subscribe(cursor.start, (place) => void this.passed(() => last, place, signal));
    connect(subscription, inbox, (event) => {
      // The server compares the start of a name by the rules of a language, which pass over some characters.
      if (!this.wire.isOfThisLog(event.streamId)) return undefined;
      const position = positionIn(event);
      // The server may repeat what it sent before a break.
      if (last !== undefined && position <= last) return undefined;
      last = position;
      return recordedOf(event, this.prefix);
    });
    const stop = (): void => inbox.end();
    signal.addEventListener('abort', stop, { once: true });
    // The signal may have come while the place was looked up.
    if (signal.aborted) stop();
    try {
      for (let batch = await inbox.next(); batch && !signal.aborted; batch = await inbox.next()) yield batch;
    } finally {
      signal.removeEventListener('abort', stop);
      await subscription.unsubscribe().catch(() => undefined);
    }
  }

  /** Kept as an event that stands there, not as the bare number: a number alone means nothing in a log that was restored. */
  private async passed(lastOne: () => Position | undefined, { commit }: Place, signal: AbortSignal): Promise<void> {
    const after = lastOne();
    if (signal.aborted || after === undefined || commit <= BigInt(placeOf(after).number)) return;
    try {
      const last = await this.reading.lastBefore(commit);
      // News meanwhile: then it is of no use, or (a fault of servers before 23.10) it came too early.
      if (last !== undefined && last > after && lastOne() === after) await this.ledger.notePassed(this.prefix, after, last);
    } catch (error) {
      if (!signal.aborted) this.options.onTrouble?.(new Unavailable(error));
    }
  }
}

const isForGood = (error: unknown): boolean =>
  !(error instanceof Unavailable) && (error instanceof Corrupt || faultOf(error) === 'bug' || faultOf(error) === 'denied');

/** Lets the events of the server into the inbox, and holds them back while it is full. */
const connect = (subscription: AllStreamSubscription, inbox: Inbox<Recorded>, read: (event: ReadEvent) => Recorded | undefined): void => {
  inbox.onPressure = (full) => void (full ? subscription.pause() : subscription.resume());
  subscription
    .on('data', ({ event }) => {
      try {
        const recorded = event && read(event);
        if (recorded) inbox.put(recorded);
      } catch (error) {
        inbox.fail(error);
      }
    })
    // Events that came before may still wait in the client's own buffers: they are handed over within this turn.
    .on('caughtUp', () => void setImmediate(() => inbox.setLive(true)))
    .on('fellBehind', () => inbox.setLive(false))
    .on('error', (error) => inbox.fail(error))
    .on('end', () => inbox.fail(new Unavailable(new Error('the subscription ended'))));
};
