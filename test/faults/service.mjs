// One service of the platform in a process of its own, on a clock that jumps. It is killed, stopped and cut off from outside.
import { jump, standAt } from './jumping-date.mjs';
import { openPlatform } from '@perspectief/assembly';
import { wireCodeOf } from '@perspectief/edge';
import { keysOfEnvironment } from '@perspectief/privacy';
import { probeRunner } from './probe.mjs';

const [role, startsAt] = process.argv.slice(2);
standAt(startsAt);
/** Workers share these out among them. */
const PARTITIONS = Number(process.env.PROJECTION_PARTITIONS) || undefined;
const tell = (message) => process.connected && process.send(message);
const named = (error) => ({ name: error?.name ?? 'unknown', says: `${error?.message} ${error?.cause?.message ?? ''}`.trim(), stack: error?.stack });

const platform = await openPlatform({
  databaseUrl: process.env.DATABASE_URL,
  keys: keysOfEnvironment(process.env),
  poolSize: 6,
  partitions: PARTITIONS,
  complain: (what, error) => tell({ complaint: what, ...named(error) }),
});

const ending = new AbortController();
const running = [];
const follow = () => {
  const { signal } = ending;
  running.push(platform.projections.run(signal), platform.policies.run(signal), platform.clockDriver.run(signal, 500));
  running.push(probeRunner(platform, (what, error) => tell({ complaint: what, ...named(error) }), PARTITIONS).run(signal));
};

const answer = async ({ ask, request }) => {
  try {
    tell({ ask, answer: await platform.path.handle(request) });
  } catch (error) {
    tell({ ask, error: { ...named(error), told: wireCodeOf(error) } });
  }
};

const leave = async () => {
  ending.abort();
  await Promise.allSettled(running);
  await platform.close().catch(() => undefined);
  process.exit(0);
};

process.on('message', (message) => {
  if (message.request) void answer(message);
  else if (message.jump !== undefined) jump(message.jump);
  else if (message.leave) void leave();
});
process.on('disconnect', () => process.exit(0));
if (role === 'worker') follow();
tell({ ready: true });
