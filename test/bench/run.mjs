#!/usr/bin/env node
// `npm run bench`: ratios against a peer or the raw limit, in one run. Names of sections narrow it. `--write` puts what was measured into
// docs/reference/performance.md, section by section as each is done, and the ratios into the history beside this file; `--quick` only shows that it runs.
// `--full` makes the caseload of `evaluation` 100,000 trajectories with a million events.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt, ensureInstalled, root } from '../../infra/ready.mjs';
import { commitNow, writeReport } from './report.mjs';

const flag = { type: 'boolean', default: false };
const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: flag, quick: flag, full: flag } });

ensureInstalled();
ensureBuilt();
if (!existsSync(join(import.meta.dirname, 'node_modules/@eventide/message-db')))
  spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: import.meta.dirname, stdio: 'inherit', shell: process.platform === 'win32' });

const { default: pg } = await import('pg');
const { startEmbedded } = await import('../../libs/database/dist/index.js');

/** By name, in the order of the report. Each is loaded when it is run: one may want what another has no need of. */
const benches = {
  appends: async () => (await import('./append.mjs')).benchAppend,
  rebuild: async () => (await import('./rebuild.mjs')).benchRebuild,
  'projection-lag': async () => (await import('./projection-lag.mjs')).benchProjectionLag,
  graphql: async () => (await import('./graphql.mjs')).benchGraphql,
  readers: async () => (await import('./readers.mjs')).benchReaders,
  'long-streams': async () => (await import('./long-streams.mjs')).benchLongStreams,
  'pooled-budget': async () => (await import('./pooled-budget.mjs')).benchPooledBudget,
  'reader-log': async () => (await import('./reader-log.mjs')).benchReaderLog,
  'access-cost': async () => (await import('./access-cost.mjs')).benchAccessCost,
  evaluation: async () => (await import('./evaluation.mjs')).benchEvaluation,
  'evaluation-beside': async () => (await import('./evaluation-beside.mjs')).benchEvaluationBeside,
  tracing: async () => (await import('./tracing.mjs')).benchTracing,
  'start-up': async () => (await import('./start-up.mjs')).benchStartUp,
};
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No section is called ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const settings = values.quick ? { rounds: 2, ms: 500, events: 20_000, waitingRequests: 1_000, asks: 100, trajectories: 2_000 }
  : { rounds: 6, ms: 2_000, events: 200_000, waitingRequests: 10_000, asks: 1_000, trajectories: values.full ? 100_000 : 20_000 };

const scratch = mkdtempSync(join(tmpdir(), 'perspectief-bench-'));
const server = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, stop: async () => {} } : await startEmbedded({ dataDir: scratch });
const made = [];
const withClient = async (work) => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return work(client).finally(() => client.end());
};
const freshDatabase = async () => {
  const name = `bench_${Date.now()}_${made.length}`;
  await withClient((client) => client.query(`create database ${name} template template0 encoding 'UTF8'`));
  made.push(name);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
};

try {
  const { rows } = await withClient((client) => client.query('show server_version'));
  const head = [
    '# Performance',
    '',
    'Printed by `npm run bench -- --write`. Ratios are medians of interleaved rounds of one run; trust them more than rates.',
    '',
    `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.versions.node}, PostgreSQL ${rows[0].server_version}` +
      `${process.env.DATABASE_URL ? '' : ' (embedded)'}, ${settings.rounds} rounds of ${settings.ms / 1000} s.`,
  ].join('\n');
  console.log(head);
  const [commit, on] = [commitNow(), new Date().toISOString().slice(0, 10)];
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    const bench = await benches[name]();
    const measured = await bench(freshDatabase, settings);
    const { text, ratios = [] } = typeof measured === 'string' ? { text: measured } : measured;
    console.log(`\n${text}`);
    if (values.write)
      writeReport({
        reportPath: join(root, 'docs/reference/performance.md'), historyPath: join(import.meta.dirname, 'history.json'),
        ...{ head, order: Object.keys(benches), sections: new Map([[name, text]]), ratios, commit, on },
      });
  }
} finally {
  await withClient(async (client) => {
    for (const name of made) await client.query(`drop database if exists ${name} with (force)`).catch(() => undefined);
  });
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
