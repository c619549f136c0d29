#!/usr/bin/env node
// `npm run bench`: ratios against a peer or the raw limit, in one run. `--write` puts the table into docs/reference/performance.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from '../../infra/ready.mjs';

ensureInstalled();
ensureBuilt();
if (!existsSync(join(import.meta.dirname, 'node_modules')))
  spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: import.meta.dirname, stdio: 'inherit', shell: process.platform === 'win32' });

const { default: pg } = await import('pg');
const { startEmbedded } = await import('../../libs/database/dist/index.js');
const { benchAppend } = await import('./append.mjs');
const { benchRebuild } = await import('./rebuild.mjs');
const { benchPooledBudget } = await import('./pooled-budget.mjs');
const { benchReaderLog } = await import('./reader-log.mjs');
const { benchEvaluation } = await import('./evaluation.mjs');

const quick = process.argv.includes('--quick');
const settings = quick ? { rounds: 2, ms: 500, events: 20_000, waitingRequests: 1_000, asks: 100 }
  : { rounds: 6, ms: 2_000, events: 200_000, waitingRequests: 10_000, asks: 1_000 };

const scratch = mkdtempSync(join(tmpdir(), 'perspectief-bench-'));
const server = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, stop: async () => {} } : await startEmbedded({ dataDir: scratch });
const made = [];
const freshDatabase = async () => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const name = `bench_${Date.now()}_${made.length}`;
  await client.query(`create database ${name} template template0 encoding 'UTF8'`);
  await client.end();
  made.push(name);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
};

try {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query('show server_version');
  await client.end();
  const head = [
    '# Performance',
    '',
    'Printed by `npm run bench -- --write`. Ratios are medians of interleaved rounds of one run; trust them more than rates.',
    '',
    `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.versions.node}, PostgreSQL ${rows[0].server_version}` +
      `${process.env.DATABASE_URL ? '' : ' (embedded)'}, ${settings.rounds} rounds of ${settings.ms / 1000} s.`,
  ].join('\n');
  console.log(head);
  const sections = [];
  for (const bench of [benchAppend, benchRebuild, benchPooledBudget, benchReaderLog, benchEvaluation]) {
    const section = await bench(freshDatabase, settings);
    console.log(`\n${section}`);
    sections.push(section);
  }
  if (process.argv.includes('--write')) writeFileSync(join(root, 'docs/reference/performance.md'), `${[head, ...sections].join('\n\n')}\n`);
} finally {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  for (const name of made) await client.query(`drop database if exists ${name} with (force)`).catch(() => undefined);
  await client.end();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
