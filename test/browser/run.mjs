#!/usr/bin/env node
// What is tried in a real browser, alone: `npm run test:browser`. Arguments go to Playwright: `npm run test:browser -- coach --project=phone`.
// `npm run test:browser -- --whole-story` walks every step of BEI-001 through the screens; the standard run does not.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from '../../infra/ready.mjs';
import { chromiumPath } from './chromium.mjs';

if (!chromiumPath()) {
  console.error('No Chromium here: set CHROMIUM_PATH, or install it (apt-get install chromium).');
  process.exit(1);
}
ensureInstalled();
ensureBuilt();
const given = process.argv.slice(2);
const whole = given.includes('--whole-story');
const args = whole ? ['a-story', '--project=wide', ...given.filter((one) => one !== '--whole-story')] : given;
const env = { ...process.env, ...(whole ? { WHOLE_STORY: '1' } : {}) };
const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '-c', join(root, 'test/browser'), ...args], { cwd: root, stdio: 'inherit', env });
process.exit(status ?? 1);
