import type { ReadStreamOptions } from '../event-store.js';
import type { Given } from './contract.js';
import { aRequest, aStream, anEvent } from './samples.js';

const DAYS = ['2024-01-10T09:00:00', '2024-03-01T23:59:59', '2024-02-01T00:00:00', '2024-02-01T12:00:00', '2024-04-01T10:00:00'];
const KNOWN = ['2024-01-10T08:00:00.000Z', '2024-03-02T08:00:00.000Z', '2024-03-03T08:00:00.500Z', '2024-03-03T08:00:00.501Z', '2024-04-02T08:00:00.000Z'];

/** Five events; the third and fourth were reported late: they happened before the second. */
const aStory = async (given: Given): Promise<string> => {
  const stream = aStream();
  for (const [index, day] of DAYS.entries()) await given().append(aRequest(stream, [anEvent({}, day)], { recordedAt: KNOWN[index] }));
  return stream;
};

const cases: readonly { options: ReadStreamOptions; versions: readonly number[] }[] = [
  { options: {}, versions: [1, 2, 3, 4, 5] },
  { options: { direction: 'forwards' }, versions: [1, 2, 3, 4, 5] },
  { options: { direction: 'backwards' }, versions: [5, 4, 3, 2, 1] },
  { options: { from: 3 }, versions: [3, 4, 5] },
  { options: { from: 6 }, versions: [] },
  { options: { from: 3, direction: 'backwards' }, versions: [3, 2, 1] },
  { options: { from: 9, direction: 'backwards' }, versions: [5, 4, 3, 2, 1] },
  { options: { limit: 2 }, versions: [1, 2] },
  { options: { from: 4, limit: 9 }, versions: [4, 5] },
  { options: { limit: 1, direction: 'backwards' }, versions: [5] },
  { options: { from: 4, limit: 2, direction: 'backwards' }, versions: [4, 3] },
  { options: { asOf: '2024-01-09' }, versions: [] },
  { options: { asOf: '2024-01-10' }, versions: [1] },
  { options: { asOf: '2024-02-01' }, versions: [1, 3, 4] },
  { options: { asOf: '2024-03-01' }, versions: [1, 2, 3, 4] },
  { options: { asOf: '2024-02-29' }, versions: [1, 3, 4] },
  { options: { asOf: '2024-02-01', direction: 'backwards', limit: 2 }, versions: [4, 3] },
  { options: { asOf: '2024-02-01', from: 2 }, versions: [3, 4] },
  { options: { knownAt: '2024-01-10T07:59:59.999Z' }, versions: [] },
  { options: { knownAt: '2024-01-10T08:00:00.000Z' }, versions: [1] },
  { options: { knownAt: '2024-03-03T08:00:00.500Z' }, versions: [1, 2, 3] },
  { options: { asOf: '2024-02-01', knownAt: '2024-03-02T12:00:00.000Z' }, versions: [1] },
  { options: { asOf: '2024-02-01', knownAt: '2024-03-04T12:00:00.000Z' }, versions: [1, 3, 4] },
];

export const readingStreams = (given: Given): void => {
  describe('reading a stream', () => {
    let stream = '';
    beforeAll(async () => { stream = await aStory(given); });

    test.each(cases)('$options gives versions $versions', async ({ options, versions }) => {
      expect((await given().readStream(stream, options)).map((event) => event.streamVersion)).toEqual(versions);
    });

    test('what was recorded at the moment that an event names is known at that moment', async () => {
      const own = aStream();
      await given().append(aRequest(own));
      const [event] = await given().readStream(own);
      expect(await given().readStream(own, { knownAt: event?.recordedAt })).toEqual([event]);
    });

    test('a stream is only itself: no other whose name is like it', async () => {
      await given().append(aRequest(`${stream}0`));
      await given().append(aRequest(stream.toUpperCase()));
      expect(await given().readStream(stream)).toHaveLength(5);
      expect(await given().readStream(`${stream.slice(0, -1)}%`)).toEqual([]);
    });
  });
};
