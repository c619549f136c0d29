import fc from 'fast-check';
import { event, field, mapTexts, mayHoldSealed, personalTexts, readSealed, replaceSealed, scopes, sealedIn, sealedTexts, writeSealed, type Seal } from './index.js';

const uuid = fc.uuid().map((id) => id.toLowerCase());
const seals: fc.Arbitrary<Seal> = fc.record({
  householdId: uuid,
  scope: fc.constantFrom(...scopes),
  generation: fc.integer({ min: 1, max: 999 }),
  stream: uuid.map((id) => `trajectory-${id}`),
  eventId: uuid,
  path: fc.constantFrom('note', 'conditions.0', 'members.12.name'),
});
const boxes = fc.uint8Array({ minLength: 28, maxLength: 90 }).map((bytes) => Buffer.from(bytes).toString('base64url'));

test('a token reads as it was written, also inside a sentence, and more than one in it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(seals, boxes), { minLength: 1, maxLength: 4 }), fc.string().filter((text) => !mayHoldSealed(text)), (made, between) => {
      const tokens = made.map(([seal, box]) => writeSealed(seal, box));
      expect(tokens.map((token) => readSealed(token)?.seal)).toEqual(made.map(([seal]) => seal));
      const sentence = `${between}${tokens.join(between)}${between}`;
      expect(sealedIn(sentence).map(({ seal }) => seal)).toEqual(made.map(([seal]) => seal));
      expect(replaceSealed(sentence, () => 'x')).toBe(`${between}${made.map(() => 'x').join(between)}${between}`);
    }),
  );
});

test('what is put in the place of a token is not opened again', () => {
  const [[seal, box]] = fc.sample(fc.tuple(seals, boxes), 1) as [[Seal, string]];
  const token = writeSealed(seal, box);
  expect(replaceSealed(token, () => token)).toBe(token);
  expect(readSealed(`${token} `)).toBeUndefined();
  expect(readSealed(token.replace('⟦e1.', '⟦e2.'))).toBeUndefined();
});

test('texts are mapped in their places; what has none is shared, and other things stay what they are', () => {
  const day = new Date(0);
  const value = { a: 'x', list: ['x', { b: 'x' }], n: 1, day, none: null, same: { n: 2 } };
  const paths: string[] = [];
  const mapped = mapTexts(value, (text, path) => (paths.push(path), `${text}!`));
  expect(mapped).toEqual({ a: 'x!', list: ['x!', { b: 'x!' }], n: 1, day, none: null, same: { n: 2 } });
  expect(paths).toEqual(['a', 'list.0', 'list.1.b']);
  expect(mapped.same).toBe(value.same);
  expect(mapTexts(value, (text) => text)).toBe(value);
  expect(sealedTexts(value)).toEqual([]);
});

test('every personal text of a schema is found: optional, in lists, in records, and lists and records that are personal as a whole', () => {
  const { personal, text, listOf, record, day, cents } = field;
  const { schema } = event('Something happened.', {
    note: personal(text).optional(),
    on: day,
    amount: cents,
    grounds: personal(listOf(text)),
    people: listOf(record({ name: personal(text), area: text })),
    whole: personal(record({ street: text, number: text })).optional(),
  });
  const data = { on: '2024-01-12', amount: 1, grounds: ['g'], people: [{ name: 'n', area: 'a' }], whole: { street: 's', number: '1' } };
  const paths: string[] = [];
  expect(personalTexts(schema)(data, (one, path) => (paths.push(path), `<${one}>`))).toEqual({
    ...{ on: '2024-01-12', amount: 1, grounds: ['<g>'], people: [{ name: '<n>', area: 'a' }] },
    whole: { street: '<s>', number: '<1>' },
  });
  expect(paths).toEqual(['grounds.0', 'people.0.name', 'whole.street', 'whole.number']);
});
