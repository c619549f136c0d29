import { Corrupt } from '../errors.js';
import type { Position } from '../event-store.js';
import type { Given } from './contract.js';
import { aRequest, aStream, anEvent } from './samples.js';

const SIZES = [1, 3, 2, 1, 4];

/** Eleven events in five appends to two streams; answers where they begin, and their ids in order. */
const aBitOfLog = async (given: Given): Promise<{ start: Position | undefined; ids: string[] }> => {
  const start = await given().head();
  const streams = [aStream(), aStream('household')];
  const ids: string[] = [];
  for (const [index, size] of SIZES.entries()) {
    const events = Array.from({ length: size }, () => anEvent());
    await given().append(aRequest(streams[index % 2] ?? '', events));
    ids.push(...events.map((event) => event.id));
  }
  return { start, ids };
};

export const readingAll = (given: Given): void => {
  describe('reading all in one order', () => {
    test('streams come interleaved as they were written; positions grow as text and have one width', async () => {
      const { start, ids } = await aBitOfLog(given);
      const events = await given().readAll({ after: start, limit: 100 });
      const positions = events.map((event) => event.position);
      expect(events.map((event) => event.id)).toEqual(ids);
      expect(positions).toEqual([...positions].sort());
      expect(new Set(positions).size).toBe(ids.length);
      expect(new Set(positions.map((position) => position.length)).size).toBe(1);
      expect(await given().head()).toBe(positions.at(-1));
    });

    test('from the beginning the first page starts with the first event of the log', async () => {
      await given().append(aRequest(aStream()));
      const [first] = await given().readAll({ limit: 1 });
      expect((await given().readAll({ after: undefined, limit: 5 }))[0]).toEqual(first);
    });

    test('paging in every size misses nothing and repeats nothing', async () => {
      const { start, ids } = await aBitOfLog(given);
      for (let limit = 1; limit <= ids.length + 1; limit += 1) {
        const seen: string[] = [];
        for (let cursor = start; seen.length < ids.length; ) {
          const page = await given().readAll({ after: cursor, limit });
          expect(page.length).toBe(Math.min(limit, ids.length - seen.length));
          seen.push(...page.map((event) => event.id));
          cursor = page.at(-1)?.position;
        }
        expect(seen).toEqual(ids);
      }
    });

    test('split at every point, the two halves are the whole', async () => {
      const { start, ids } = await aBitOfLog(given);
      const whole = await given().readAll({ after: start, limit: 100 });
      for (const [index, event] of whole.entries()) {
        const rest = await given().readAll({ after: event.position, limit: 100 });
        expect(rest.map((later) => later.id)).toEqual(ids.slice(index + 1));
      }
    });

    test('the envelope is the same as in the stream', async () => {
      const stream = aStream();
      const start = await given().head();
      await given().append(aRequest(stream, [anEvent({ text: '🏠' }), anEvent()]));
      expect(await given().readAll({ after: start, limit: 10 })).toEqual(await given().readStream(stream));
    });

    test('what was refused, repeated, or changed nothing is not in the log', async () => {
      const request = aRequest(aStream());
      await given().append(request);
      const start = await given().head();
      await given().append(request);
      await given().append(aRequest(request.stream, []));
      await given().append(aRequest(request.stream, [anEvent()], { expected: 'none' })).catch(() => undefined);
      await given().remember(aRequest('').command, request.stream, { code: 'OUT_OF_ORDER' });
      expect(await given().readAll({ after: start, limit: 10 })).toEqual([]);
      expect(await given().head()).toBe(start);
    });

    test('a cursor at which no event stands is refused: a tail was lost, or it is another log', async () => {
      await given().append(aRequest(aStream()));
      const head = (await given().head()) ?? '';
      const beyond = head.replace(/^\d+/, (number) => String(Number(number) + 500).padStart(number.length, '0'));
      const otherEvent = head.replace(/.{8}$/, head.endsWith('00000000') ? '11111111' : '00000000');
      for (const after of [beyond, otherEvent, 'nonsense']) await expect(given().readAll({ after, limit: 1 })).rejects.toBeInstanceOf(Corrupt);
    });
  });
};
