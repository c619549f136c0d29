#!/usr/bin/env node
// What is tried in a real browser, alone: `npm run test:browser`. Arguments go to Playwright: `npm run test:browser -- coach --project=phone`.
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
const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '-c', join(root, 'test/browser'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
