import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPlatform } from '@perspectief/assembly';
import { createCasework, demandLoopback } from '@perspectief/casework';
import { loadDemo, ScopedClock } from '@perspectief/cli';
import { openDatabase } from '@perspectief/database';
import { Worker } from '@perspectief/worker';
import type { Settings } from './settings.js';
import { welcome } from './welcome.js';

const DEMO = { households: 500, seed: 1 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The whole platform in one process: casework and worker on one database. Returns when it listens. */
export const start = async (settings: Settings): Promise<void> => {
  demandLoopback(settings.host);
  const database = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir });
  // Wall time, but for the demo's histories, which live in times of their own.
  const clock = new ScopedClock();
  const platform = await openPlatform({ databaseUrl: database.url, clock });
  const ending = new AbortController();
  const worker = new Worker(platform);
  const app = await createCasework({ platform, production: settings.production });
  const stop = stopper([async () => ending.abort(), () => app.close(), () => worker.stop(), () => platform.close(), () => database.stop()]);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  worker.startProjections();
  await app.listen(settings.port, settings.host);
  say(welcome(await app.getUrl(), settings));
  await demoOnce(settings, (options) => loadDemo(platform, clock, { ...DEMO, ...options, signal: ending.signal }));
  worker.startActing();
};

/** Stops in order, once; a second Ctrl-C does not wait. */
const stopper = (steps: readonly (() => Promise<unknown>)[]) => {
  let stopping = false;
  return (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say('\nStopping…');
    void (async () => {
      for (const step of steps) await step().catch(() => undefined);
      say('Stopped. Nothing is lost; npm start goes on where you were.');
      process.exit(0);
    })();
  };
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
