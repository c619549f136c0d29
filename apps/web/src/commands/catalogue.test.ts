import { describe, expect, test } from 'vitest';
import { commandNames } from '@perspectief/graphql-contract/command-inputs';
import { catalogue, fieldsOf, type FormName } from './catalogue';
import en from './locales/en.json';
import nl from './locales/nl.json';
import terms from '../terms/locales/nl.json';

type Words = Readonly<Record<string, unknown>>;
const at = (words: Words, ...path: string[]): unknown => path.reduce<unknown>((part, key) => (part as Words | undefined)?.[key], words);
const names = Object.keys(catalogue) as FormName[];
const pages = Object.entries(import.meta.glob<string>('../{app,features}/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })).filter(([path]) => !path.includes('.test.'));

describe('every command has a place for people to find it', () => {
  test('no command of the API is without a form', () => {
    expect(commandNames.length).toBeGreaterThan(80);
    expect(commandNames.filter((name) => !(name in catalogue))).toEqual([]);
  });

  test('no command of the API is without a page that offers it', () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(commandNames.filter((name) => !pages.some(([, source]) => source.includes(`'${name}'`)))).toEqual([]);
  });

  test.each(names)('%s says in both languages what it does and what it asks', (name) => {
    for (const words of [nl, en] as Words[]) {
      expect(at(words, name, 'title')).toEqual(expect.any(String));
      for (const [field, { kind }] of fieldsOf(name)) {
        if (kind === 'given' || kind === 'fresh') continue;
        expect(at(words, name, 'fields', field) ?? at(words, 'fields', field), `${name}.${field}`).toEqual(expect.any(String));
      }
    }
  });

  test('every option has a word', () => {
    const without = names.flatMap((name) =>
      fieldsOf(name).flatMap(([, field]) => ('options' in field ? field.options.filter((option) => !at(terms, field.terms, option)).map((option) => `${field.terms}.${option}`) : [])),
    );
    expect(without).toEqual([]);
  });
});
