import { deriveId, type Recorded } from '@perspectief/kernel';
import { jarProjection, openJars, type Jars } from '../testing/jar-platform.js';
import { PoisonInRebuild } from './beside/errors.js';
import { ChangeFeed } from './change-feed.js';
import type { Projection } from './projection.js';
import { ReadGate } from './read-gate.js';

const [a, b, c] = [deriveId('a'), deriveId('b'), deriveId('c')] as const;
type Apply = Projection['apply'];
const apply: Apply = (events, tables, share) => jarProjection().apply(events, tables, share);

/** For machines that are busy; nothing waits so long by itself. */
const LONG = 60_000;

let platform: Jars;
/** Streams with the version over which the projection stumbles; emptied, it is mended. */
let poison: Map<string, number>;

const isPoisoned = ({ stream, streamVersion }: Recorded): boolean => poison.get(stream) === streamVersion;
const failing = (events: readonly Recorded[]): Recorded | undefined => events.find(isPoisoned);
const projection = (): Projection => ({
  ...jarProjection(),
  apply: async (events, tables, share) => {
    await apply(events, tables, share);
    if (failing(events)) throw new RangeError('the marbles of somebody by name');
  },
});

beforeEach(async () => {
  platform = await openJars();
  poison = new Map([[`jar-${a}`, 2]]);
  for (let n = 0; n < 4; n += 1) for (const jar of [a, b, c]) await platform.add(jar, 1, n);
});
afterEach(() => platform.close());

/** Follows the log until all of it was read, or parked. */
const followToTheEnd = async (chosen = projection()): Promise<void> => {
  const ending = new AbortController();
  const following = platform.runner(chosen).run(ending.signal);
  const feed = new ChangeFeed(platform.url);
  await feed.open();
  const reached = await new ReadGate(platform.database, feed).reached(['jars'], (await platform.store.head()) ?? '', LONG);
  ending.abort();
  await following;
  await feed.close();
  expect(reached).toBe(true);
};

const row = (jar: string, version: number) => ({ stream: `jar-${jar}`, version, marbles: version });
const rowsAre = async (...rows: readonly ReturnType<typeof row>[]): Promise<void> =>
  expect(await platform.rows()).toEqual([...rows].sort((x, y) => (x.stream < y.stream ? -1 : 1)));
const parked = async (): Promise<unknown[]> => (await platform.runner(projection()).parked('jars')).map(({ stream, streamVersion, error, attempts }) => [stream, streamVersion, error, attempts]);

test('trap 8: an event that a projection cannot take is parked with the later ones of its stream; other streams go on', async () => {
  await followToTheEnd();
  await rowsAre(row(a, 1), row(b, 4), row(c, 4));
  expect(await parked()).toEqual([
    [`jar-${a}`, 2, 'RangeError', 1],
    [`jar-${a}`, 3, undefined, 0],
    [`jar-${a}`, 4, undefined, 0],
  ]);
  expect(await platform.runner(projection()).status()).toMatchObject([{ behind: 0, parked: 3 }]);
}, LONG);

test('trap 8: what comes later for that stream waits behind it, though it could be taken', async () => {
  await followToTheEnd();
  await platform.add(a, 1, 9);
  await platform.runner(projection()).catchUp();
  await rowsAre(row(a, 1), row(b, 4), row(c, 4));
  expect(await parked()).toHaveLength(4);
}, LONG);

test('trap 8: the words of an error are kept nowhere: they may be personal', async () => {
  await followToTheEnd();
  expect(JSON.stringify(await platform.database.query('select * from runtime.parked_events'))).not.toContain('somebody');
  expect(JSON.stringify(await platform.database.query('select * from runtime.checkpoints'))).not.toContain('somebody');
}, LONG);

test('trap 8: mended and tried again, it takes them in the order of the stream, and nothing is parked', async () => {
  await followToTheEnd();
  poison.clear();
  const given: number[] = [];
  const watched: Projection = { ...projection(), apply: async (events, tables, share) => {
    given.push(...events.map(({ streamVersion }) => streamVersion));
    await apply(events, tables, share);
  } };
  expect(await platform.runner(watched).retry('jars')).toEqual([{ stream: `jar-${a}`, applied: 3, left: 0 }]);
  expect(given).toEqual([2, 3, 4]);
  await rowsAre(row(a, 4), row(b, 4), row(c, 4));
  expect(await parked()).toEqual([]);
}, LONG);

test('trap 8: tried again too early, it stops at the first that still fails, and leaves nothing of that', async () => {
  await followToTheEnd();
  poison.set(`jar-${a}`, 3);
  expect(await platform.runner(projection()).retry('jars')).toEqual([{ stream: `jar-${a}`, applied: 1, left: 2 }]);
  await rowsAre(row(a, 2), row(b, 4), row(c, 4));
  expect(await parked()).toEqual([
    [`jar-${a}`, 3, 'RangeError', 1],
    [`jar-${a}`, 4, undefined, 0],
  ]);
}, LONG);

test('a retry beside a runner that follows: nothing is lost between them, and nothing is given before its turn', async () => {
  await followToTheEnd();
  poison.clear();
  const ending = new AbortController();
  const following = platform.runner(projection()).run(ending.signal);
  const adding = (async () => {
    for (let n = 10; n < 16; n += 1) await platform.add(a, 1, n);
  })();
  for (let left = 1; left > 0; ) left = (await platform.runner(projection()).retry('jars')).reduce((sum, one) => sum + one.left, 0);
  await adding;
  ending.abort();
  await following;
  await platform.runner(projection()).catchUp();
  await platform.runner(projection()).retry('jars');
  await rowsAre(row(a, 10), row(b, 4), row(c, 4));
  expect(await parked()).toEqual([]);
}, LONG);

test('trap 8: a rebuild is strict: it ends at the event, parks nothing, and once it stands in place nothing is parked any more', async () => {
  await followToTheEnd();
  await expect(platform.runner(projection()).rebuild('jars')).rejects.toBeInstanceOf(PoisonInRebuild);
  expect(await parked()).toHaveLength(3);
  await rowsAre(row(a, 1), row(b, 4), row(c, 4));
  poison.clear();
  await platform.runner(projection()).rebuild('jars');
  await rowsAre(row(a, 4), row(b, 4), row(c, 4));
  expect(await parked()).toEqual([]);
}, LONG);

test('trouble that passes parks nothing, however often it comes', async () => {
  poison.clear();
  let troubles = 5;
  const cutOff: Projection = { ...jarProjection(), apply: async (events, tables, share) => {
    if ((troubles -= 1) >= 0) throw Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
    await apply(events, tables, share);
  } };
  await followToTheEnd(cutOff);
  await rowsAre(row(a, 4), row(b, 4), row(c, 4));
  expect(await parked()).toEqual([]);
}, LONG);

test('with too many streams that wait, it is not the events: it parks no more, and stops where it is', async () => {
  poison.clear();
  const jars = Array.from({ length: 101 }, (_, n) => deriveId('many', n));
  for (const jar of jars) await platform.add(jar, 1, 1);
  for (const jar of jars) poison.set(`jar-${jar}`, 1);
  const ending = new AbortController();
  const following = platform.runner(projection()).run(ending.signal);
  const stopped = async (): Promise<boolean> => {
    const [row] = await platform.runner(projection()).status();
    return row?.error === 'TooManyParked';
  };
  while (!(await stopped())) await new Promise((resolve) => setTimeout(resolve, 20));
  ending.abort();
  await following;
  expect(await parked()).toEqual([]);
}, LONG);
