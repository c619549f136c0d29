import { jest } from '@jest/globals';
import {
  BACKWARDS, END, EventStoreDBClient, FORWARDS, jsonEvent, NO_STREAM, START, STREAM_EXISTS, STREAM_NAME,
  type AllStreamResolvedEvent, type AppendExpectedRevision, type Position, type StreamSubscription, type AllStreamSubscription,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { KurrentDouble, type DoubleOptions } from './double.js';

// A bound for a machine that is busy with other things, not a measure.
jest.setTimeout(60_000);

let [double, client]: [KurrentDouble | undefined, EventStoreDBClient | undefined] = [undefined, undefined];

const given = async (options: DoubleOptions = {}): Promise<{ readonly double: KurrentDouble; readonly client: EventStoreDBClient }> => {
  double = await KurrentDouble.start(options);
  client = EventStoreDBClient.connectionString(double.url);
  return { double, client };
};
afterEach(async () => {
  await client?.dispose();
  await double?.stop();
});

const anEvent = (nr: number, id = randomUUID(), text = '') => jsonEvent({ id, type: 'Happened', data: { nr, text }, metadata: { from: 'test' } });
const several = (amount: number) => Array.from({ length: amount }, (_, nr) => anEvent(nr));
const all = async <T>(read: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const each of read) found.push(each);
  return found;
};
const revisions = (events: readonly { readonly event?: { readonly revision: bigint } }[]): number[] => events.map(({ event }) => Number(event?.revision));
const append = (stream: string, amount: number, expectedRevision: AppendExpectedRevision) => (client as EventStoreDBClient).appendToStream(stream, several(amount), { expectedRevision });

describe.each([['batch', {}], ['plain', { features: false }]] as const)('the double takes %s appends', (_, options) => {
  beforeEach(() => given(options));

  test('an exact revision: taken once, and again for ever, also after a restart', async () => {
    const events = several(3);
    const write = () => (client as EventStoreDBClient).appendToStream('a', events, { expectedRevision: NO_STREAM });
    const first = await write();
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    await append('a', 2, 2n);
    await double?.restart({ keepData: true });
    const again = await write().catch(write);
    expect(again).toEqual(first);
    expect(revisions(await all((client as EventStoreDBClient).readStream('a')))).toEqual([0, 1, 2, 3, 4]);
  });

  test('any revision: remembered only while the process lives', async () => {
    const event = [anEvent(1)];
    const write = () => (client as EventStoreDBClient).appendToStream('a', event, { expectedRevision: 'any' });
    await write();
    await write();
    expect(await all((client as EventStoreDBClient).readStream('a'))).toHaveLength(1);
    await double?.restart({ keepData: true });
    await write().catch(write);
    expect(await all((client as EventStoreDBClient).readStream('a'))).toHaveLength(2);
  });

  test.each([[NO_STREAM, 2], [0n, 2], [5n, 2], [STREAM_EXISTS, 0]] as const)('expecting %s of a stream of %i events is refused with what is there', async (expected, stored) => {
    if (stored > 0) await append('a', stored, NO_STREAM);
    await expect(append('a', 1, expected)).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: stored > 0 ? BigInt(stored - 1) : 'no_stream' });
  });

  test.each([NO_STREAM, 'any', STREAM_EXISTS] as const)('expecting %s: events of which a part stands there are neither taken nor a lost race', async (expectedRevision) => {
    const events = several(2);
    const write = (...sent: typeof events) => (client as EventStoreDBClient).appendToStream('a', sent, { expectedRevision });
    await (client as EventStoreDBClient).appendToStream('a', events, { expectedRevision: NO_STREAM });
    for (const sent of [[...events, anEvent(9)], [...events.slice(0, 1), anEvent(9)]]) {
      await expect(write(...sent)).rejects.toMatchObject({ type: 'features' in options ? 'invalid-transaction' : 'unknown' });
    }
    expect(await all((client as EventStoreDBClient).readStream('a'))).toHaveLength(2);
  });

  test('something else where these would stand is a lost race', async () => {
    const events = several(2);
    await (client as EventStoreDBClient).appendToStream('a', events, { expectedRevision: NO_STREAM });
    await expect((client as EventStoreDBClient).appendToStream('a', [events[1] as (typeof events)[0]], { expectedRevision: NO_STREAM })).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
  });

  test('more than it takes', async () => {
    const large = [anEvent(1, randomUUID(), 'x'.repeat(1_100_000))];
    await expect((client as EventStoreDBClient).appendToStream('a', large)).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1_048_576 });
  });

  test('a tombstoned stream takes nothing, and a deleted one goes on counting', async () => {
    await append('gone', 2, NO_STREAM);
    await append('hidden', 2, NO_STREAM);
    await client?.tombstoneStream('gone', { expectedRevision: 1n });
    await client?.deleteStream('hidden', { expectedRevision: 1n });
    await expect(append('gone', 1, 'any')).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(all((client as EventStoreDBClient).readStream('gone'))).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(all((client as EventStoreDBClient).readStream('hidden'))).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(append('hidden', 1, STREAM_EXISTS)).rejects.toMatchObject({ type: 'wrong-expected-version' });
    await append('hidden', 1, NO_STREAM);
    expect(revisions(await all((client as EventStoreDBClient).readStream('hidden')))).toEqual([2]);
  });
});

describe('the double is read', () => {
  beforeEach(async () => {
    await given();
    await append('a', 3, NO_STREAM);
    await append('b', 2, NO_STREAM);
  });
  const read = (): EventStoreDBClient => client as EventStoreDBClient;
  const domain = (events: readonly AllStreamResolvedEvent[]): string[] => events.filter(({ event }) => !event?.streamId.startsWith('$')).map(({ event }) => `${event?.streamId}${event?.revision}`);

  test('a stream, forwards and backwards, both ends inclusive, up to a count', async () => {
    expect(revisions(await all(read().readStream('a')))).toEqual([0, 1, 2]);
    expect(revisions(await all(read().readStream('a', { fromRevision: 1n })))).toEqual([1, 2]);
    expect(revisions(await all(read().readStream('a', { direction: BACKWARDS, fromRevision: END })))).toEqual([2, 1, 0]);
    expect(revisions(await all(read().readStream('a', { direction: BACKWARDS, fromRevision: 1n, maxCount: 1 })))).toEqual([1]);
    expect(await all(read().readStream('a', { fromRevision: 9n }))).toEqual([]);
    await expect(all(read().readStream('nowhere'))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  test('all, in one order; positions are offsets, neither one apart nor guessable', async () => {
    const events = await all(read().readAll());
    expect(domain(events)).toEqual(['a0', 'a1', 'a2', 'b0', 'b1']);
    expect(domain(await all(read().readAll({ direction: BACKWARDS, fromPosition: END })))).toEqual(['b1', 'b0', 'a2', 'a1', 'a0']);
    const places = events.map(({ event }) => event?.position?.commit ?? -1n);
    expect(places.slice(1).every((place, n) => place - (places[n] ?? 0n) > 1n)).toBe(true);
    const third = events.find(({ event }) => event?.streamId === 'a' && event.revision === 2n)?.event?.position as Position;
    expect(domain(await all(read().readAll({ fromPosition: third })))).toEqual(['a2', 'b0', 'b1']);
    const between = { commit: third.commit + 1n, prepare: third.commit + 1n };
    await expect(all(read().readAll({ fromPosition: between }))).rejects.toMatchObject({ type: 'unknown', code: 2 });
    await expect(all(read().subscribeToAll({ fromPosition: between }))).rejects.toMatchObject({ type: 'unknown', code: 3 });
    expect(await all(read().readAll({ fromPosition: { commit: 1n << 50n, prepare: 1n << 50n } }))).toEqual([]);
  });

  test('all without what the server keeps to itself: the first place is taken, and nobody is told by what', async () => {
    const [first] = await all(read().readAll());
    expect(first?.event?.position?.commit).toBeGreaterThan(0n);
    await double?.restart({ keepData: true });
    const streams = (await all(read().readAll()).catch(() => all(read().readAll()))).map(({ event }) => event?.streamId);
    expect(new Set(streams)).toEqual(new Set(['$double-statistics', 'a', 'b']));
    expect(double?.log.everything().filter(({ stream }) => !streams.includes(stream))).toHaveLength(2);
  });

  test('streams cut off by metadata show what is left', async () => {
    await read().setStreamMetadata('a', { truncateBefore: 2 });
    await read().setStreamMetadata('b', { maxCount: 1 });
    expect(revisions(await all(read().readStream('a')))).toEqual([2]);
    expect(revisions(await all(read().readStream('b')))).toEqual([1]);
    expect((await read().getStreamMetadata('b')).metadata).toMatchObject({ maxCount: 1 });
  });

  test('the same event in a stream and in all: same id, same place, same data', async () => {
    const [inStream] = await all(read().readStream('b', { direction: FORWARDS, maxCount: 1 }));
    const inAll = (await all(read().readAll())).find(({ event }) => event?.id === inStream?.event?.id);
    expect(inStream?.event).toEqual(inAll?.event);
    expect(inStream?.event?.metadata).toEqual({ from: 'test' });
  });
});

describe('the double is followed', () => {
  beforeEach(() => given());
  const seenBy = (subscription: AllStreamSubscription | StreamSubscription): string[] => {
    const seen: string[] = [];
    subscription.on('data', ({ event }) => seen.push(`${event?.streamId}${event?.revision}`));
    subscription.on('caughtUp', () => seen.push('caught up'));
    subscription.on('error', () => seen.push('broken'));
    return seen;
  };
  const has = async (seen: readonly string[], what: string): Promise<void> => {
    while (!seen.includes(what)) await new Promise((resolve) => setTimeout(resolve, 2));
  };

  test('after a place, exclusively; caught up is said, then what comes is live', async () => {
    await append('a', 3, NO_STREAM);
    const [first] = (await all((client as EventStoreDBClient).readAll())).filter(({ event }) => event?.streamId === 'a');
    const subscription = (client as EventStoreDBClient).subscribeToAll({ fromPosition: first?.event?.position as Position });
    const seen = seenBy(subscription);
    await has(seen, 'caught up');
    await append('a', 1, 2n);
    await has(seen, 'a3');
    expect(seen.filter((each) => each !== 'caught up')).toEqual(['a1', 'a2', 'a3']);
    await subscription.unsubscribe();
  });

  test('with a filter: nothing else, and checkpoints also where nothing matches', async () => {
    const places: bigint[] = [];
    for (let nr = 0; nr < 80; nr += 1) double?.log.systemEvent();
    const filter = { filterOn: STREAM_NAME, regex: '^[^\\$]', checkpointInterval: 1, checkpointReached: (_: unknown, { commit }: Position) => void places.push(commit) } as const;
    const subscription = (client as EventStoreDBClient).subscribeToAll({ fromPosition: START, filter });
    const seen = seenBy(subscription);
    await append('a', 1, NO_STREAM);
    await has(seen, 'a0');
    expect(seen.filter((each) => each !== 'caught up')).toEqual(['a0']);
    expect(places.length).toBeGreaterThanOrEqual(2);
    expect([...places].sort((a, b) => Number(a - b))).toEqual(places);
    await subscription.unsubscribe();
  });

  test('from beyond the end it is taken at its word: what comes before that place is not sent', async () => {
    const subscription = (client as EventStoreDBClient).subscribeToAll({ fromPosition: { commit: double?.log.everything().at(-1)?.position as bigint + 2_000n, prepare: 0n } });
    const seen = seenBy(subscription);
    await has(seen, 'caught up');
    await append('a', 20, NO_STREAM);
    await has(seen, 'a19');
    expect(seen).not.toContain('a0');
    await subscription.unsubscribe();
  });

  test('a wire that is cut ends it with an error, and repeats are sent when asked for', async () => {
    await append('a', 3, NO_STREAM);
    const place = (await all((client as EventStoreDBClient).readAll())).at(-1)?.event?.position as Position;
    (double as KurrentDouble).faults.repeats = 2;
    const subscription = (client as EventStoreDBClient).subscribeToAll({ fromPosition: place });
    const seen = seenBy(subscription);
    await has(seen, 'caught up');
    expect(seen).toEqual(['a1', 'a2', 'caught up']);
    double?.cut();
    await has(seen, 'broken');
  });
});

describe('a cluster of doubles', () => {
  test('a follower names the leader to who needs one, and gossip shows both', async () => {
    const nodes = await KurrentDouble.startCluster(2);
    const [leader, follower] = nodes as [KurrentDouble, KurrentDouble];
    const onFollower = EventStoreDBClient.connectionString(follower.url);
    const write = () => onFollower.appendToStream('a', several(1), { expectedRevision: NO_STREAM, requiresLeader: true, credentials: undefined });
    await expect(write()).rejects.toMatchObject({ code: 5 });
    await write();
    const found = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${follower.port},127.0.0.1:${leader.port}?tls=false&nodePreference=leader`);
    await found.appendToStream('a', several(1), { expectedRevision: 0n, requiresLeader: true });
    expect(leader.log.stream('a')).toHaveLength(2);
    await Promise.all([onFollower.dispose(), found.dispose()]);
    await Promise.all(nodes.map((node) => node.stop()));
  });
});
