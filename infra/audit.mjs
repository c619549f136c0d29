// `npm run audit:deps`: known holes in what the services run on. Without an answer it says so, and with --strict it fails then too.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ready.mjs';
import { verdictOf } from './audit-verdict.mjs';

const MINUTE = 60_000;

const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8', timeout: MINUTE, shell: process.platform === 'win32' });
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const allowed = JSON.parse(readFileSync(join(root, 'infra/audit-allow.json'), 'utf8'));
const { verdict, lines } = verdictOf(parsed(asked.stdout ?? ''), allowed, new Date().toISOString().slice(0, 10));
for (const line of lines) console.log(`dependency audit: ${line}`);
const strict = process.argv.includes('--strict');
process.exit(verdict === 'bad' || (strict && verdict === 'unknown') ? 1 : 0);
