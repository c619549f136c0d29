import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A few seconds of what `npm run test:faults` does at length; always the same faults. */
test('twenty faults, and nothing acknowledged is lost, done twice or read out of order', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.mjs'), '--as-built', '--small', '--seed', '20', '--faults', '20'], { encoding: 'utf8' });
  expect(`${status === 0 ? '' : stdout}${stderr}`).toBe('');
  expect(stdout).toMatch(/\n11 passed, 0 failed\n$/);
}, 300_000);
