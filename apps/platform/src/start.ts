import { join } from 'node:path';
import { complain, metricsPlace, openPlatform, serveMetrics, tracingFrom, type Platform } from '@perspectief/assembly';
import { createCasework, demandSafeAddress, hardeningFrom, reportFault, type SignInSettings } from '@perspectief/casework';
import { enrolStaff, loadDemo, ScopedClock, sealFileOf } from '@perspectief/cli';
import { openDatabase } from '@perspectief/database';
import { keysAt } from '@perspectief/privacy';
import { Worker } from '@perspectief/worker';
import { demoSignIn } from './demo-provider/mount.js';
import { makeDemoStudy } from './demo-study.js';
import { EvaluationProcess } from './evaluation/evaluation-process.js';
import { evaluationLogin } from './evaluation/login.js';
import { once } from './once.js';
import type { Settings } from './settings.js';
import { Shutdown } from './shutdown.js';
import { welcome } from './welcome.js';

const SEED = 1;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

export interface Running {
  readonly url: string;
  readonly platform: Platform;
}

/**
 * The whole platform in one process: casework and worker on one database. Returns when the demo is there and all of it runs; nothing when
 * Ctrl-C came first. `clock` is wall time, but for the demo's histories, which live in times of their own.
 */
export const start = async (settings: Settings, clock = new ScopedClock()): Promise<Running | undefined> => {
  demandSafeAddress(settings.host, settings.city);
  const shutdown = new Shutdown(say);
  try {
    return await run(settings, shutdown, clock);
  } catch (error) {
    // Cut short by Ctrl-C: the shutdown is on its way, and says how it ended.
    if (shutdown.begun) return undefined;
    await shutdown.undo();
    throw error;
  }
};

const run = async (settings: Settings, shutdown: Shutdown, clock: ScopedClock): Promise<Running> => {
  const database = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir });
  shutdown.later(() => database.stop());
  const platform = await openPlatform({
    databaseUrl: database.url, eventStoreUrl: settings.eventStoreUrl, keys: await keysAt(process.env, settings.dataDir), clock, complain, tracing: await tracingFrom(process.env, 'perspectief'),
  });
  shutdown.later(() => platform.close());
  const worker = new Worker(platform);
  shutdown.later(() => worker.stop());
  const metricsAt = metricsPlace(process.env);
  const metrics = metricsAt && (await serveMetrics(platform, metricsAt));
  if (metrics) shutdown.later(() => metrics.close());
  const address = new Address();
  const signIn = await signInOf(settings, platform, address);
  const aside: { evaluation?: EvaluationProcess | undefined } = {};
  const evaluationAt = settings.evaluation ? () => aside.evaluation?.url : undefined;
  const app = await createCasework({ platform, ...signIn, evaluationAt, production: settings.production, report: reportFault, ...hardeningFrom(process.env) });
  shutdown.later(() => app.close());
  shutdown.onSignals();
  database.onDeath(() => void shutdown.fail('The database stopped by itself. Start again: nothing acknowledged is lost.'));
  worker.startProjections();
  await app.listen(settings.port, settings.host);
  address.url = await app.getUrl();
  say(welcome(address.url, settings));
  aside.evaluation = settings.evaluation ? await beside(settings, database.url, signIn.signIn) : undefined;
  shutdown.later(async () => aside.evaluation?.stop());
  const demo = demoOnce(settings, (options) => loadDemo(platform, clock, { seed: SEED, households: settings.households, ...options, signal: shutdown.signal }));
  shutdown.later(() => demo.catch(() => undefined));
  await demo;
  worker.startActing();
  if (settings.demo && !settings.databaseUrl && aside.evaluation) {
    const where = { address: address.url, listens: () => aside.evaluation?.url !== undefined, signal: shutdown.signal };
    const study = once(settings.dataDir, 'demo-study', () => makeDemoStudy(where));
    shutdown.later(() => study.catch(() => undefined));
    study.catch((error: unknown) => shutdown.begun || complain('the study of the demonstration could not be made', error));
  }
  return { url: address.url, platform };
};

/** The evaluation in a process of its own, under a login of its own; on a server of one's own, whoever keeps that makes the login. */
const beside = async ({ databaseUrl, dataDir, eventStoreUrl, evaluationUrl, production }: Settings, url: string, { issuer, publicUrl }: SignInSettings): Promise<EvaluationProcess | undefined> => {
  // Households do not wait for studies: what keeps these from running is told, and the rest goes on.
  const made = databaseUrl === undefined ? await evaluationLogin(url, dataDir).catch((error: unknown) => complain('the evaluation could not be prepared', error)) : undefined;
  const own = evaluationUrl ?? (made || undefined);
  if (own === undefined) {
    say('  The evaluation service does not run: make its login (perspectief evaluation prepare) and set EVALUATION_DATABASE_URL.');
    return undefined;
  }
  const evaluation = new EvaluationProcess(
    { databaseUrl: own, eventStoreUrl, folder: join(dataDir, 'evaluation'), sealFile: sealFileOf(process.env, dataDir), issuer: issuer.issuer(), audience: issuer.audience, publicUrl: publicUrl(), production }, say);
  evaluation.start();
  return evaluation;
};

/** Known once the service listens: port 0 is any port. */
class Address {
  url: string | undefined;

  readonly told = (): string => {
    if (this.url === undefined) throw new Error('the service does not listen yet');
    return this.url;
  };
}

/** At the city's own issuer, or at the demonstration's, whose people are there before anybody looks. */
const signInOf = async ({ city, demo, databaseUrl, dataDir }: Settings, { directory }: Platform, address: Address) => {
  if (city) return { signIn: city };
  if (demo || databaseUrl === undefined) await enrolStaff(directory);
  return demoSignIn(dataDir, directory, address.told);
};

/** Demo households come with the first start, or whenever they are asked for on a server of one's own. Nothing else acts meanwhile. */
const demoOnce = async (
  { demo, dataDir, databaseUrl, households }: Settings,
  load: (options: { onHousehold: (done: number) => void }) => Promise<unknown>,
): Promise<void> => {
  if (!demo) return;
  const all = async (): Promise<void> => {
    say('Loading demo households; you can already look around.');
    await load({ onHousehold: (done) => void (done % 100 === 0 && say(`  ${done} of ${households} households`)) });
    say('The demo is loaded.');
  };
  await (databaseUrl ? all() : once(dataDir, 'demo-loaded', all));
};
