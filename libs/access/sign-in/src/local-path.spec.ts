import { localPath } from './local-path.js';

test.each(['/', '/households/1?tab=plan#money', '/a/b'])('%s is a path of ours', (path) => expect(localPath(path)).toBe(path));

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'path',
  '',
  undefined,
  ['/a', '/b'],
  `/${'a'.repeat(3_000)}`,
])('%j leads to the front page', (path) => expect(localPath(path)).toBe('/'));
