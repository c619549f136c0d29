import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What the linter says of a file that would stand there. */
const complaintsAbout = (path: string, code: string): string[] => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/eslint/bin/eslint.js'), '--stdin', '--stdin-filename', path, '--format', 'json'],
    { cwd: root, input: code, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' } },
  );
  const [report] = JSON.parse(stdout.slice(stdout.indexOf('['))) as { messages: { ruleId: string }[] }[];
  return (report?.messages ?? []).map(({ ruleId }) => ruleId);
};

const domainFile = 'libs/contexts/trajectory/domain/src/tandem/intruder.ts';

test.each([
  ['a database', `import pg from 'pg';\nexport const x = pg;`, 'no-restricted-imports'],
  ['a framework', `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;`, 'no-restricted-imports'],
  ['another context', `import { householdDecider } from '@perspectief/household-domain';\nexport const x = householdDecider;`, '@nx/enforce-module-boundaries'],
  ['its own read models', `import { foldPage } from '@perspectief/trajectory-read';\nexport const x = foldPage;`, '@nx/enforce-module-boundaries'],
  ['the clock on the wall', 'export const now = () => new Date();', 'no-restricted-syntax'],
  ['dice', 'export const roll = () => Math.random();', 'no-restricted-syntax'],
  ['a promise', 'export const wait = async () => { await Promise.resolve(); };', 'no-restricted-syntax'],
  ['the environment', `export const mode = process.env['MODE'];`, 'no-restricted-globals'],
])('the domain may not know %s', (_, code, rule) => {
  expect(complaintsAbout(domainFile, code)).toContain(rule);
});

test('the kernel knows nobody', () => {
  const code = `import { dutchLaw } from '@perspectief/law';\nexport const x = dutchLaw;`;
  expect(complaintsAbout('libs/kernel/src/intruder.ts', code)).toContain('@nx/enforce-module-boundaries');
});

test('policies know commands and events, not pages', () => {
  const code = `import { foldPage } from '@perspectief/trajectory-read';\nexport const x = foldPage;`;
  expect(complaintsAbout('libs/policies/src/intruder.ts', code)).toContain('@nx/enforce-module-boundaries');
});

test.each([
  ['a database', `import pg from 'pg';\nexport const x = pg;`, 'no-restricted-imports'],
  ['pages', `import { foldPage } from '@perspectief/trajectory-read';\nexport const x = foldPage;`, '@nx/enforce-module-boundaries'],
  ['the clock on the wall', 'export const now = () => new Date();', 'no-restricted-syntax'],
])('what evaluates may not know %s', (_, code, rule) => {
  expect(complaintsAbout('libs/contexts/evaluation/measures/src/intruder.ts', code)).toContain(rule);
});

test('what is drawn is allowed', () => {
  expect(complaintsAbout(domainFile, `import { dutchLaw } from '@perspectief/law';\nexport const x = dutchLaw;\n`)).toEqual([]);
});
