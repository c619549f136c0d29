import pg from 'pg';

/**
 * For every pool: a session that the server ends in the same breath in which it is handed out has nobody who listens yet, and an
 * error that nobody hears ends the process. Whoever asks something of that session hears of it anyway.
 */
export const outlivesItsSessions = {
  onConnect: (client: pg.ClientBase): void => { client.on('error', () => undefined); },
} as const;

/** A transaction that was begun and left open holds back every reader of the log, so the server ends it. */
const LIMITS = { max: 10, idle_in_transaction_session_timeout: 30_000, statement_timeout: 60_000, connectionTimeoutMillis: 10_000, keepAlive: true } as const;

/** A pool as the log wants it; what is given goes before the defaults. */
export const logPool = (database: pg.PoolConfig | string): pg.Pool =>
  new pg.Pool({ application_name: 'perspectief log', ...LIMITS, ...outlivesItsSessions, ...(typeof database === 'string' ? { connectionString: database } : database) });
