import { deriveId } from '@perspectief/kernel';
import { jarProjection, openJars, type Jars } from '../testing/jar-platform.js';
import { CheckpointMoved, moveCheckpoint, readCheckpoint } from './checkpoints.js';
import { ChangeFeed, type Change } from './change-feed.js';
import type { Projection } from './projection.js';
import { ReadGate } from './read-gate.js';

const jars = [deriveId('a'), deriveId('b'), deriveId('c')] as const;
let platform: Jars;

beforeEach(async () => {
  platform = await openJars();
  for (let n = 0; n < 4; n += 1) for (const jar of jars) await platform.add(jar, 1, n);
});
afterEach(() => platform.close());

const expected = jars.map((jar) => ({ stream: `jar-${jar}`, version: 4, marbles: 4 })).sort((a, b) => (a.stream < b.stream ? -1 : 1));

test('trap 6: a batch that is applied twice leaves the same rows', async () => {
  await platform.runner().catchUp();
  await platform.database.query(`update runtime.checkpoints set position = null`);
  await platform.runner().catchUp();
  expect(await platform.rows()).toEqual(expected);
});

test.each([1, 2, 3, 5, 7, 12])('trap 6: split into batches of %i, the rows are the same', async (batchSize) => {
  await platform.runner().catchUp({ batchSize });
  expect(await platform.rows()).toEqual(expected);
});

test('trap 6: rows and checkpoint are one transaction: a batch that fails leaves neither', async () => {
  const broken = { ...jarProjection(), apply: async (...[events, tables, share]: Parameters<Projection['apply']>) => {
    await jarProjection().apply(events, tables, share);
    throw new Error('the disk is full');
  } };
  await expect(platform.runner(broken).catchUp()).rejects.toThrow('the disk is full');
  expect(await platform.rows()).toEqual([]);
  expect((await readCheckpoint(platform.database.manager, 'jars', 1)).position).toBeUndefined();
  await platform.runner().catchUp();
  expect(await platform.rows()).toEqual(expected);
});

test('trap 7: a runner whose checkpoint was moved by another writes nothing', async () => {
  const stale = await readCheckpoint(platform.database.manager, 'jars', 1);
  await platform.runner().catchUp();
  const late = platform.database.transaction(async (manager) => {
    await manager.query(`update shelf.jars set marbles = 99`);
    await moveCheckpoint(manager, 'jars', stale, '9'.repeat(20));
  });
  await expect(late).rejects.toBeInstanceOf(CheckpointMoved);
  expect(await platform.rows()).toEqual(expected);
});

test('trap 7: a runner that slept through a rebuild finds its epoch gone', async () => {
  const before = await readCheckpoint(platform.database.manager, 'jars', 1);
  await platform.runner().rebuild('jars');
  const stale = { ...before, position: (await readCheckpoint(platform.database.manager, 'jars', 1)).position };
  await expect(
    platform.database.transaction((manager) => moveCheckpoint(manager, 'jars', stale, '9'.repeat(20))),
  ).rejects.toBeInstanceOf(CheckpointMoved);
});

test('trap 7: two runners on one checkpoint end with the rows of one', async () => {
  const ending = new AbortController();
  const both = Promise.all([platform.runner().run(ending.signal), platform.runner().run(ending.signal)]);
  for (let n = 4; n < 10; n += 1) for (const jar of jars) await platform.add(jar, 1, n);
  const head = (await platform.store.head()) ?? '';
  const feed = new ChangeFeed(platform.url);
  await feed.open();
  expect(await new ReadGate(platform.database, feed).reached(['jars'], head, 5_000)).toBe(true);
  ending.abort();
  await both;
  await feed.close();
  expect(await platform.rows()).toEqual(expected.map((row) => ({ ...row, version: 10, marbles: 10 })));
});

test('a rebuild gives the rows that following gave', async () => {
  await platform.runner().catchUp({ batchSize: 2 });
  const live = await platform.rows();
  await platform.runner().rebuild('jars');
  expect(await platform.rows()).toEqual(live);
});

test('a projection of another version is rebuilt before it runs', async () => {
  await platform.runner().catchUp();
  await platform.database.query(`update shelf.jars set marbles = 0`);
  const next = platform.runner({ ...jarProjection(), version: 2 });
  await next.catchUp();
  expect(await platform.rows()).toEqual(expected);
});

test('a projection that stumbles says so, waits, and goes on where it was', async () => {
  let stumbles = 2;
  const shaky = { ...jarProjection(), apply: async (...args: Parameters<ReturnType<typeof jarProjection>['apply']>) => {
    if ((stumbles -= 1) >= 0) throw new Error('not now');
    await jarProjection().apply(...args);
  } };
  const ending = new AbortController();
  const running = platform.runner(shaky).run(ending.signal);
  const feed = new ChangeFeed(platform.url);
  await feed.open();
  expect(await new ReadGate(platform.database, feed).reached(['jars'], (await platform.store.head()) ?? '', 5_000)).toBe(true);
  ending.abort();
  await running;
  await feed.close();
  expect(platform.complaints).toEqual(['projection jars stumbled', 'projection jars stumbled']);
  expect(await platform.rows()).toEqual(expected);
});

test('the status tells how far behind a projection is', async () => {
  const runner = platform.runner();
  expect(await runner.status()).toMatchObject([{ name: 'jars', behind: 12, position: undefined }]);
  await runner.catchUp();
  expect(await runner.status()).toMatchObject([{ name: 'jars', behind: 0, position: await platform.store.head() }]);
});

test('read your own writes: the gate opens when the read model is there, and says when it is not', async () => {
  const feed = new ChangeFeed(platform.url);
  await feed.open();
  const gate = new ReadGate(platform.database, feed);
  const head = (await platform.store.head()) ?? '';
  expect(await gate.reached(['jars'], head, 100)).toBe(false);
  const waiting = gate.reached(['jars'], head, 5_000);
  await platform.runner().catchUp();
  expect(await waiting).toBe(true);
  await feed.close();
});

test('changes are told with the streams that changed', async () => {
  const feed = new ChangeFeed(platform.url);
  await feed.open();
  const heard: Change[] = [];
  feed.onChange((change) => heard.push(change));
  await platform.runner().catchUp();
  for (let tries = 0; heard.length === 0 && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard[0]).toMatchObject({ projection: 'jars', streams: expect.arrayContaining([`jar-${jars[0]}`]) as unknown });
  await feed.close();
});
