import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const checklist = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8');
const lines = checklist.split('\n').filter((line) => /^\| \d/.test(line));

test('every line of the checklist has a test, a reason, or says that it is open', () => {
  expect(lines.length).toBeGreaterThan(80);
  expect(lines.filter((line) => !/`|reason:|City|Not yet|\]\(/.test(line.split('|')[3] ?? ''))).toEqual([]);
});

test('what it names is there', () => {
  const named = [...checklist.matchAll(/`((?:apps|libs|test|docs)\/[^`]+)`/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
