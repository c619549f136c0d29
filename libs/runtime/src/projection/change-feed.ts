import { EventEmitter, on } from 'node:events';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Position } from '@perspectief/event-store';

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

/** Sent with the projection's transaction: once a batch, never once an append. */
export const announceChange = async (manager: EntityManager, change: Change): Promise<void> => {
  const { streams = [], ...rest } = change;
  const payload = streams.length > NAMED_STREAMS ? rest : change;
  await manager.query(`select pg_notify('${CHANNEL}', $1)`, [JSON.stringify(payload)]);
};

/** Changes of read models as they are committed. A hint for screens: who missed one reads again and loses nothing. */
export class ChangeFeed {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: Client | undefined;
  private closed = false;

  constructor(private readonly url: string) {}

  async open(): Promise<void> {
    const client = new Client({ connectionString: this.url });
    client.on('notification', ({ payload }) => this.emitter.emit('change', JSON.parse(payload ?? '{}') as Change));
    client.on('error', () => this.reopen(client));
    client.on('end', () => this.reopen(client));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.client = client;
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
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  /** Whoever listens hears one change without names after a break: it stands for all that was missed. */
  private reopen(broken: Client): void {
    if (this.closed || broken !== this.client) return;
    this.client = undefined;
    setTimeout(() => {
      this.open()
        .then(() => this.emitter.emit('change', { projection: '*', position: '' }))
        .catch(() => this.reopenLater());
    }, 500).unref();
  }

  private reopenLater(): void {
    this.client = new Client();
    this.reopen(this.client);
  }
}
