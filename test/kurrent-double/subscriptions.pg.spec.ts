import { jest } from '@jest/globals';
import { Corrupt, Unavailable, type Position } from '@perspectief/event-store';
import { aRequest, anEvent, aStream, collect } from '@perspectief/event-store/testing';
import pg from 'pg';
import { aLog, type ALog } from './a-log.js';
import type { Stored } from './log.js';

// A bound for a machine that is busy with other things, not a measure.
jest.setTimeout(60_000);

let log: ALog;

describe('a subscription', () => {
  beforeEach(async () => { log = await aLog(); });
  afterEach(() => log.dispose());

  const follow = (amount: number, onEvent: (seen: number) => void = () => undefined) =>
    collect(log.store, { until: (seen) => { onEvent(seen.length); return seen.length >= amount; } });

  test('comes back after its wire is cut and its server restarts, misses nothing, and repeats nothing although the server does', async () => {
    log.double.faults.repeats = 3;
    const stream = aStream();
    let seen = 0;
    const following = follow(12, (amount) => { seen = amount; });
    for (let nr = 1; nr <= 12; nr += 1) {
      await log.store.append(aRequest(stream, [anEvent({ nr })]));
      while (seen < nr) await new Promise((resolve) => setTimeout(resolve, 5));
      if (nr === 4 || nr === 7) log.double.cut();
      if (nr === 9) await log.double.restart({ keepData: true });
    }
    expect((await following).flat().map(({ data }) => (data as { nr: number }).nr)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(log.troubles.every((error) => error instanceof Unavailable)).toBe(true);
    expect(log.troubles.length).toBeGreaterThan(0);
  });

  test('reads on while the server is slow, in order', async () => {
    log.double.faults.slowness = 2;
    const stream = aStream();
    await log.store.append(aRequest(stream, Array.from({ length: 20 }, (_, nr) => anEvent({ nr }))));
    expect((await follow(20)).flat().map(({ streamVersion }) => streamVersion)).toEqual(Array.from({ length: 20 }, (_, nr) => nr + 1));
  });

  test('a server that lost its data is another log: the reader stops instead of reading on', async () => {
    const request = aRequest(aStream());
    await log.store.append(request);
    const head = await log.store.head();
    await log.double.restart({ keepData: false });
    await expect(collect(log.store, { after: head, until: () => true })).rejects.toBeInstanceOf(Corrupt);
  });

  test('how far the server has looked is not believed while events of before still wait in the client', async () => {
    const stream = aStream();
    for (let nr = 0; nr < 12; nr += 1) await log.store.append(aRequest(stream));
    const ending = new AbortController();
    const slow = log.store.subscribe({ batchSize: 2, signal: ending.signal });
    await slow.next();
    // The server sends all of it, and says how far it has looked, while a few are taken and the rest waits.
    await new Promise((resolve) => setTimeout(resolve, 200));
    ending.abort();
    await slow.return();
    for (const { position: after, streamVersion } of (await log.store.readStream(stream)).slice(0, -1)) {
      const [next] = (await collect(log.another(), { after, until: () => true })).flat();
      expect(next?.streamVersion).toBe(streamVersion + 1);
    }
  });

  /** Follows a log in which nothing of it comes, until it is noted that the server has looked as far as there. */
  const lookedUpTo = async (after: Position | undefined, last: { readonly position: bigint }): Promise<void> => {
    const ending = new AbortController();
    const following = (async () => { for await (const batch of log.store.subscribe({ after, signal: ending.signal })) expect(batch).toEqual([]); })();
    const client = new pg.Client({ connectionString: log.receiptsUrl });
    await client.connect();
    const noted = async (): Promise<boolean> => ((await client.query('select 1 from kurrent.passed where after = $1 and place = $2', [after, String(last.position)])).rowCount ?? 0) > 0;
    while (!(await noted())) await new Promise((resolve) => setTimeout(resolve, 10));
    ending.abort();
    await following;
    await client.end();
  };

  test('how far the server has looked, between two events, is kept as the event before it, and the next one is not skipped', async () => {
    const stream = aStream();
    log.double.faults.checkpointsBetween = true;
    await log.store.append(aRequest(stream));
    const after = await log.store.head();
    for (let nr = 0; nr < 40; nr += 1) log.double.log.systemEvent();
    await lookedUpTo(after, log.double.log.everything().at(-1) as Stored);
    await log.store.append(aRequest(stream));
    expect((await collect(log.another(), { after, until: () => true })).flat().map(({ streamVersion }) => streamVersion)).toEqual([2]);
  });

  test('a server that was restored to less than it had looked at: what is written there now is read', async () => {
    const stream = aStream();
    log.double.faults.checkpointsBetween = true;
    await log.store.append(aRequest(stream));
    const after = await log.store.head();
    const backup = log.double.log.everything().at(-1) as Stored;
    for (let nr = 0; nr < 40; nr += 1) log.double.log.systemEvent();
    await lookedUpTo(after, log.double.log.everything().at(-1) as Stored);
    log.double.log.restoreUntil(backup);
    await log.double.restart({ keepData: true });
    await log.store.append(aRequest(stream));
    expect((await collect(log.another(), { after, until: () => true })).flat().map(({ streamVersion }) => streamVersion)).toEqual([2]);
  });

  test('remembers how far the server has looked, so that a rare event does not cost a scan at every start', async () => {
    await log.store.append(aRequest(aStream()));
    const after = await log.store.head();
    for (let nr = 0; nr < 3_300; nr += 1) log.double.log.systemEvent();
    const ending = new AbortController();
    const following = (async () => { for await (const batch of log.store.subscribe({ after, signal: ending.signal })) expect(batch).toHaveLength(1); })();
    const client = new pg.Client({ connectionString: log.receiptsUrl });
    await client.connect();
    const passed = async (): Promise<string | undefined> => (await client.query<{ place: string }>('select place from kurrent.passed where after = $1', [after])).rows[0]?.place;
    while ((await passed()) === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(Number(await passed())).toBeGreaterThan(Number(after?.slice(0, 16)));
    ending.abort();
    await following;
    await client.end();
    await log.store.append(aRequest(aStream()));
    expect((await collect(log.another(), { after, until: () => true })).flat()).toHaveLength(1);
    expect(await log.store.readAll({ after, limit: 5 })).toHaveLength(1);
  });
});

test('a subscription that is ended while it looks up its place ends', async () => {
  const own = await aLog();
  await own.store.append(aRequest(aStream()));
  const ending = new AbortController();
  const iterator = own.store.subscribe({ after: await own.store.head(), signal: ending.signal })[Symbol.asyncIterator]();
  const next = iterator.next();
  ending.abort();
  await expect(next).resolves.toEqual({ done: true, value: undefined });
  await own.dispose();
});
