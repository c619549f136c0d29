import pg from 'pg';

/**
 * One connection for one piece of work. A connection that breaks while nothing is asked says so in an event, and an event that nobody
 * hears ends the process: here the piece of work fails instead, and its caller decides.
 */
export const onOneConnection = async <T>(config: pg.ClientConfig & { readonly connectionString: string }, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    // It may be gone already, and what went wrong is known by then.
    await client.end().catch(() => undefined);
  }
};
