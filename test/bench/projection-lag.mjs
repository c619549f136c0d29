import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { enrolStaff } from '../../apps/cli/dist/demo/people.js';
import { openPlatform } from '../../libs/assembly/dist/index.js';
import { deriveId } from '../../libs/kernel/dist/index.js';
import { keysInMemory, readKeyRing } from '../../libs/privacy/dist/index.js';
import { StandingClock } from '../../libs/runtime/dist/index.js';
import { Sender } from './at-rate.mjs';
import { now, percentile, table } from './measure.mjs';
import { countProcessorTime } from './processor-time.mjs';

const TODAY = '2026-03-02';
const MASTER_KEYS = `bench:${Buffer.alloc(32, 5).toString('base64')}`;
const PER_SECOND = 300;
const LOOKED_AT = 10;
const ALLOWED = 250;
const READ = { household: ['household'], trajectory: ['trajectory'], pooledBudget: ['pooled-budget'] };
const COMMANDS = 'commands';
const WORKER = 'projections';

/** So that the server can say for whom it worked. */
const named = (url, whose) => {
  const own = new URL(url);
  own.searchParams.set('application_name', whose);
  return own.href;
};

const worker = async (role, url) => {
  const child = fork(join(import.meta.dirname, 'projection-lag-worker.mjs'), [role, named(url, WORKER)], { env: { ...process.env, MASTER_KEYS }, execArgv: [] });
  await new Promise((resolve) => child.once('message', resolve));
  return child;
};

const stopped = (child) => new Promise((resolve) => {
  child.once('exit', resolve);
  child.disconnect();
});

/** From the answer of a command until its read model has it, as a page with `after` waits for it. */
const ofProjections = async (platform, sender, seconds) => {
  const lags = [];
  const waiting = [];
  const perSecond = await sender.during(seconds, (command) => platform.path.handle(command), ({ accepted }, answered, n) => {
    if (n % LOOKED_AT > 0 || !accepted?.events) return;
    const projections = READ[accepted.stream.split('-', 1)[0]];
    waiting.push(platform.gate.reached(projections, accepted.position, 30_000).then((there) => lags.push(there ? now() - answered : Number.POSITIVE_INFINITY)));
  });
  await Promise.all(waiting);
  return { perSecond, lags };
};

/** From the receipt of an append until another process, that was told of it, has read it. */
const ofTheLog = async (platform, child, sender, seconds) => {
  const answers = new Map();
  const lags = [];
  child.on('message', ({ positions, at }) => positions.forEach((position) => answers.has(position) && lags.push(Math.max(0, at - answers.get(position)))));
  const append = async ({ commandId, actor }) => platform.store.append({
    ...{ stream: `raw-${commandId}`, expected: 'any', command: { id: commandId, hash: 'raw' }, actor, correlationId: commandId, causationId: commandId, municipality: 'groningen' },
    events: [{ id: deriveId(commandId, 'raw'), type: 'Raw', schemaVersion: 1, data: { of: 'the log' }, happenedOn: `${TODAY}T10:00:00` }],
  });
  const raw = (command) => append({ ...command, commandId: deriveId('raw', command.commandId) });
  const perSecond = await sender.during(seconds, raw, ({ outcome }, answered) => answers.set(outcome.accepted.positions[0], answered));
  await pause(500);
  return { perSecond, lags };
};

/** The sender stands in the process that takes the commands: its own part of that is told apart. */
const spent = (cores, thinking) => {
  const rows = [['thinking up the commands', thinking], ...cores].map(([whose, busy]) => [whose, whose === COMMANDS ? busy - thinking : busy]);
  const told = rows.filter(([, busy]) => busy >= 0.005).toSorted(([, one], [, other]) => other - one);
  return told.length === 1 ? 'Not seen on this system.' : table(['who', 'cores'], [...told, ['together', rows.reduce((sum, [, busy]) => sum + busy, 0)]].map(([whose, busy]) => [whose, busy.toFixed(2)]));
};

export const benchProjectionLag = async (freshDatabase, { ms }) => {
  const url = await freshDatabase();
  const seconds = Math.max(5, (ms * 10) / 1_000);
  const sender = new Sender(PER_SECOND, TODAY);
  const platform = await openPlatform({ databaseUrl: named(url, COMMANDS), keys: keysInMemory(readKeyRing(MASTER_KEYS)), clock: new StandingClock(`${TODAY}T12:00:00.000Z`) });
  try {
    await enrolStaff(platform.directory);
    const listener = await worker('log', url);
    const raw = await ofTheLog(platform, listener, sender, seconds);
    await stopped(listener);
    const alone = await sender.during(seconds, (command) => platform.path.handle(command));
    const projecting = await worker('projections', url);
    const [thought, counted] = [sender.thinking, await countProcessorTime(url, { [COMMANDS]: process.pid, [WORKER]: projecting.pid })];
    const projected = await ofProjections(platform, sender, seconds);
    const cores = await counted();
    await stopped(projecting);
    const ms2 = (n) => `${n.toFixed(0)} ms`;
    const row = (name, { perSecond, lags }) => [name, Math.round(perSecond), lags.length, ms2(percentile(lags, 0.5)), ms2(percentile(lags, 0.99)), (percentile(lags, 0.99) / percentile(raw.lags, 0.99)).toFixed(2)];
    const text = [
      `## Lag of projections at ${PER_SECOND} commands a second`,
      '',
      'From an answer to the read model that shows it, for all five projections, in a worker of its own; the policies do not run. The raw path is an append, and another process',
      `that reads it. Without a worker beside them ${Math.round(alone)} commands a second went in.`,
      '',
      table(['what', 'a second', 'looked at', 'p50', 'p99', 'p99 to raw'], [row('append, told, read', raw), row('command, append, told, read, projected, told', projected)]),
      '',
      'Who kept the cores busy meanwhile:',
      '',
      spent(cores, (sender.thinking - thought) / seconds),
    ].join('\n');
    return { text, ratios: [{ name: `lag of projections at ${PER_SECOND} commands a second: p99 to ${ALLOWED} ms`, ratio: percentile(projected.lags, 0.99) / ALLOWED, atMost: 1 }] };
  } finally {
    await platform.close();
  }
};
