#!/usr/bin/env node
// `npm run test:node -- 22 24 [paths of jest]`: the tests on other versions of Node.js, which npm brings into a temporary folder. Prints a line for each.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from '../../infra/ready.mjs';

const [versions, paths] = [process.argv.slice(2).filter((word) => /^\d+(\.\d+)*$/.test(word)), process.argv.slice(2).filter((word) => !/^\d+(\.\d+)*$/.test(word))];
if (versions.length === 0) {
  console.error('Which versions? npm run test:node -- 22 24');
  process.exit(2);
}
ensureInstalled();
ensureBuilt();

/** The package `node` installs one of these; taken at once, no install script has to run. */
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const bring = (version, folder) => {
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', '--loglevel=error', `${PACKAGE}@${version}`], { stdio: 'inherit', shell: process.platform === 'win32' });
  const path = join(folder, 'node_modules', PACKAGE, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return status === 0 && existsSync(path) ? path : undefined;
};

let broken = false;
for (const version of versions) {
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-node-'));
  try {
    const node = bring(version, folder);
    if (!node) {
      console.log(`Node.js ${version}: cannot be had here`);
      broken = true;
      continue;
    }
    const said = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    const report = join(folder, 'jest.json');
    const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}`, NX_DAEMON: 'false' };
    const args = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...paths];
    const { status } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env });
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
    console.log(`Node.js ${said}: ${numPassedTests} passed, ${numFailedTests} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`);
    broken ||= status !== 0 || numPassedTests === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exit(broken ? 1 : 0);
