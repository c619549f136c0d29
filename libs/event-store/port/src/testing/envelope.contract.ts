import type { Given } from './contract.js';
import { aRequest, aStream, anEvent } from './samples.js';

const DATA = {
  emoji: '👨‍👩‍👧 🏠', unicode: 'Çağlar Ünsal — Ærø, 漢字, עברית', controls: 'tab\t newline\n quote" backslash\\ \\u0000 {brace},', empty: '',
  nothing: null, no: false, zero: 0, fraction: 0.1, large: Number.MAX_SAFE_INTEGER, small: Number.MIN_SAFE_INTEGER,
  day: '2024-02-29', moment: '2024-03-31T00:59:59.999Z', deep: { list: [1, [2, [3]], { four: null }], none: [], hollow: {} }, 'key "with" \'quotes\' {and} ünïcode 🗝️': 1,
};

export const envelope = (given: Given): void => {
  describe('the envelope', () => {
    test('everything that was given comes back, and what the log adds', async () => {
      const event = { ...anEvent(DATA, '2023-10-29T02:30:00', 'FreezeGranted'), schemaVersion: 3 };
      const request = aRequest(aStream(), [event], { recordedAt: '2024-05-06T07:08:09.120Z' });
      const { outcome } = await given().append(request);
      const { actor, correlationId, causationId, municipality, stream, recordedAt } = request;
      const [stored] = await given().readStream(stream);
      expect(stored).toEqual({
        ...event, stream, streamVersion: 1, position: 'accepted' in outcome ? outcome.accepted.positions[0] : undefined,
        recordedAt, actor, commandId: request.command.id, correlationId, causationId, municipality,
      });
    });

    test('data survives as JSON does: nothing added, nothing lost', async () => {
      const stream = aStream();
      await given().append(aRequest(stream, [anEvent(DATA), anEvent({}), anEvent({ gone: undefined, kept: null })]));
      expect((await given().readStream(stream)).map((event) => event.data)).toStrictEqual([DATA, {}, { kept: null }]);
    });

    test('what a reader does to an event does not reach the log', async () => {
      const stream = aStream();
      await given().append(aRequest(stream, [anEvent({ amount: 1 })]));
      const [mine] = await given().readStream(stream);
      Object.assign(mine?.data ?? {}, { amount: 2 });
      expect((await given().readStream(stream))[0]?.data).toEqual({ amount: 1 });
    });

    test('civil time is kept as written, also in hours that come twice or never', async () => {
      const times = ['2024-03-31T02:30:00', '2024-10-27T02:30:00', '1999-12-31T23:59:59', '2024-02-29T00:00:00'];
      const stream = aStream();
      await given().append(aRequest(stream, times.map((time) => anEvent({}, time))));
      expect((await given().readStream(stream)).map((event) => event.happenedOn)).toEqual(times);
    });

    test('without a recordedAt the clock of the store gives it, in milliseconds', async () => {
      const stream = aStream();
      await given().append(aRequest(stream));
      const [event] = await given().readStream(stream);
      expect(event?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Math.abs(Date.parse(event?.recordedAt ?? '') - Date.now())).toBeLessThan(60_000);
    });

    test('trap 12: the stored type is a plain text, and a schema version that nobody knows yet can be read', async () => {
      const stream = aStream();
      await given().append(aRequest(stream, [{ ...anEvent({ fromThe: 'future' }, undefined, 'Not.Known-Here'), schemaVersion: 97 }]));
      expect(await given().readStream(stream)).toMatchObject([{ type: 'Not.Known-Here', schemaVersion: 97, data: { fromThe: 'future' } }]);
    });

    test('trap 14: the order is that of the position, also when the clock jumps back', async () => {
      const stream = aStream();
      const start = await given().head();
      for (const recordedAt of ['2024-06-01T12:00:00.000Z', '2024-01-01T12:00:00.000Z', '2024-03-01T12:00:00.000Z']) {
        await given().append(aRequest(stream, [anEvent()], { recordedAt }));
      }
      const seen = (await given().readAll({ after: start, limit: 10 })).filter((event) => event.stream === stream);
      expect(seen.map((event) => event.streamVersion)).toEqual([1, 2, 3]);
      expect(seen.map((event) => event.recordedAt.slice(0, 7))).toEqual(['2024-06', '2024-01', '2024-03']);
    });
  });
};
