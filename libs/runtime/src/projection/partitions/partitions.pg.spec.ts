import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Unavailable } from '@perspectief/event-store';
import { deriveId } from '@perspectief/kernel';
import { jarProjection, openJars, seenProjection, type Jars } from '../../testing/jar-platform.js';
import type { Projection } from '../projection.js';
import { partitionOf } from './share.js';

const jars = Array.from({ length: 24 }, (_, n) => deriveId('shared out', n));
let platform: Jars;

beforeEach(async () => {
  platform = await openJars();
  await fill(0, 2);
});
afterEach(() => platform.close());

const fill = async (from: number, to: number): Promise<void> => {
  for (let n = from; n < to; n += 1) await Promise.all(jars.map((jar) => platform.add(jar, 1, n)));
};

const places = (reader = 'seen'): Promise<{ partition: number; position: string; epoch: string }[]> =>
  platform.database.query(`select partition, position, epoch from runtime.checkpoints where reader = $1 order by partition`, [reader]);

/** Every partition has read all, and there are so many. */
const atRest = async (partitions: number, reader = 'seen', within = 20_000): Promise<void> => {
  const head = await platform.store.head();
  const until = Date.now() + within;
  for (;;) {
    const now = await places(reader);
    if (now.length === partitions && now.every(({ position }) => position === head)) return;
    if (Date.now() > until) throw new Error(`not at rest: ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Each event once, in the order of its stream. */
const seenOnceInOrder = async (versions: number): Promise<void> => {
  const rows = (await platform.database.query(`select stream, array_agg(version order by n) as versions from shelf.seen group by stream`)) as { stream: string; versions: number[] }[];
  expect(rows).toHaveLength(jars.length);
  for (const row of rows) expect(row.versions).toEqual(Array.from({ length: versions }, (_, n) => n + 1));
};

const during = async (runs: readonly Promise<void>[], ending: AbortController, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } finally {
    ending.abort();
    await Promise.all(runs);
  }
};

test('partitions have checkpoints of their own, and give together what one gives', async () => {
  const ending = new AbortController();
  await during([platform.runner(seenProjection(), 3).run(ending.signal)], ending, async () => {
    await atRest(3);
    await fill(2, 4);
    await atRest(3);
  });
  await seenOnceInOrder(4);
  expect((await platform.runner(seenProjection()).status())[0]?.partitions).toHaveLength(3);
});

test('two workers share them; when one is killed the other takes over, and nothing is given twice', async () => {
  const ending = new AbortController();
  const [mine] = [platform.runner(seenProjection(), 4).run(ending.signal)];
  await during([mine], ending, async () => {
    await atRest(4);
    const other = fork(join(import.meta.dirname, '../../testing/follow-in-a-process.mjs'), [platform.url], { stdio: 'inherit', execArgv: [] });
    const holders = async (): Promise<number> => Number(((await platform.database.query(`select count(distinct worker) from runtime.claims`)) as { count: string }[])[0]?.count);
    for (let tries = 0; tries < 400 && (await holders()) < 2; tries += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await holders()).toBe(2);
    const filling = fill(2, 8);
    await new Promise((resolve) => setTimeout(resolve, 150));
    other.kill('SIGKILL');
    await filling;
    await atRest(4);
  });
  await seenOnceInOrder(8);
}, 60_000);

test('more of them, and fewer: each time all come to one place first, however uneven they were', async () => {
  const once = async (partitions: number): Promise<void> => {
    const ending = new AbortController();
    await during([platform.runner(seenProjection(), partitions).run(ending.signal)], ending, () => atRest(partitions));
  };
  await once(3);
  await fill(2, 5);
  // Two of three are behind: as far as each had come when its worker died.
  const uneven: Projection = { ...seenProjection(), apply: async (events, tables, share) => {
    if (events.some(({ stream }) => partitionOf(stream, 3) !== 1)) throw new Unavailable(new Error('not these'));
    await seenProjection().apply(events, tables, share);
  } };
  const ending = new AbortController();
  const stumbling = platform.runner(uneven).run(ending.signal);
  const head = await platform.store.head();
  for (let tries = 0; tries < 400 && (await places())[1]?.position !== head; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  ending.abort();
  await stumbling;
  expect(new Set((await places()).map(({ position }) => position)).size).toBe(2);
  await once(5);
  await once(2);
  await seenOnceInOrder(5);
  await fill(5, 6);
  await once(1);
  await seenOnceInOrder(6);
}, 60_000);

test('what is parked waits in the partition of its stream, also when they are shared out anew; a retry takes it in order', async () => {
  const [poisoned] = jars;
  let mended = false;
  const broken: Projection = { ...jarProjection(), apply: async (events, tables, share) => {
    if (!mended && events.some(({ stream, streamVersion }) => stream === `jar-${poisoned}` && streamVersion === 2)) throw new RangeError('no');
    await jarProjection().apply(events, tables, share);
  } };
  const run = async (partitions: number): Promise<void> => {
    const ending = new AbortController();
    await during([platform.runner(broken, partitions).run(ending.signal)], ending, () => atRest(partitions, 'jars'));
  };
  await run(2);
  await fill(2, 3);
  await run(3);
  const parked = await platform.runner(broken).parked('jars');
  expect(parked.map(({ partition, streamVersion, error }) => [partition, streamVersion, error])).toEqual([
    [partitionOf(`jar-${poisoned}`, 3), 2, 'RangeError'],
    [partitionOf(`jar-${poisoned}`, 3), 3, undefined],
  ]);
  mended = true;
  expect(await platform.runner(broken).retry('jars')).toEqual([{ stream: `jar-${poisoned}`, applied: 2, left: 0 }]);
  const rows = (await platform.rows()) as { version: number }[];
  expect(rows.map(({ version }) => version)).toEqual(jars.map(() => 3));
}, 60_000);
