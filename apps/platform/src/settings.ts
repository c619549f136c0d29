import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cityIssuer, type SignInSettings } from '@perspectief/casework';

/** What `npm start` may be told, by flag or by environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** A server of your own; without it the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Where the log is when it is not in the database. */
  readonly eventStoreUrl: string | undefined;
  readonly dataDir: string;
  readonly demo: boolean;
  /** How many households the demo makes up, 1 to 20,000. */
  readonly households: number;
  readonly production: boolean;
  /** Whether the evaluation service runs beside casework. */
  readonly evaluation: boolean;
  /** The database under the evaluation's own login; the embedded one makes it itself. */
  readonly evaluationUrl: string | undefined;
  /** Where a city's own people sign in; without it, the demonstration's sign-in. */
  readonly city: SignInSettings | undefined;
}

export const USAGE = `npm start -- [options]

  --port N       port of the API (default 3000, or PORT)
  --host HOST    127.0.0.1, ::1 or localhost; others once people sign in at an issuer of your own
  --data DIR     where the embedded database lives (default .perspectief/data, or PERSPECTIEF_DATA)
  --no-demo      start empty: no demo households
  --households N how many households the demo has (default 500)
  --no-evaluation  casework alone: no studies, no data sets
  --help         this text

DATABASE_URL=postgresql://… uses a server of your own; the demo then comes only with --demo.
EVALUATION_DATABASE_URL=postgresql://… is that server under the login of the evaluation (docs/how-to/evaluation.md).
EVENT_STORE_URL=esdb://… keeps the log in KurrentDB or EventStoreDB (docs/how-to/kurrentdb.md).
OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL let people sign in at an issuer of your own; without them
the demonstration's sign-in asks for no password (docs/how-to/sign-in.md).`;

const root = resolve(import.meta.dirname, '../../..');

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port wants a number from 0 to 65535, not ${text}`);
  return port;
};

const householdsOf = (text: string): number => {
  const households = Number(text);
  if (!Number.isInteger(households) || households < 1 || households > 20_000) throw new Error(`--households wants a number from 1 to 20000, not ${text}`);
  return households;
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
      households: { type: 'string' },
      evaluation: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return undefined;
  const databaseUrl = values.data ? undefined : env['DATABASE_URL'];
  const production = env['NODE_ENV'] === 'production';
  const city = cityIssuer(env);
  if (production && !city) throw new Error('in production people sign in at an issuer of your own: set OIDC_ISSUER (docs/how-to/sign-in.md)');
  return {
    host: values.host ?? env['HOST'] ?? '127.0.0.1',
    port: portOf(values.port ?? env['PORT'] ?? '3000'),
    databaseUrl,
    eventStoreUrl: env['EVENT_STORE_URL'],
    dataDir: resolve(values.data ?? env['PERSPECTIEF_DATA'] ?? join(root, '.perspectief', 'data')),
    demo: values.demo ?? databaseUrl === undefined,
    households: householdsOf(values.households ?? '500'),
    production,
    evaluation: values.evaluation ?? true,
    evaluationUrl: (databaseUrl && env['EVALUATION_DATABASE_URL']) || undefined,
    city,
  };
};
