// The platform as one process, as `npm start` runs it: casework, projections and policies. Tells its parent where it listens, and gives
// tokens for whom it is asked.
import { openPlatform } from '@perspectief/assembly';
import { createCasework } from '@perspectief/casework';
import { keysOfEnvironment } from '@perspectief/privacy';
import { testIssuer } from '@perspectief/sign-in/testing';
import { Worker } from '@perspectief/worker';

const many = Number.MAX_SAFE_INTEGER;
const platform = await openPlatform({ databaseUrl: process.env.DATABASE_URL, keys: keysOfEnvironment(process.env) });
const issuer = await testIssuer();
const app = await createCasework({
  platform,
  signIn: { issuer: issuer.settings, publicUrl: () => 'http://127.0.0.1' },
  production: true,
  // A few people stand for a city here.
  rateLimits: { perPerson: many, perAddress: many, signIn: many, denied: many },
});
await app.listen(0, '127.0.0.1');
const worker = new Worker(platform);
worker.start();

const leave = async () => {
  await app.close();
  await worker.stop();
  await platform.close();
  await issuer.close();
  process.exit(0);
};

process.on('message', async ({ coach, leave: leaving }) => {
  if (leaving) return void leave();
  await platform.directory.put({ id: coach, municipality: 'groningen', role: 'neighbourhood-coach', name: coach, area: 'beijum' });
  process.send({ coach, token: await issuer.tokenFor({ id: coach, role: 'neighbourhood-coach' }) });
});
process.on('disconnect', () => process.exit(0));
process.send({ url: await app.getUrl() });
