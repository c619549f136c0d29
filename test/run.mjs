#!/usr/bin/env node
// `npm test`: types, boundaries and style, documents against code, and every test. Arguments narrow it to jest with those arguments.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from '../infra/ready.mjs';
import { chromiumPath } from './browser/chromium.mjs';

const only = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'perspectief-test-'));

const step = (name, args, env = {}) => {
  if (only.length === 0) console.error(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
};

ensureInstalled();
console.error('— types');
ensureBuilt();

const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

const failed = [];
const must = (name, args, env) => step(name, args, env) || failed.push(name);

/** Side by side with others: it says what it has to say when it is done. */
const beside = async ([name, ...args]) => {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  const [status] = await once(child, 'close');
  console.error(`\n— ${name}`);
  process.stderr.write(Buffer.concat(said));
  if (status !== 0) failed.push(name);
};
const inTurn = async (...steps) => {
  for (const one of steps) await beside(one);
};

if (only.length === 0)
  // None of them takes more than one core, and each about as long as the other row.
  await Promise.all([
    inTurn(['style and boundaries', 'infra/lint.mjs']),
    inTurn(
      ['documents against code', 'infra/reference.mjs', '--check'],
      ['contract of the web application', 'infra/contract.mjs', '--check'],
      ['web application', 'node_modules/vitest/vitest.mjs', 'run', '--root', 'apps/web', '--reporter', 'dot', '--reporter', 'json', '--outputFile.json', join(scratch, 'vitest.json')],
    ),
  ]);

const report = join(scratch, 'jest.json');
must('tests', ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...only]);

let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  failed.push('no test report');
}
/** What the contract of the event store ran on: a double is not a server, and the reader should know. */
const contractRuns = [...new Set((counts.testResults ?? []).flatMap(({ assertionResults }) => assertionResults.flatMap(({ ancestorTitles }) => ancestorTitles.slice(0, 1))))]
  .filter((title) => title.startsWith('event store contract: '))
  .map((title) => title.slice('event store contract: '.length));
const askedForKurrent = (counts.testResults ?? []).some(({ name }) => name.includes('kurrent-double/contract'));
if (contractRuns.length > 0 || askedForKurrent) {
  const onServer = contractRuns.some((title) => title.startsWith('the server at '));
  const isDouble = contractRuns.some((title) => title.startsWith('the protocol double, a process at '));
  const why = !process.env.EVENT_STORE_TEST_URL ? 'EVENT_STORE_TEST_URL is not set' : isDouble ? 'EVENT_STORE_TEST_URL names a double' : 'the one of EVENT_STORE_TEST_URL does not answer';
  console.error(`\nThe contract of the event store ran on: ${contractRuns.join(' · ') || 'nothing'}${onServer ? '' : `; not on a KurrentDB or EventStoreDB server (${why})`}`);
}
const testTitles = (counts.testResults ?? []).flatMap(({ assertionResults }) => assertionResults.map(({ fullName }) => fullName));
if (testTitles.some((title) => title.startsWith('statistics against R')) && !testTitles.some((title) => title.startsWith('statistics against R asked now')))
  console.error('\nR with its package survival is not at hand: the statistics were held against what it said when it was last asked.');
const web = only.length === 0 ? readReport(join(scratch, 'vitest.json')) : undefined;
if (web) {
  counts.numPassedTests += web.numPassedTests;
  counts.numFailedTests += web.numFailedTests;
}
const browserReport = join(scratch, 'browser.json');
if (only.length === 0 && chromiumPath()) {
  must('browser', ['node_modules/@playwright/test/cli.js', 'test', '-c', 'test/browser'], { BROWSER_REPORT: browserReport });
  const { expected = 0, unexpected = 1, flaky = 0, skipped: left = 0 } = readReport(browserReport)?.stats ?? {};
  counts.numPassedTests += expected + flaky;
  counts.numFailedTests += unexpected;
  counts.numPendingTests += left;
} else if (only.length === 0) console.error('\nNo Chromium here (CHROMIUM_PATH, or apt-get install chromium): the browser tests did not run.');
rmSync(scratch, { recursive: true, force: true });
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
const broken = counts.numFailedTests + failed.filter((name) => !['tests', 'web application', 'browser'].includes(name)).length;
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : '';
console.log(`\n${counts.numPassedTests} passed, ${broken || (failed.length > 0 ? 1 : 0)} failed${skipped}`);
process.exit(failed.length > 0 || counts.numPassedTests === 0 ? 1 : 0);
