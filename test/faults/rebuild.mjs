// Rebuilds one read model in a process of its own, in small steps; it is killed on its way.
import { standAt } from './jumping-date.mjs';
import { openPlatform } from '@perspectief/assembly';
import { keysOfEnvironment } from '@perspectief/privacy';

const [name, startsAt] = process.argv.slice(2);
standAt(startsAt);
const platform = await openPlatform({ databaseUrl: process.env.DATABASE_URL, keys: keysOfEnvironment(process.env), poolSize: 4, complain: () => undefined });
await platform.projections.rebuild(name, { batchSize: 40 }).finally(() => platform.close());
process.exit(0);
