import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm start` may be told, by flag or by environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** A server of your own; without it the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly demo: boolean;
  readonly production: boolean;
}

export const USAGE = `npm start -- [options]

  --port N       port of the API (default 3000, or PORT)
  --host HOST    127.0.0.1, ::1 or localhost (there is no sign-in yet)
  --data DIR     where the embedded database lives (default .perspectief/data, or PERSPECTIEF_DATA)
  --no-demo      start empty: no demo households
  --help         this text

DATABASE_URL=postgresql://… uses a server of your own; the demo then comes only with --demo.`;

const root = resolve(import.meta.dirname, '../../..');

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port wants a number from 0 to 65535, not ${text}`);
  return port;
};

/** Reads flags and environment; undefined when help was asked for. Throws with a sentence on anything unknown. */
export const readSettings = (args: readonly string[], env: NodeJS.ProcessEnv): Settings | undefined => {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      demo: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return undefined;
  const databaseUrl = values.data ? undefined : env['DATABASE_URL'];
  return {
    host: values.host ?? env['HOST'] ?? '127.0.0.1',
    port: portOf(values.port ?? env['PORT'] ?? '3000'),
    databaseUrl,
    dataDir: resolve(values.data ?? env['PERSPECTIEF_DATA'] ?? join(root, '.perspectief', 'data')),
    demo: values.demo ?? databaseUrl === undefined,
    production: env['NODE_ENV'] === 'production',
  };
};
