import { setTimeout as pause } from 'node:timers/promises';
import type { AppendRequest, Position } from '@perspectief/event-store';
import type pg from 'pg';
import type { ALog } from './a-log.js';
import { appendStatement } from '../statements.js';

/** Sessions of this name stop at the gate; all others pass. */
export const SLOW = 'slow';

/** A line for the body of a function: where a slow session waits until the test lets it go on. */
export const GATE = `if current_setting('application_name') = '${SLOW}' then perform pg_advisory_xact_lock_shared(99, 1); end if;`;

export type Edit = readonly [from: string, to: string];

/** The SQL with the edits made. An edit that finds nothing is an error: the mutant would be the original. */
export const edited = (sql: string, edits: readonly Edit[]): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the SQL no longer says: ${from}`);
    return text.replaceAll(from, to);
  }, sql.replaceAll('create function', 'create or replace function'));

export interface Gate {
  /** Resolves when a slow session stands before the gate. */
  somebodyWaits(): Promise<void>;
  open(): Promise<void>;
}

/** Resolves when a session of this database stands before a lock that another one holds. */
export const somebodyWaits = async (watcher: pg.Client): Promise<void> => {
  const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  for (let tries = 0; (await watcher.query(waiting)).rowCount === 0; tries += 1) {
    if (tries > 500) throw new Error('nobody came to wait');
    await pause(10);
  }
};

export const closeGate = async (keeper: pg.Client): Promise<Gate> => {
  await keeper.query('select pg_advisory_lock(99, 1)');
  return {
    somebodyWaits: () => somebodyWaits(keeper),
    open: async () => { await keeper.query('select pg_advisory_unlock(99, 1)'); },
  };
};

/** An append in a transaction that the caller ends. */
export const openAppend = async (client: pg.Client, request: AppendRequest): Promise<void> => {
  await client.query('begin');
  await client.query(appendStatement(request));
};

/** Reads on from a cursor as a projection does, and remembers what it saw. */
export class Follower {
  readonly seen: string[] = [];
  private cursor: Position | undefined;

  constructor(private readonly store: Pick<ALog['store'], 'readAll'>) {}

  async look(): Promise<readonly string[]> {
    const batch = await this.store.readAll({ after: this.cursor, limit: 1000 });
    this.cursor = batch.at(-1)?.position ?? this.cursor;
    this.seen.push(...batch.map((event) => event.stream));
    return this.seen;
  }
}
