import { Conflict, Corrupt, Unstorable } from '../errors.js';
import type { Expected } from '../event-store.js';
import type { Given } from './contract.js';
import { aRequest, aStream, anEvent } from './samples.js';

const three = () => [anEvent({ nr: 1 }), anEvent({ nr: 2 }), anEvent({ nr: 3 })];

const conflicts: readonly { expected: Expected; stored: number }[] = [
  { expected: 'none', stored: 1 },
  { expected: 'none', stored: 3 },
  { expected: 'exists', stored: 0 },
  { expected: 0, stored: 1 },
  { expected: 1, stored: 0 },
  { expected: 1, stored: 3 },
  { expected: 4, stored: 3 },
];

const agreements: readonly { expected: Expected; stored: number }[] = [
  { expected: 'any', stored: 0 },
  { expected: 'any', stored: 3 },
  { expected: 'none', stored: 0 },
  { expected: 'exists', stored: 1 },
  { expected: 0, stored: 0 },
  { expected: 3, stored: 3 },
];

export const appending = (given: Given): void => {
  describe('appending', () => {
    test.each(agreements)('expecting $expected of a stream of $stored is accepted', async ({ expected, stored }) => {
      const stream = aStream();
      if (stored > 0) await given().append(aRequest(stream, three().slice(0, stored)));
      const { outcome } = await given().append(aRequest(stream, [anEvent()], { expected }));
      expect(outcome).toMatchObject({ accepted: { version: stored + 1 } });
    });

    test.each(conflicts)('expecting $expected of a stream of $stored is a conflict, and writes nothing', async ({ expected, stored }) => {
      const stream = aStream();
      if (stored > 0) await given().append(aRequest(stream, three().slice(0, stored)));
      const attempt = aRequest(stream, three(), { expected });
      const error = await given().append(attempt).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Conflict);
      expect(error).toMatchObject({ stream, expected, actual: stored });
      expect(await given().readStream(stream)).toHaveLength(stored);
      expect(await given().outcomeOf(attempt.command)).toBeUndefined();
    });

    test('after a conflict the same command may try again with what it now knows', async () => {
      const stream = aStream();
      await given().append(aRequest(stream));
      const attempt = aRequest(stream, [anEvent()], { expected: 'none' });
      await expect(given().append(attempt)).rejects.toBeInstanceOf(Conflict);
      expect(await given().append({ ...attempt, expected: 1 })).toMatchObject({ repeated: false, outcome: { accepted: { version: 2 } } });
    });

    test('versions count from one, without gaps, over appends of different size', async () => {
      const stream = aStream();
      await given().append(aRequest(stream, three()));
      await given().append(aRequest(stream, [anEvent()]));
      await given().append(aRequest(stream, three()));
      expect((await given().readStream(stream)).map((event) => event.streamVersion)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    test('the events of one append stand in the order given, and the receipt names their positions', async () => {
      const stream = aStream();
      const events = Array.from({ length: 12 }, (_, nr) => anEvent({ nr }));
      const { outcome } = await given().append(aRequest(stream, events));
      const stored = await given().readStream(stream);
      expect(stored.map((event) => event.id)).toEqual(events.map((event) => event.id));
      expect(outcome).toEqual({ accepted: { version: 12, positions: stored.map((event) => event.position) } });
    });

    test('all or nothing: one event that cannot be stored keeps out the others, and the command is not remembered', async () => {
      const stream = aStream();
      const attempt = aRequest(stream, [anEvent(), anEvent({ text: 'null byte: \0' }), anEvent()]);
      await expect(given().append(attempt)).rejects.toBeInstanceOf(Unstorable);
      expect(await given().readStream(stream)).toEqual([]);
      expect(await given().outcomeOf(attempt.command)).toBeUndefined();
      await expect(given().append(aRequest(stream, [anEvent({ text: 'half a pair: \ud83d' })]))).rejects.toBeInstanceOf(Unstorable);
    });

    test('the id of an event is unique, within an append and over streams', async () => {
      const event = anEvent();
      const stream = aStream();
      await given().append(aRequest(aStream(), [event]));
      await expect(given().append(aRequest(stream, [anEvent(), event]))).rejects.toBeInstanceOf(Corrupt);
      const twin = anEvent();
      await expect(given().append(aRequest(stream, [twin, { ...twin }]))).rejects.toBeInstanceOf(Corrupt);
      expect(await given().readStream(stream)).toEqual([]);
    });
  });
};
