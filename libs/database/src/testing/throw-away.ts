import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startEmbedded } from '../embedded.js';

export interface ThrowAwayDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export interface TestServer {
  readonly name: string;
  /** Undefined: the embedded server of this run. */
  readonly url: string | undefined;
}

/** The embedded server, and the installed one where SERVER_DATABASE_URL or DATABASE_URL names it. */
export const testServers = (): readonly TestServer[] => {
  const installed = process.env['SERVER_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  const first = { name: 'default server', url: process.env['TEST_DATABASE_URL'] };
  return installed ? [first, { name: 'installed server', url: installed }] : [first];
};

/** One server for a whole run of jest: the first that asks starts it, the others find it running; teardown stops it. */
const serverOfThisRun = async (): Promise<string> => {
  const dataDir = process.env['PERSPECTIEF_TEST_RUN'];
  if (!dataDir) throw new Error('no database for tests: let jest run the globalSetup of libs/database, or set TEST_DATABASE_URL to a server');
  const server = await startEmbedded({ dataDir, initFlags: ['--no-sync'], settings: { max_connections: '200', max_wal_size: '256MB' } });
  return server.url;
};

const onServer = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

/** A fresh, empty database on a real server, gone after `drop()`. */
export const throwAwayDatabase = async (server: string | undefined = process.env['TEST_DATABASE_URL']): Promise<ThrowAwayDatabase> => {
  const url = server ?? (await serverOfThisRun());
  const name = `throw_away_${randomBytes(8).toString('hex')}`;
  await onServer(url, `create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => onServer(url, `drop database if exists ${name} with (force)`) };
};
