import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** First half of the advisory lock that keeps other clocks and policies off a stream; the log's own stream lock is 1. */
const HOLD = 2;

/** Streams on which a story is running: no other clock acts there until it ends, or its process does. */
export class HeldStreams {
  constructor(private readonly database: DataSource) {}

  /** Asked with a shared lock, so that two who ask at once do not take each other for a story. */
  async isHeld(stream: string): Promise<boolean> {
    const [row] = (await this.database.query(`select pg_try_advisory_xact_lock_shared(${HOLD}, hashtext($1)) as free`, [stream])) as { free: boolean }[];
    return row?.free === false;
  }
}

/** Holds the streams until the answer is called; the server lets go by itself when the process dies. */
export const holdStreams = async (url: string, streams: readonly string[]): Promise<() => Promise<void>> => {
  const client = new Client({ connectionString: url });
  // Lost with its connection, and the server lets go: the story's own next step then says that the server is gone.
  client.on('error', () => undefined);
  await client.connect();
  for (const stream of [...streams].sort()) await client.query(`select pg_advisory_lock(${HOLD}, hashtext($1))`, [stream]);
  return () => client.end();
};
