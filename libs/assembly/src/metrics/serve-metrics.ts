import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics } from 'prom-client';
import type { Platform } from '../platform.js';

export interface MetricsPlace {
  readonly host: string;
  /** 0 is any. */
  readonly port: number;
}

/** METRICS_PORT, and METRICS_HOST where not this machine alone may ask. Undefined: nobody may. */
export const metricsPlace = (env: NodeJS.ProcessEnv): MetricsPlace | undefined => {
  const text = env['METRICS_PORT'];
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`METRICS_PORT wants a number from 0 to 65535, not ${text}`);
  return { host: env['METRICS_HOST'] ?? '127.0.0.1', port };
};

interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const WAITING = `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(noted_at)), 0)::float8 as oldest
  from runtime.reactions where state = 'pending'`;

const poolOf = ({ driver }: Platform['database']): Pool | undefined => (driver as unknown as { readonly master?: Pool }).master;

/** What is looked up at the moment that somebody asks. */
const look = async ({ meters, standings, database, readerLog }: Platform): Promise<void> => {
  const pool = poolOf(database);
  if (pool) {
    meters.connections.set({ state: 'used' }, pool.totalCount - pool.idleCount);
    meters.connections.set({ state: 'idle' }, pool.idleCount);
    meters.connections.set({ state: 'waiting' }, pool.waitingCount);
  }
  meters.waitingLooks.set(readerLog.waitingLooks);
  const now = await standings();
  // A partition that is no more has no figure.
  for (const gauge of [meters.behind, meters.lag, meters.age]) gauge.reset();
  for (const { reader, partition, behind, lagSeconds, ageSeconds } of now) {
    meters.behind.set({ reader, partition }, behind);
    meters.lag.set({ reader, partition }, lagSeconds);
    meters.age.set({ reader, partition }, ageSeconds);
  }
  const [reactions] = (await database.query(WAITING)) as { waiting: number; oldest: number }[];
  meters.waitingReactions.set(reactions?.waiting ?? 0);
  meters.oldestReaction.set(reactions?.oldest ?? 0);
};

/** Figures as Prometheus reads them. Without the database those of this process are still there. */
export const metricsText = async (platform: Platform): Promise<string> => {
  await look(platform).catch(() => undefined);
  return platform.meters.registry.metrics();
};

/**
 * `/metrics` on a port of its own: the port that people use has no page that tells how busy a city is, whoever asks, and no rule in a
 * proxy has to hold for that. Answers where it listens and how it ends.
 */
export const serveMetrics = async (platform: Platform, { host, port }: MetricsPlace): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const { registry } = platform.meters;
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
    metricsText(platform).then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}/metrics`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
};
