import { giveUp, metricsPlace, openedOrGiveUp, openPlatform, orGiveUp, serveMetrics, tracingFrom } from '@perspectief/assembly';
import { ENVIRONMENT, keysOfEnvironment } from '@perspectief/privacy';
import { hardeningFrom } from './hardening/index.js';
import { demandSafeAddress } from './loopback.js';
import { reportFault } from './report-fault.js';
import { createCasework } from './service.js';
import { cityIssuer } from './sign-in/index.js';

// The casework service by itself, on a server; the worker runs elsewhere.
const host = process.env['HOST'] ?? '127.0.0.1';
const port = Number(process.env['PORT'] ?? 3000);
const databaseUrl = process.env['DATABASE_URL'] ?? giveUp('DATABASE_URL says which server to use; npm start brings one of its own.');
const signIn = orGiveUp(() => cityIssuer(process.env)) ?? giveUp('OIDC_ISSUER says where people sign in; npm start brings a demonstration of its own.');
orGiveUp(() => demandSafeAddress(host, signIn));
const keys = orGiveUp(() => keysOfEnvironment(process.env)) ?? giveUp(`${ENVIRONMENT} holds the master keys of personal data: perspectief keys --help.`);
const metricsAt = orGiveUp(() => metricsPlace(process.env));
const tracing = await tracingFrom(process.env, 'perspectief-casework');
const platform = await openedOrGiveUp(openPlatform({ databaseUrl, eventStoreUrl: process.env['EVENT_STORE_URL'], keys, tracing }));
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
