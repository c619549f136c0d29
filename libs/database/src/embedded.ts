import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { prepareCluster, type Cluster } from './cluster.js';
import { DatabaseFailure } from './failure.js';
import { claim, type Claim } from './launcher.js';
import { onOneConnection } from './one-connection.js';
import { freePort, isAlive, lastLogLines, runningPostmaster, spawnPostmaster, stopPostmaster, type Postmaster } from './postmaster.js';

export interface EmbeddedOptions {
  /** Kept between starts: the cluster, its password and its log. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Extra server settings, such as `{ wal_writer_delay: '10s' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly initFlags?: readonly string[];
  readonly database?: string;
  /** A restore fills this folder: the one that may start while the folder is marked. */
  readonly restoring?: boolean;
}

export interface EmbeddedServer {
  readonly url: string;
  readonly version: string;
  readonly pid: number;
  /** Stops the server, unless another process that is still there started it. */
  stop(): Promise<void>;
  /** Calls once when the server dies by itself. */
  onDeath(listener: () => void): void;
}

/** After a kill -9 the first start may fail while the old processes leave; three seconds later none did. */
const BACK_OFF = [100, 300, 600, 1000, 2000];
const READY_WITHIN = 60_000;
const LOOK_EVERY = 1_000;

const urlOf = (cluster: Cluster, port: number, database: string): string =>
  `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

const within = <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => onOneConnection({ connectionString: url, connectionTimeoutMillis: 5000 }, work);

/** Answers the running server, or undefined when it died on the way up. */
const untilReady = async (cluster: Cluster, hasDied: () => boolean): Promise<Postmaster | undefined> => {
  for (const end = Date.now() + READY_WITHIN; Date.now() < end && !hasDied(); await pause(25)) {
    const found = await runningPostmaster(cluster);
    if (found?.ready) return found;
  }
  return undefined;
};

const launch = async (cluster: Cluster, options: EmbeddedOptions): Promise<Postmaster | undefined> => {
  const child = await spawnPostmaster(cluster, await freePort(), options.settings ?? {});
  let died = false;
  child.once('exit', () => { died = true; }).once('error', () => { died = true; });
  return untilReady(cluster, () => died);
};

/** A server that outlived its launcher is taken over: a second one on the same folder would be refused. */
const reuse = async (cluster: Cluster): Promise<Postmaster | undefined> => {
  const found = await runningPostmaster(cluster);
  if (!found) return undefined;
  const end = Date.now() + 10_000;
  const ready = await untilReady(cluster, () => Date.now() > end);
  if (!ready) return undefined;
  return within(urlOf(cluster, ready.port, 'postgres'), (client) => client.query('select 1')).then(() => ready, () => undefined);
};

const reuseOrLaunch = async (cluster: Cluster, options: EmbeddedOptions): Promise<Postmaster & { readonly launched: boolean }> => {
  for (const wait of BACK_OFF) {
    const reused = await reuse(cluster);
    if (reused) options.log?.(`reusing the database that runs as process ${reused.pid}`);
    const found = reused ?? (await launch(cluster, options));
    if (found) return { ...found, launched: reused === undefined };
    options.log?.('the database did not start; once more');
    await pause(wait);
  }
  throw new DatabaseFailure(`the database in ${cluster.folder} does not start. Its last words:\n${await lastLogLines(cluster)}`);
};

const ensureDatabase = (url: string, name: string): Promise<string> =>
  within(url, async (client) => {
    const there = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (there.rowCount === 0) {
      // 42P04 and 23505: another launcher made it at the same moment.
      await client.query(`create database ${client.escapeIdentifier(name)}`).catch((error: { code?: string }) => {
        if (error.code !== '42P04' && error.code !== '23505') throw error;
      });
    }
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? 'unknown';
  });

const serverOf = async (cluster: Cluster, running: Postmaster, held: Claim, database: string): Promise<EmbeddedServer> => {
  const version = await ensureDatabase(urlOf(cluster, running.port, 'postgres'), database);
  let watch: NodeJS.Timeout | undefined;
  const stop = async (): Promise<void> => {
    clearInterval(watch);
    if (await held.release()) await stopPostmaster(cluster);
  };
  const onDeath = (listener: () => void): void => {
    watch = setInterval(() => {
      void isAlive(running.pid).then((alive) => {
        if (alive) return;
        clearInterval(watch);
        listener();
      });
    }, LOOK_EVERY).unref();
  };
  return { url: urlOf(cluster, running.port, database), version, pid: running.pid, stop, onDeath };
};

/** The file that marks a folder while a restore fills it. */
export const UNFINISHED_RESTORE = 'restore-unfinished';

const demandFinished = async (folder: string): Promise<void> => {
  const marked = await access(join(folder, UNFINISHED_RESTORE)).then(() => true, () => false);
  if (marked) throw new DatabaseFailure(`${folder} holds a restore that was not finished: remove the folder, and restore again`);
};

/** A real PostgreSQL from an npm package, in a folder of ours: no root, no Docker, no installed server. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  if (!options.restoring) await demandFinished(options.dataDir);
  const cluster = await prepareCluster(options.dataDir, options.initFlags ?? []);
  const running = await reuseOrLaunch(cluster, options);
  return serverOf(cluster, running, await claim(cluster.folder, running.launched), options.database ?? 'perspectief');
};
