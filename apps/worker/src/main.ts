import { openPlatform } from '@perspectief/assembly';
import { Worker } from './worker.js';

// The worker by itself, on a server: projections, policies, the clock.
const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) {
  process.stderr.write('DATABASE_URL says which server to use; npm start brings one of its own.\n');
  process.exit(2);
}
const platform = await openPlatform({ databaseUrl });
const worker = new Worker(platform);
const stop = async (): Promise<void> => {
  await worker.stop();
  await platform.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
worker.start();
process.stdout.write('worker runs\n');
