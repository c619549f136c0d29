import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPlatform } from '@perspectief/assembly';
import { createCasework, demandLoopback } from '@perspectief/casework';
import { loadDemo, ScopedClock } from '@perspectief/cli';
import { openDatabase } from '@perspectief/database';
import { Worker } from '@perspectief/worker';
import { complain } from './complain.js';
import type { Settings } from './settings.js';
import { Shutdown } from './shutdown.js';
import { welcome } from './welcome.js';

const DEMO = { households: 500, seed: 1 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The whole platform in one process: casework and worker on one database. Returns when the demo is there and all of it runs. */
export const start = async (settings: Settings): Promise<void> => {
  demandLoopback(settings.host);
  const shutdown = new Shutdown(say);
  try {
    await run(settings, shutdown);
  } catch (error) {
    // Cut short by Ctrl-C: the shutdown is on its way, and says how it ended.
    if (shutdown.begun) return;
    await shutdown.undo();
    throw error;
  }
};

const run = async (settings: Settings, shutdown: Shutdown): Promise<void> => {
  const database = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir });
  shutdown.later(() => database.stop());
  // Wall time, but for the demo's histories, which live in times of their own.
  const clock = new ScopedClock();
  const platform = await openPlatform({ databaseUrl: database.url, clock, complain });
  shutdown.later(() => platform.close());
  const worker = new Worker(platform);
  shutdown.later(() => worker.stop());
  const app = await createCasework({ platform, production: settings.production, report: reportFault });
  shutdown.later(() => app.close());
  shutdown.onSignals();
  database.onDeath(() => void shutdown.fail('The database stopped by itself. Start again: nothing acknowledged is lost.'));
  worker.startProjections();
  await app.listen(settings.port, settings.host);
  say(welcome(await app.getUrl(), settings));
  const demo = demoOnce(settings, (options) => loadDemo(platform, clock, { ...DEMO, ...options, signal: shutdown.signal }));
  shutdown.later(() => demo.catch(() => undefined));
  await demo;
  worker.startActing();
};

/** What a user sent wrong is told to the user; what went wrong here is for whoever keeps the platform running. */
const reportFault = (code: string, cause: unknown): void => {
  if (code !== 'BAD_USER_INPUT') complain(`a request ended in ${code}`, cause);
};

/** Demo households come with the first start; a start that was cut short goes on with them. Nothing else acts meanwhile. */
const demoOnce = async (
  { demo, dataDir, databaseUrl }: Settings,
  load: (options: { onHousehold: (done: number) => void }) => Promise<unknown>,
): Promise<void> => {
  const mark = databaseUrl ? undefined : join(dataDir, 'demo-loaded');
  if (!demo || (mark && existsSync(mark))) return;
  say('Loading demo households; you can already look around.');
  await load({ onHousehold: (done) => void (done % 100 === 0 && say(`  ${done} of ${DEMO.households} households`)) });
  if (mark) writeFileSync(mark, '');
  say('The demo is loaded.');
};
