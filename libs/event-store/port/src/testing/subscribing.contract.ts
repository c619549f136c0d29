import { setTimeout as pause } from 'node:timers/promises';
import { Corrupt } from '../errors.js';
import type { Given } from './contract.js';
import { collect } from './collect.js';
import { aRequest, aStream, anEvent } from './samples.js';

const several = (amount: number) => Array.from({ length: amount }, () => anEvent());

export const subscribing = (given: Given): void => {
  describe('subscribing', () => {
    test('catches up in batches of the size asked for, none empty, in order', async () => {
      const start = await given().head();
      const events = several(7);
      await given().append(aRequest(aStream(), events));
      const batches = await collect(given(), { after: start, batchSize: 3, until: (seen) => seen.length >= 7 });
      expect(batches.map((batch) => batch.length)).toEqual([3, 3, 1]);
      expect(batches.flat().map((event) => event.id)).toEqual(events.map((event) => event.id));
    });

    test('sees what is appended while it runs, once each', async () => {
      const start = await given().head();
      const stream = aStream();
      const following = collect(given(), { after: start, until: (seen) => seen.length >= 12 });
      for (let nr = 0; nr < 6; nr += 1) {
        await given().append(aRequest(stream, several(2)));
        await pause(nr * 5);
      }
      const seen = (await following).flat();
      expect(seen.map((event) => event.streamVersion)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    });

    test('from the beginning it starts with the first event of the log', async () => {
      await given().append(aRequest(aStream()));
      const [first] = await given().readAll({ limit: 1 });
      const [batch] = await collect(given(), { batchSize: 1, until: () => true });
      expect(batch).toEqual([first]);
    });

    test('an abort while it waits ends it cleanly, without an event more', async () => {
      const ending = new AbortController();
      const seen: unknown[] = [];
      const following = (async () => {
        for await (const batch of given().subscribe({ after: await given().head(), signal: ending.signal })) seen.push(batch);
        return 'ended';
      })();
      await pause(30);
      ending.abort();
      await expect(following).resolves.toBe('ended');
      await given().append(aRequest(aStream()));
      expect(seen).toEqual([]);
    });

    test('with a signal that was aborted before, it gives nothing', async () => {
      await given().append(aRequest(aStream()));
      const batches: unknown[] = [];
      for await (const batch of given().subscribe({ signal: AbortSignal.abort() })) batches.push(batch);
      expect(batches).toEqual([]);
    });

    test('whoever breaks off and resumes at the last event that he handled misses nothing and repeats nothing', async () => {
      const start = await given().head();
      const events = several(9);
      await given().append(aRequest(aStream(), events));
      const first = await collect(given(), { after: start, batchSize: 4, until: () => true });
      const rest = await collect(given(), { after: first.flat().at(-1)?.position, batchSize: 4, until: (seen) => seen.length >= 5 });
      expect([...first, ...rest].flat().map((event) => event.id)).toEqual(events.map((event) => event.id));
    });

    test('two subscriptions see the same', async () => {
      const start = await given().head();
      const both = [1, 5].map((batchSize) => collect(given(), { after: start, batchSize, until: (seen) => seen.length >= 6 }));
      await given().append(aRequest(aStream(), several(6)));
      const [one, other] = await Promise.all(both);
      expect(one?.flat()).toEqual(other?.flat());
    });

    test('resuming at a position at which no event stands is refused', async () => {
      await expect(collect(given(), { after: '9999999999999999-00000000', until: () => true })).rejects.toBeInstanceOf(Corrupt);
    });
  });
};
