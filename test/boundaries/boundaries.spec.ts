import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const domain = 'libs/contexts/trajectory/domain/src/tandem/intruder.ts';
const kernel = 'libs/kernel/src/intruder.ts';
const policies = 'libs/policies/src/intruder.ts';
const evaluates = 'libs/contexts/evaluation/measures/src/intruder.ts';

const DATABASE = `import pg from 'pg';\nexport const x = pg;`;
const PAGES = `import { foldPage } from '@perspectief/trajectory-read';\nexport const x = foldPage;`;
const LAW = `import { dutchLaw } from '@perspectief/law';\nexport const x = dutchLaw;\n`;
const CLOCK = 'export const now = () => new Date();';

const forbidden = [
  ['the domain may not know a database', domain, DATABASE, 'no-restricted-imports'],
  ['the domain may not know a framework', domain, `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;`, 'no-restricted-imports'],
  ['the domain may not know another context', domain, `import { householdDecider } from '@perspectief/household-domain';\nexport const x = householdDecider;`, '@nx/enforce-module-boundaries'],
  ['the domain may not know its own read models', domain, PAGES, '@nx/enforce-module-boundaries'],
  ['the domain may not know the clock on the wall', domain, CLOCK, 'no-restricted-syntax'],
  ['the domain may not know dice', domain, 'export const roll = () => Math.random();', 'no-restricted-syntax'],
  ['the domain may not know a promise', domain, 'export const wait = async () => { await Promise.resolve(); };', 'no-restricted-syntax'],
  ['the domain may not know the environment', domain, `export const mode = process.env['MODE'];`, 'no-restricted-globals'],
  ['the kernel knows nobody', kernel, LAW, '@nx/enforce-module-boundaries'],
  ['policies know commands and events, not pages', policies, PAGES, '@nx/enforce-module-boundaries'],
  ['what evaluates may not know a database', evaluates, DATABASE, 'no-restricted-imports'],
  ['what evaluates may not know pages', evaluates, PAGES, '@nx/enforce-module-boundaries'],
  ['what evaluates may not know the clock on the wall', evaluates, CLOCK, 'no-restricted-syntax'],
] as const;
const allowed = [domain, LAW] as const;

/** The linter loads once, and looks at all of them. */
const complaints = ((): readonly (readonly string[])[] => {
  const files = [...forbidden.map(([, path, code]) => ({ path, code })), { path: allowed[0], code: allowed[1] }];
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'complaints.mjs')], {
    input: JSON.stringify(files), encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as string[][];
})();

test.each(forbidden.map(([says, , , rule], n) => [says, rule, n] as const))('%s', (_, rule, n) => {
  expect(complaints[n]).toContain(rule);
});

test('what is drawn is allowed', () => {
  expect(complaints[forbidden.length]).toEqual([]);
});
