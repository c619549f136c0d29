import { jest } from '@jest/globals';
import { Conflict, Unavailable, type EventStore } from '@perspectief/event-store';
import { APPEND_LIMIT, EVENT_LIMIT, KurrentEventStore, TooLarge } from '@perspectief/event-store-kurrent';
import { aRequest, anEvent, aStream, collect } from '@perspectief/event-store/testing';
import pg from 'pg';
import { aLog, receiptsDatabase, type ALog } from './a-log.js';
import { KurrentDouble } from './double.js';
import type { WriteFault } from './faults.js';

// A bound for a machine that is busy with other things, not a measure.
jest.setTimeout(60_000);

let log: ALog;
const onPaths = [['batch appends', {}], ['plain appends', { features: false }]] as const;

const amountIn = async (store: EventStore, stream: string): Promise<number> => (await store.readStream(stream)).length;

describe.each(onPaths)('when a write fails on the wire, %s', (_, options) => {
  beforeEach(async () => { log = await aLog(options); });
  afterEach(() => log.dispose());

  const faults: readonly WriteFault[] = [
    'drop-before-commit', 'drop-after-commit', 'silent-before-commit', 'silent-after-commit', 'unavailable', 'aborted-before-commit', 'aborted-after-commit',
  ];

  test.each(faults)('%s: the command is written once, and its sender hears so', async (fault) => {
    const { store, double } = log;
    const request = aRequest(aStream(), [anEvent(), anEvent()], { expected: 'none' });
    double.faults.failWrites(fault);
    expect(await store.append(request)).toMatchObject({ repeated: false, outcome: { accepted: { version: 2 } } });
    expect(await amountIn(store, request.stream)).toBe(2);
    expect(await store.append(request)).toMatchObject({ repeated: true, outcome: { accepted: { version: 2 } } });
  });

  test('several in a row are borne', async () => {
    const { store, double } = log;
    double.faults.failWrites('drop-after-commit', 'aborted-after-commit', 'unavailable', 'drop-before-commit');
    const request = aRequest(aStream(), [anEvent()]);
    await store.append(request);
    expect(await amountIn(store, request.stream)).toBe(1);
  });

  test('a store that stays away is Unavailable; sent again when it is back, the command is written once', async () => {
    const { store, double } = log;
    const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
    double.faults.failWrites(...Array.from({ length: 6 }, () => 'unavailable' as const));
    await expect(store.append(request)).rejects.toBeInstanceOf(Unavailable);
    expect(await store.append(request)).toMatchObject({ outcome: { accepted: { version: 1 } } });
    expect(await amountIn(store, request.stream)).toBe(1);
  });

  test('a write whose answer was lost, and whose place others would take: it is found in its place, and they are told', async () => {
    const { store, double } = log;
    const [stream, other] = [aStream(), log.another()];
    double.faults.failWrites('aborted-after-commit');
    const mine = aRequest(stream, [anEvent()], { expected: 'none' });
    await store.append(mine);
    await expect(other.append(aRequest(stream, [anEvent()], { expected: 'none' }))).rejects.toBeInstanceOf(Conflict);
    expect((await other.readStream(stream)).map(({ commandId }) => commandId)).toEqual([mine.command.id]);
  });
});

describe('when a process dies between the log and its receipts', () => {
  beforeEach(async () => { log = await aLog(); });
  afterEach(() => log.dispose());

  /** The sender notes his attempt, the wire swallows the answers, and he is never heard of again. */
  const dies = async (fault: WriteFault, request: ReturnType<typeof aRequest>): Promise<void> => {
    log.double.faults.failWrites(fault);
    const dying = log.another({ patience: { tries: 1, first: 1, longest: 1 } });
    await expect(dying.append(request)).rejects.toBeInstanceOf(Unavailable);
    await dying.close();
  };

  test.each(['silent-after-commit', 'silent-before-commit'] as const)('%s: whoever asks for the outcome gets it written, and stored', async (fault) => {
    const request = aRequest(aStream(), [anEvent(), anEvent()], { expected: 'none' });
    await dies(fault, request);
    expect(await log.store.outcomeOf(request.command)).toMatchObject({ accepted: { version: 2 } });
    expect(await amountIn(log.store, request.stream)).toBe(2);
  });

  test.each(['silent-after-commit', 'silent-before-commit'] as const)('%s: the sender who comes back, with another expectation, writes nothing twice', async (fault) => {
    const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
    await dies(fault, request);
    expect(await log.store.append({ ...request, expected: 'any' })).toMatchObject({ repeated: true, outcome: { accepted: { version: 1 } } });
    expect(await amountIn(log.store, request.stream)).toBe(1);
  });

  test('a no that comes later does not undo what was on its way', async () => {
    const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
    await dies('silent-before-commit', request);
    expect(await log.store.remember(request.command, request.stream, { code: 'TOO_LATE' })).toMatchObject({ repeated: true, outcome: { accepted: { version: 1 } } });
  });

  test('an attempt whose place somebody else took is dead: the command is free to try again', async () => {
    const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
    await dies('silent-before-commit', request);
    await log.store.append(aRequest(request.stream, [anEvent()], { expected: 'none' }));
    expect(await log.store.outcomeOf(request.command)).toBeUndefined();
    expect(await log.store.append({ ...request, expected: 1 })).toMatchObject({ repeated: false, outcome: { accepted: { version: 2 } } });
  });

  test('a start brings open attempts to their end, and leaves no events in the receipts', async () => {
    const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
    await dies('silent-before-commit', request);
    expect(await log.store.finishOpen(0)).toBe(1);
    expect(await log.store.finishOpen(0)).toBe(0);
    expect(await amountIn(log.store, request.stream)).toBe(1);
    const client = new pg.Client({ connectionString: log.receiptsUrl });
    await client.connect();
    const { rows } = await client.query('select count(*)::int as kept from kurrent.receipts where attempt is not null').finally(() => client.end());
    expect(rows).toEqual([{ kept: 0 }]);
  });

  test('two processes with one command: one outcome, written once', async () => {
    const [a, b] = [log.another(), log.another()];
    const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
    const first = await a.append(request);
    expect(await b.append(request)).toEqual({ outcome: first.outcome, repeated: true });
    expect(await amountIn(b, request.stream)).toBe(1);
  });
});

describe('a server with much of other programs', () => {
  test('the log in it is found whole, forwards and backwards, also where pages end early', async () => {
    log = await aLog({ name: 'city' });
    const [stream, foreign] = [aStream(), (amount: number) => { for (let nr = 0; nr < amount; nr += 1) log.double.log.foreignEvent(nr); }];
    foreign(700);
    expect(await log.store.head()).toBeUndefined();
    await log.store.append(aRequest(stream, [anEvent(), anEvent()]));
    foreign(700);
    await log.store.append(aRequest(stream));
    foreign(700);
    const versions = [1, 2, 3];
    for (const [limit, early] of [[10, 0], [2, 0], [10, 5], [3, 2]] as const) {
      log.double.faults.endReadsEarly(early);
      expect((await log.store.readAll({ limit })).map(({ streamVersion }) => streamVersion)).toEqual(versions.slice(0, limit));
      log.double.faults.clear();
    }
    log.double.faults.endReadsEarly(2);
    expect(await log.store.head()).toBe((await log.store.readStream(stream)).at(-1)?.position);
    expect((await collect(log.store, { until: (seen) => seen.length >= 3 })).flat().map(({ streamVersion }) => streamVersion)).toEqual(versions);
    await log.dispose();
  });

  test('a name and a password in the address are no hindrance where the wire is open, and a colon in it is none', async () => {
    const open = await aLog();
    const store = new KurrentEventStore(open.double.url.replace('esdb://', 'kurrentdb://admin:change%3Ait@'), open.receiptsUrl);
    const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
    await store.append(request);
    expect(await store.readAll({ limit: 5 })).toHaveLength(1);
    expect((await collect(store, { until: () => true })).flat()).toHaveLength(1);
    await store.close();
    await open.dispose();
  });
});

describe('a cluster', () => {
  test('the leader changes in the middle: writers and readers find the new one', async () => {
    const [nodes, database] = [await KurrentDouble.startCluster(2), await receiptsDatabase()];
    const [first, second] = nodes as [KurrentDouble, KurrentDouble];
    const store = new KurrentEventStore(`esdb://127.0.0.1:${first.port},127.0.0.1:${second.port}?tls=false`, database.url, { patience: { tries: 8, first: 5, longest: 100 } });
    const stream = aStream();
    const following = collect(store, { until: (seen) => seen.length >= 4 });
    await store.append(aRequest(stream));
    await store.append(aRequest(stream));
    second.lead();
    first.cut();
    await store.append(aRequest(stream));
    await store.append(aRequest(stream));
    expect(await amountIn(store, stream)).toBe(4);
    expect((await following).flat()).toHaveLength(4);
    await store.close();
    await Promise.all(nodes.map((node) => node.stop()));
    await database.drop();
  });
});

describe('what the log does not take', () => {
  beforeEach(async () => { log = await aLog({ maxAppendSize: 512 * 1024 }); });
  afterEach(() => log.dispose());
  const text = (bytes: number) => anEvent({ text: 'x'.repeat(bytes) });

  test('an event above 256 KiB, or an append above 900 KiB, is refused before it is sent', async () => {
    const stream = aStream();
    await expect(log.store.append(aRequest(stream, [text(EVENT_LIMIT)]))).rejects.toBeInstanceOf(TooLarge);
    await expect(log.store.append(aRequest(stream, Array.from({ length: 4 }, () => text(APPEND_LIMIT / 4))))).rejects.toBeInstanceOf(TooLarge);
    expect(await amountIn(log.store, stream)).toBe(0);
  });

  test('a server that takes less says so, and the command is free again', async () => {
    const request = aRequest(aStream(), [text(200_000), text(200_000), text(200_000)]);
    await expect(log.store.append(request)).rejects.toBeInstanceOf(TooLarge);
    expect(await log.store.append({ ...request, events: request.events.slice(0, 1) })).toMatchObject({ repeated: false });
  });

  test('health is a read: it says no while the server is away, and yes when it is back', async () => {
    expect(await log.store.answers()).toBe(true);
    log.double.faults.failReads(1_000);
    expect(await log.store.answers()).toBe(false);
    log.double.faults.clear();
    expect(await log.store.answers()).toBe(true);
  });
});
