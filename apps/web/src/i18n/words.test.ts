import { describe, expect, test } from 'vitest';
import { uiWords } from '@perspectief/ui';

const files = import.meta.glob<{ default: object }>(['../**/locales/*.json', './locales/*.json'], { eager: true });
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' });

const keysOf = (words: object, before = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [`${before}${key}`] : keysOf(value as object, `${before}${key}.`)));
const folderOf = (path: string): string => path.replace(/\/locales\/..\.json$/, '');
const pairs = Object.keys(files).filter((path) => path.endsWith('/nl.json')).map((path) => [folderOf(path), files[path]?.default ?? {}, files[path.replace(/nl\.json$/, 'en.json')]?.default ?? {}] as const);
const blanksIn = (words: object): string[] =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [...value.matchAll(/\{\{\w+\}\}/g)].map(([blank]) => `${key} ${blank}`) : blanksIn(value as object))).sort();

describe('Dutch and English say the same', () => {
  test.each([...pairs, ['libs/ui', uiWords.nl, uiWords.en] as const])('%s', (_folder, nl, en) => {
    expect(keysOf(en).sort()).toEqual(keysOf(nl).sort());
    expect(keysOf(nl).length).toBeGreaterThan(0);
    expect(blanksIn(en)).toEqual(blanksIn(nl));
  });
});

/** The plain keys that a source file uses, each with the namespaces that its function may stand for there. */
const used = Object.entries(sources).filter(([path]) => !path.includes('.test.')).flatMap(([path, text]) => {
  const namespaces = new Map<string, string[]>();
  for (const [, name = 't', namespace = 'i18n'] of text.matchAll(/const \{[^}]*\bt(?:: (\w+))?[^}]*\} = useTranslation\((?:'([\w-]+)')?\)/g)) namespaces.set(name, [...(namespaces.get(name) ?? []), namespace]);
  return [...namespaces].flatMap(([name, among]) => [...text.matchAll(new RegExp(`\\b${name}\\('([\\w.-]+)'`, 'g'))].map(([, key = '']) => ({ path, among, key })));
});

test('no page asks for a word that is not there', () => {
  const known = new Map([['ui', keysOf(uiWords.nl)], ...pairs.map(([folder, nl]) => [folder.replace(/^.*\//, '').replace('.', 'i18n'), keysOf(nl)] as const)]);
  const has = (namespace: string, key: string): boolean => (known.get(namespace) ?? []).some((one) => one === key || one === `${key}_other`);
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter(({ among, key }) => !among.some((namespace) => has(namespace, key))).map(({ path, among, key }) => `${path}: ${among.join(' or ')}:${key}`)).toEqual([]);
});
