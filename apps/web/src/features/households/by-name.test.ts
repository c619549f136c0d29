import { expect, test } from 'vitest';
import { byName } from './by-name';

const sorted = (...names: (string | null)[]): (string | null)[] => names.map((name) => ({ name })).sort(byName).map(({ name }) => name);

test('names stand where a Dutch reader looks for them', () => {
  expect(sorted('Gezin Yilmaz', 'Gezin van der Veen', null, 'Gezin de Graaf', 'Gezin Özdemir', 'Gezin Osman', 'Gezin Amrani')).toEqual([
    'Gezin Amrani', 'Gezin de Graaf', 'Gezin Osman', 'Gezin Özdemir', 'Gezin van der Veen', 'Gezin Yilmaz', null,
  ]);
});

test('who has only such a word for a name is not lost', () => {
  expect(sorted('Gezin Ter', 'Gezin Aan', 'Gezin Op den Berg')).toEqual(['Gezin Aan', 'Gezin Op den Berg', 'Gezin Ter']);
});
