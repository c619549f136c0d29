import { openPlatform } from '@perspectief/assembly';
import { demandLoopback } from './loopback.js';
import { createCasework } from './service.js';

// The casework service by itself, on a server; the worker runs elsewhere.
const host = process.env['HOST'] ?? '127.0.0.1';
const port = Number(process.env['PORT'] ?? 3000);
const databaseUrl = process.env['DATABASE_URL'];
demandLoopback(host);
if (!databaseUrl) {
  process.stderr.write('DATABASE_URL says which server to use; npm start brings one of its own.\n');
  process.exit(2);
}
const platform = await openPlatform({ databaseUrl });
const app = await createCasework({ platform, production: process.env['NODE_ENV'] === 'production' });
const stop = async (): Promise<void> => {
  await app.close();
  await platform.close();
  process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
await app.listen(port, host);
process.stdout.write(`casework listens on http://${host}:${port}/graphql\n`);
