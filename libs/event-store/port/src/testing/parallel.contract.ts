import { CommandReused, Conflict } from '../errors.js';
import type { Receipt } from '../event-store.js';
import type { Given } from './contract.js';
import { aCommand, aRequest, aStream, anEvent } from './samples.js';

const times = <T>(amount: number, work: (index: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: amount }, (_, index) => work(index)));

const won = <T>(results: readonly PromiseSettledResult<T>[]): T[] => results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const lost = (results: readonly PromiseSettledResult<unknown>[]): unknown[] => results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));

export const parallel = (given: Given): void => {
  describe('many at once', () => {
    test.each(['none', 0] as const)('trap 5: of fifty that create the same stream (expecting %p) exactly one wins', async (expected) => {
      const stream = aStream();
      const results = await times(50, () => given().append(aRequest(stream, [anEvent(), anEvent()], { expected })));
      expect(won(results)).toHaveLength(1);
      expect(lost(results)).toHaveLength(49);
      for (const reason of lost(results)) expect(reason).toBeInstanceOf(Conflict);
      expect(await given().readStream(stream)).toHaveLength(2);
    });

    test('trap 5: of twenty that expect the same version exactly one wins', async () => {
      const stream = aStream();
      await given().append(aRequest(stream, [anEvent(), anEvent()]));
      const results = await times(20, () => given().append(aRequest(stream, [anEvent()], { expected: 2 })));
      expect(won(results)).toHaveLength(1);
      expect(await given().readStream(stream)).toHaveLength(3);
    });

    test('trap 5: twenty that expect nothing are all written, one after the other', async () => {
      const stream = aStream();
      const results = await times(20, (nr) => given().append(aRequest(stream, [anEvent({ nr }), anEvent({ nr })])));
      const versions = won(results).map(({ outcome }) => ('accepted' in outcome ? outcome.accepted.version : 0));
      expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => 2 * index + 2));
      const stored = await given().readStream(stream);
      expect(stored.map((event) => event.streamVersion)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(stored.map((event) => event.position)).toEqual(stored.map((event) => event.position).sort());
    });

    test('trap 15: one command thirty times at once is written once, and twenty-nine hear of it', async () => {
      const request = aRequest(aStream(), [anEvent()], { expected: 'none' });
      const receipts: Receipt[] = won(await times(30, () => given().append(request)));
      expect(receipts.filter((receipt) => receipt.repeated)).toHaveLength(29);
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt.outcome))).size).toBe(1);
      expect(await given().readStream(request.stream)).toHaveLength(1);
    });

    test('trap 15: one command accepted and refused at once has one outcome', async () => {
      const request = aRequest(aStream());
      const receipts = won(await times(20, (nr) =>
        nr % 2 === 0 ? given().append(request) : given().remember(request.command, request.stream, { code: 'OUT_OF_ORDER' })));
      expect(receipts).toHaveLength(20);
      expect(receipts.filter((receipt) => !receipt.repeated)).toHaveLength(1);
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt.outcome))).size).toBe(1);
    });

    test('trap 15: one command for ten streams at once reaches one of them', async () => {
      const command = aCommand();
      const streams = Array.from({ length: 10 }, () => aStream());
      const results = await times(10, (nr) => given().append(aRequest(streams[nr] ?? '', [anEvent()], { command })));
      expect(won(results)).toHaveLength(1);
      for (const reason of lost(results)) expect(reason).toBeInstanceOf(CommandReused);
      const written = await Promise.all(streams.map((stream) => given().readStream(stream)));
      expect(written.flat()).toHaveLength(1);
    });
  });
};
