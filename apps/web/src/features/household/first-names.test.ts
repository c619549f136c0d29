import { expect, test } from 'vitest';
import { firstNames } from './first-names';

test('a family with one last name goes by first names, any other by whole names', () => {
  expect(firstNames('Gezin de Boer', ['Sanne de Boer', 'Daan de Boer'])).toEqual(['Sanne', 'Daan']);
  expect(firstNames('Gezin de Boer', ['Sanne de Boer', 'Emre Yilmaz'])).toEqual(['Sanne de Boer', 'Emre Yilmaz']);
  expect(firstNames('Gezin 1234', ['Ouder P'])).toEqual(['Ouder P']);
  expect(firstNames(undefined, [])).toEqual([]);
});
