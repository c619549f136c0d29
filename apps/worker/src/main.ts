import { giveUp, metricsPlace, openedOrGiveUp, openPlatform, orGiveUp, serveMetrics, tracingFrom } from '@perspectief/assembly';
import { ENVIRONMENT, keysOfEnvironment } from '@perspectief/privacy';
import { partitionsFrom } from './partitions.js';
import { Worker } from './worker.js';

// The worker by itself, on a server: projections, and with keys to personal data also policies and the clock.
const databaseUrl = process.env['DATABASE_URL'] || giveUp('DATABASE_URL says which server to use; npm start brings one of its own.');
const partitions = orGiveUp(() => partitionsFrom(process.env));
const keys = orGiveUp(() => keysOfEnvironment(process.env));
const tracing = await tracingFrom(process.env, 'perspectief-worker');
const platform = await openedOrGiveUp(openPlatform({ databaseUrl, eventStoreUrl: process.env['EVENT_STORE_URL'], keys, partitions, tracing }));
const worker = new Worker(platform);
const metricsAt = metricsPlace(process.env);
const metrics = metricsAt && (await serveMetrics(platform, metricsAt));
const stop = async (): Promise<void> => {
  await worker.stop();
  await metrics?.close();
  await platform.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
if (keys) worker.start();
else worker.startProjections();
process.stdout.write(keys ? 'worker runs\n' : `worker runs projections alone: policies and the clock send commands, and ${ENVIRONMENT} is not set\n`);
