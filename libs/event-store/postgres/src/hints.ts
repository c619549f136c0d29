import { setTimeout as pause } from 'node:timers/promises';
import type { Bell } from '@perspectief/event-store';
import pg from 'pg';

const CHANNEL = 'log_events';
/** At most twenty a second: NOTIFY takes a lock that all committing notifiers of the server share. */
const APART = 50;
const RECONNECT = [100, 500, 2000, 5000];

/** Tells other processes that there is news; after the append and outside it, and never more than a hint: a failure is no failure. */
export class HintSender {
  private timer: NodeJS.Timeout | undefined;
  private last = 0;

  constructor(private readonly query: (sql: string) => Promise<unknown>) {}

  news(): void {
    if (this.timer) return;
    const wait = Math.max(0, this.last + APART - Date.now());
    this.timer = setTimeout(() => { this.send(); }, wait);
    this.timer.unref();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private send(): void {
    this.timer = undefined;
    this.last = Date.now();
    this.query(`notify ${CHANNEL}`).catch(() => undefined);
  }
}

/** Rings the bell on a hint. Hints sent while it is not connected are lost, so after each LISTEN it rings once: listen first, then read. */
export class HintListener {
  private readonly stopped = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly config: pg.ClientConfig, private readonly bell: Bell) {}

  start(): void {
    this.running ??= this.keepListening();
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
  }

  private async keepListening(): Promise<void> {
    for (let failures = 0; !this.stopped.signal.aborted; ) {
      const heard = await this.listenOnce().catch(() => false);
      failures = heard ? 0 : failures + 1;
      const wait = RECONNECT[Math.min(failures, RECONNECT.length - 1)];
      await pause(wait, undefined, { signal: this.stopped.signal, ref: false }).catch(() => undefined);
    }
  }

  /** Resolves when the connection is gone. */
  private async listenOnce(): Promise<boolean> {
    const client = new pg.Client({ ...this.config, application_name: 'perspectief log hints', keepAlive: true });
    const gone = new Promise<void>((resolve) => { client.once('end', resolve).once('error', () => { resolve(); }); });
    const stop = (): void => { client.end().catch(() => undefined); };
    client.on('notification', () => { this.bell.ring(); }).on('error', () => undefined);
    await client.connect();
    this.stopped.signal.addEventListener('abort', stop);
    try {
      await client.query(`listen ${CHANNEL}`);
      this.bell.ring();
      if (this.stopped.signal.aborted) stop();
      await gone;
    } finally {
      this.stopped.signal.removeEventListener('abort', stop);
      stop();
    }
    return true;
  }
}
