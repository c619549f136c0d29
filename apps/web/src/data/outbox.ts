import type { Client } from 'urql';
import { drop, keep, recallAll } from '../drafts/vault';
import { send, type Command, type Outcome } from './command';

/** Commands that wait for the network. They keep their ids, so that what did arrive is not done twice. */
const PREFIX = 'outbox:';
const RETRY_MS = 15_000;

export type Delivered = (command: Command, outcome: Outcome) => void;

export class Outbox {
  private readonly listeners = new Set<() => void>();
  private waiting: readonly Command[] = [];
  private busy = false;

  constructor(private readonly client: Client, private readonly delivered: Delivered) {}

  /** Takes up what was left of an earlier visit, and sends whenever the network may be back. Answers how to stop. */
  start(): () => void {
    const flush = (): void => void this.flush();
    void recallAll<Command>(PREFIX).then((kept) => {
      const here = new Set(this.waiting.map(({ commandId }) => commandId));
      this.set([...kept.map(([, command]) => command).filter(({ commandId }) => !here.has(commandId)), ...this.waiting]);
      flush();
    });
    window.addEventListener('online', flush);
    const timer = setInterval(flush, RETRY_MS);
    return () => {
      window.removeEventListener('online', flush);
      clearInterval(timer);
    };
  }

  async add(command: Command): Promise<void> {
    this.set([...this.waiting, command]);
    await keep(`${PREFIX}${command.commandId}`, command);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly list = (): readonly Command[] => this.waiting;

  /** In the order of writing; the first that finds no network ends the round. */
  private async flush(): Promise<void> {
    if (this.busy || !navigator.onLine) return;
    this.busy = true;
    try {
      for (const command of this.waiting) {
        const outcome = await send(this.client, command);
        if (outcome.phase === 'kept') break;
        this.set(this.waiting.filter(({ commandId }) => commandId !== command.commandId));
        await drop(`${PREFIX}${command.commandId}`);
        this.delivered(command, outcome);
      }
    } finally {
      this.busy = false;
    }
  }

  private set(waiting: readonly Command[]): void {
    this.waiting = waiting;
    for (const listener of this.listeners) listener();
  }
}
