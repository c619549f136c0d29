import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../infra/ready.mjs';
import { median, table } from './measure.mjs';

const HOUSEHOLDS = 100;
const main = join(root, 'apps/platform/dist/main.js');

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
};

const answers = (url) => fetch(url).then((response) => response.ok, () => false);

/** One start of the platform: answers how long until it is ready, and a way to end it. */
const startOne = async (data, demo) => {
  const [port, metrics] = [await freePort(), await freePort()];
  const started = performance.now();
  const child = spawn(process.execPath, [main, '--port', port, '--data', data, '--households', HOUSEHOLDS, ...(demo ? [] : ['--no-demo'])], {
    env: { ...process.env, METRICS_PORT: metrics, DATABASE_URL: '', EVENT_STORE_URL: '', NODE_ENV: '' }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  const until = async (holds) => {
    while (!(await holds())) {
      if (child.exitCode !== null) throw new Error(`the platform ended before it was ready: ${said}`);
      await pause(10);
    }
    return performance.now() - started;
  };
  const ready = await until(() => answers(`http://127.0.0.1:${port}/health/ready`));
  const memory = async () => Number(/^process_resident_memory_bytes (\S+)/m.exec(await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text())[1]) / 2 ** 20;
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { ready, memory, loaded: () => until(async () => said.includes('The demo is loaded.')), stop };
};

/** `npm start` from nothing, and again: seconds to `/health/ready`, and mebibytes of the process. */
export const benchStartUp = async (_, { rounds }) => {
  const data = mkdtempSync(join(tmpdir(), 'perspectief-start-'));
  try {
    const first = await startOne(data, true);
    const loaded = await first.loaded();
    const afterDemo = await first.memory();
    await first.stop();
    const later = [];
    let atRest;
    for (let round = 0; round < rounds; round += 1) {
      const one = await startOne(data, false);
      later.push(one.ready);
      if (round === rounds - 1) {
        await pause(1_000);
        atRest = await one.memory();
      }
      await one.stop();
    }
    const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`;
    const rows = [
      ['first start: new database, all migrations', seconds(first.ready)],
      [`and until ${HOUSEHOLDS} households of the demo are there`, seconds(loaded)],
      [`later start, median of ${rounds}`, seconds(median(later))],
      ['memory at rest, a second after a start', `${atRest.toFixed(0)} MiB`],
      ['memory after the demo was loaded', `${afterDemo.toFixed(0)} MiB`],
    ];
    return `## Start-up and memory\n\nCasework, worker and web application in one process; the database is a process of its own beside it.\n\n${table(['what', ''], rows)}`;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
