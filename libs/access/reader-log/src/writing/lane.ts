import pg from 'pg';
import type { Statement } from './statements.js';

interface Connection {
  readonly client: pg.Client;
  readonly ready: Promise<unknown>;
}

/** A connection for one statement after another: opened when it is needed, and again after one that failed. */
export class Lane {
  private connection: Connection | undefined;

  constructor(private readonly settings: pg.ClientConfig) {}

  async query<Row extends object>(statement: Statement): Promise<readonly Row[]> {
    const connection = (this.connection ??= this.connect());
    try {
      await connection.ready;
      return (await connection.client.query<Row>(statement as pg.QueryConfig)).rows;
    } catch (error) {
      void this.drop(connection);
      throw error;
    }
  }

  async end(): Promise<void> {
    if (this.connection) await this.drop(this.connection);
  }

  private connect(): Connection {
    const client = new pg.Client(this.settings);
    const connection = { client, ready: client.connect() };
    client.on('error', () => void this.drop(connection));
    return connection;
  }

  private async drop(connection: Connection): Promise<void> {
    if (this.connection === connection) this.connection = undefined;
    await connection.client.end().catch(() => undefined);
  }
}
