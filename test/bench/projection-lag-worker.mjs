// The other process of the bench of lag: follows the log, and tells when it has read what; or runs the projections.
import { openPlatform } from '../../libs/assembly/dist/index.js';
import { keysInMemory, readKeyRing } from '../../libs/privacy/dist/index.js';

const [role, databaseUrl] = process.argv.slice(2);
const platform = await openPlatform({ databaseUrl, keys: keysInMemory(readKeyRing(process.env.MASTER_KEYS)) });
const never = new AbortController().signal;
process.on('disconnect', () => process.exit(0));
if (role === 'projections') {
  void platform.projections.run(never);
  setTimeout(() => process.send('ready'), 1_500);
} else {
  const after = await platform.store.head();
  setTimeout(() => process.send({ positions: [], at: 0 }), 500);
  for await (const events of platform.store.subscribe({ after, signal: never }))
    process.send({ positions: events.map(({ position }) => position), at: performance.timeOrigin + performance.now() });
}
