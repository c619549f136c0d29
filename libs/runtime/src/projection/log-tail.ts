import type { Recorded } from '@perspectief/kernel';
import { Corrupt, type EventStore, type Position, type SubscribeOptions } from '@perspectief/event-store';
import { Inbox } from './inbox.js';

const BATCH = 500;

/** One subscription, begun at the end of the log as it was then, and those who hear what it reads. */
class Reader {
  readonly inboxes = new Set<Inbox<Recorded>>();
  /** From here on nothing passes by unheard. Rejects where the log does not answer. */
  readonly begun: Promise<unknown>;
  private readonly ending = new AbortController();

  constructor(store: Pick<EventStore, 'subscribe'>, head: Promise<Position | undefined>, private readonly onRead: (upTo: Position) => void, onEnd: () => void) {
    this.begun = head;
    void this.read(store, head).then(
      () => this.inboxes.forEach((inbox) => inbox.end()),
      (error: unknown) => this.inboxes.forEach((inbox) => inbox.fail(error)),
    ).finally(onEnd);
  }

  end(): void {
    this.ending.abort();
  }

  private async read(store: Pick<EventStore, 'subscribe'>, head: Promise<Position | undefined>): Promise<void> {
    for await (const events of store.subscribe({ after: await head, batchSize: BATCH, signal: this.ending.signal })) {
      this.onRead((events.at(-1) as Recorded).position);
      for (const inbox of this.inboxes) inbox.put(events);
    }
  }
}

/**
 * The log, read once for all in this process who stand at its end. Whoever comes, or falls behind, first reads by himself what he has
 * not seen: what others were told may be of a server that is no longer there, and a cursor is only known to be good when the log was asked.
 */
export class LogTail implements Pick<EventStore, 'subscribe'> {
  private reader: Reader | undefined;
  /** How far anybody here was ever told. */
  private furthest: Position | undefined;

  constructor(private readonly store: Pick<EventStore, 'head' | 'readAll' | 'subscribe'>) {}

  async *subscribe({ after, batchSize = BATCH, signal }: SubscribeOptions): AsyncGenerator<readonly Recorded[], void, void> {
    let cursor = after;
    while (!signal.aborted) {
      // Listens first, then reads: what is written in between is heard, and passed over if it was read.
      const { inbox, leave } = await this.listen();
      try {
        for await (const events of this.upToNow(cursor, batchSize, signal)) {
          cursor = (events.at(-1) as Recorded).position;
          this.remember(cursor);
          yield events;
        }
        for (let heard; (heard = await inbox.next(batchSize, signal)) !== undefined; ) {
          const from = cursor;
          const fresh = from === undefined ? heard : heard.filter(({ position }) => position > from);
          cursor = fresh.at(-1)?.position ?? cursor;
          if (fresh.length > 0) yield fresh;
        }
        if (inbox.ended) return;
      } finally {
        leave();
      }
    }
  }

  private async listen(): Promise<{ readonly inbox: Inbox<Recorded>; readonly leave: () => void }> {
    const reader = (this.reader ??= this.begin());
    const inbox = new Inbox<Recorded>();
    reader.inboxes.add(inbox);
    const leave = (): void => {
      reader.inboxes.delete(inbox);
      if (reader.inboxes.size > 0) return;
      reader.end();
      this.forget(reader);
    };
    try {
      await reader.begun;
    } catch (error) {
      leave();
      throw error;
    }
    return { inbox, leave };
  }

  private begin(): Reader {
    const reader: Reader = new Reader(this.store, this.head(), (upTo) => this.remember(upTo), () => this.forget(reader));
    return reader;
  }

  /** All may let go at once when a server goes: that the next one holds what was read here is asked all the same. Throws `Corrupt` where it does not, once. */
  private async head(): Promise<Position | undefined> {
    try {
      if (this.furthest !== undefined) await this.store.readAll({ after: this.furthest, limit: 1 });
    } catch (error) {
      if (error instanceof Corrupt) this.furthest = undefined;
      throw error;
    }
    return this.store.head();
  }

  private remember(upTo: Position): void {
    if (this.furthest === undefined || upTo > this.furthest) this.furthest = upTo;
  }

  private forget(reader: Reader): void {
    if (this.reader === reader) this.reader = undefined;
  }

  private async *upToNow(after: Position | undefined, limit: number, signal: AbortSignal): AsyncGenerator<readonly Recorded[], void, void> {
    let cursor = after;
    while (!signal.aborted) {
      const events = await this.store.readAll({ after: cursor, limit });
      cursor = events.at(-1)?.position ?? cursor;
      if (events.length > 0 && !signal.aborted) yield events;
      if (events.length < limit) return;
    }
  }
}
