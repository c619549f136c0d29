import { metricsPlace, openPlatform, serveMetrics, tracingFrom } from '@perspectief/assembly';
import { ENVIRONMENT, keysOfEnvironment } from '@perspectief/privacy';
import { hardeningFrom } from './hardening/index.js';
import { demandSafeAddress } from './loopback.js';
import { reportFault } from './report-fault.js';
import { createCasework } from './service.js';
import { cityIssuer } from './sign-in/index.js';

const giveUp = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

/** From the environment, or a sentence about what is wrong with it. */
const read = <T>(reading: () => T): T => {
  try {
    return reading();
  } catch (error) {
    return giveUp(error instanceof Error ? error.message : 'the settings cannot be read');
  }
};

// The casework service by itself, on a server; the worker runs elsewhere.
const host = process.env['HOST'] ?? '127.0.0.1';
const port = Number(process.env['PORT'] ?? 3000);
const databaseUrl = process.env['DATABASE_URL'] ?? giveUp('DATABASE_URL says which server to use; npm start brings one of its own.');
const signIn = read(() => cityIssuer(process.env)) ?? giveUp('OIDC_ISSUER says where people sign in; npm start brings a demonstration of its own.');
read(() => demandSafeAddress(host, signIn));
const keys = read(() => keysOfEnvironment(process.env)) ?? giveUp(`${ENVIRONMENT} holds the master keys of personal data: perspectief keys --help.`);
const metricsAt = read(() => metricsPlace(process.env));
const tracing = await tracingFrom(process.env, 'perspectief-casework');
const platform = await openPlatform({ databaseUrl, eventStoreUrl: process.env['EVENT_STORE_URL'], keys, tracing });
const app = await createCasework({ platform, signIn, production: process.env['NODE_ENV'] === 'production', report: reportFault, ...hardeningFrom(process.env) });
const metrics = metricsAt && (await serveMetrics(platform, metricsAt));
const stop = async (): Promise<void> => {
  await app.close();
  await metrics?.close();
  await platform.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
await app.listen(port, host);
process.stdout.write(`casework listens on http://${host}:${port}/graphql\n`);
