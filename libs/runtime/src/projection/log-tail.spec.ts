import { deriveId, type Recorded } from '@perspectief/kernel';
import { Corrupt, MemoryEventStore, type SubscribeOptions } from '@perspectief/event-store';
import { aRequest } from '@perspectief/event-store/testing';
import { LogTail } from './log-tail.js';

/** Counts who reads it. */
class WatchedStore extends MemoryEventStore {
  subscriptions = 0;
  open = 0;

  override async *subscribe(options: SubscribeOptions): AsyncGenerator<readonly Recorded[], void, void> {
    this.subscriptions += 1;
    this.open += 1;
    try {
      yield* super.subscribe(options);
    } finally {
      this.open -= 1;
    }
  }
}

let store: WatchedStore;
let tail: LogTail;
let ending: AbortController;

beforeEach(() => {
  store = new WatchedStore();
  tail = new LogTail(store);
  ending = new AbortController();
});
afterEach(() => ending.abort());

const write = async (from: number, to: number): Promise<void> => {
  for (let n = from; n <= to; n += 1) await store.append(aRequest(`jar-${deriveId('shared', n)}`));
};
const positions = async (): Promise<string[]> => (await store.readAll({ limit: 10_000 })).map(({ position }) => position);
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const until = async (there: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 2_000 && !there(); tries += 1) await turn();
  expect(there()).toBe(true);
};

/** Follows, and writes down what it is given; `slow` is waited for after each batch. */
const follower = (after?: string, slow: () => Promise<void> = turn) => {
  const seen: string[] = [];
  const done = (async () => {
    for await (const events of tail.subscribe({ after, signal: ending.signal })) {
      seen.push(...events.map(({ position }) => position));
      await slow();
    }
  })();
  return { seen, done };
};

test('the log is read once for all; each has what comes after his own place, once and in order', async () => {
  await write(1, 6);
  const all = await positions();
  const followers = [follower(), follower(all[2]), follower(all[5])];
  await until(() => followers[0]?.seen.length === 6);
  await write(7, 30);
  await until(() => followers.every(({ seen }) => seen.at(-1) === store['log'].at(-1)?.position));
  const now = await positions();
  expect(followers.map(({ seen }) => seen)).toEqual([now, now.slice(3), now.slice(6)]);
  expect(store.subscriptions).toBe(1);
});

test('what is written while somebody comes in is given to him once', async () => {
  await write(1, 3);
  const ask = store.readAll.bind(store);
  let [before, after] = [4, 5];
  store.readAll = async (options) => {
    if (before === 4) await write(before, (before = after));
    const events = await ask(options);
    if (after === 5) await write(6, (after = 7));
    return events;
  };
  const { seen } = follower();
  await until(() => seen.length >= 7);
  await turn();
  expect(seen).toEqual((await ask({ limit: 100 })).map(({ position }) => position));
});

test('who falls behind reads by himself, misses nothing, and holds up nobody', async () => {
  await write(1, 1);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const [slow, quick] = [follower(undefined, () => held), follower()];
  await until(() => quick.seen.length === 1 && slow.seen.length === 1);
  await write(2, 2_600);
  await until(() => quick.seen.length === 2_600);
  expect(slow.seen).toHaveLength(1);
  letGo();
  await until(() => slow.seen.length === 2_600);
  expect(slow.seen).toEqual(await positions());
  expect(store.subscriptions).toBe(1);
});

test('when the tail fails everybody hears it, what was not taken is dropped, and who comes again reads for himself', async () => {
  await write(1, 2);
  const followers = [follower(), follower()];
  await until(() => followers.every(({ seen }) => seen.length === 2));
  const subscribe = store.subscribe.bind(store);
  let fails = true;
  store.subscribe = async function* (options) {
    if (fails) throw new Corrupt('another log');
    yield* subscribe(options);
  };
  const third = follower();
  await until(() => third.seen.length === 2);
  ending.abort();
  await Promise.all([...followers, third].map(({ done }) => done));
  ending = new AbortController();
  const failed = await Promise.allSettled([follower().done, follower().done]);
  expect(failed.map((one) => one.status === 'rejected' && (one.reason as Error).name)).toEqual(['Corrupt', 'Corrupt']);
  fails = false;
  const { seen } = follower();
  await until(() => seen.length === 2);
});

test('a log that does not answer is told to who comes; the next one asks again', async () => {
  const head = store.head.bind(store);
  store.head = () => Promise.reject(new Error('away'));
  await expect(follower().done).rejects.toThrow('away');
  store.head = head;
  await write(1, 1);
  const { seen } = follower();
  await until(() => seen.length === 1);
});

test('the last who leaves ends the tail; the next begins another', async () => {
  const one = follower();
  await until(() => store.open === 1);
  ending.abort();
  await one.done;
  await until(() => store.open === 0);
  ending = new AbortController();
  await write(1, 1);
  const { seen } = follower();
  await until(() => seen.length === 1 && store.open === 1);
  expect(store.subscriptions).toBe(2);
});

test('all let go, and the log that is there afterwards has lost its end: whoever comes first is told, and then it goes on', async () => {
  await write(1, 3);
  const before = follower();
  await until(() => before.seen.length === 3);
  await write(4, 5);
  await until(() => before.seen.length === 5);
  ending.abort();
  await before.done;
  ending = new AbortController();
  const [kept] = await positions();
  store['log'].length = 1;
  await expect(follower().done).rejects.toBeInstanceOf(Corrupt);
  const { seen } = follower();
  await until(() => seen.length === 1);
  expect(seen).toEqual([kept]);
});
