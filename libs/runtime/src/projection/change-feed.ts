import { EventEmitter, on } from 'node:events';
import { Client } from 'pg';
import type { Position } from '@perspectief/event-store';
import { pause } from '../pause.js';
import type { ReadTables } from './projection.js';

/** A read model moved: which one, how far, and because of which streams. */
export interface Change {
  readonly projection: string;
  readonly position: Position;
  /** Undefined: too many to name; anything may have changed. */
  readonly streams?: readonly string[];
}

const CHANNEL = 'perspectief_read';
/** A notification carries at most 8,000 bytes. */
const NAMED_STREAMS = 60;
const TRY_AGAIN = 500;

/** Stands for all that may have been missed while nobody listened. */
const ANYTHING: Change = { projection: '*', position: '' };

export const payloadOf = (change: Change): string => {
  const { streams = [], ...rest } = change;
  return JSON.stringify(streams.length > NAMED_STREAMS ? rest : change);
};

/** Sends the payloads of a parameter with the commit; a part of a statement that has more to do. */
export const notifications = (payloads: string): string => `select count(pg_notify('${CHANNEL}', payload)) from unnest(${payloads}::text[]) as told(payload)`;

/** Sent with the projection's transaction: once a batch, never once an append. */
export const announceChange = async (manager: ReadTables, change: Change): Promise<void> => {
  await manager.query(notifications('$1'), [[payloadOf(change)]]);
};

const read = (payload: string | undefined): Change => {
  try {
    return JSON.parse(payload ?? '') as Change;
  } catch {
    return ANYTHING;
  }
};

/** Changes of read models as they are committed. A hint for screens: who missed one reads again and loses nothing. */
export class ChangeFeed {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly closing = new AbortController();
  private listening: Promise<void> | undefined;

  constructor(private readonly url: string) {}

  /** Answers when it listens; from then on it comes back by itself after every break. */
  async open(): Promise<void> {
    const first = await this.connect();
    this.listening = this.keepListening(first);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.emitter.on('change', listener);
    return () => this.emitter.off('change', listener);
  }

  async *changes(signal: AbortSignal): AsyncGenerator<Change> {
    try {
      for await (const [change] of on(this.emitter, 'change', { signal })) yield change as Change;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.listening;
  }

  private async keepListening(first: Client): Promise<void> {
    let client: Client | undefined = first;
    while (!this.closing.signal.aborted) {
      if (client) {
        await this.untilBroken(client);
        // At once: what is remembered of a server that went must not be used on the one after it.
        if (!this.closing.signal.aborted) this.emitter.emit('change', ANYTHING);
      } else await pause(TRY_AGAIN, this.closing.signal);
      client = this.closing.signal.aborted ? undefined : await this.connect().catch(() => undefined);
      if (client) this.emitter.emit('change', ANYTHING);
    }
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.url, keepAlive: true });
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.emitter.emit('change', read(payload)));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Returns when the connection ended, by itself or because the feed closes. */
  private async untilBroken(client: Client): Promise<void> {
    const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
    const end = (): void => void client.end().catch(() => undefined);
    this.closing.signal.addEventListener('abort', end, { once: true });
    if (this.closing.signal.aborted) end();
    await ended;
    this.closing.signal.removeEventListener('abort', end);
  }
}
