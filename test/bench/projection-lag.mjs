import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { enrolStaff } from '../../apps/cli/dist/demo/people.js';
import { householdOf } from '../../apps/cli/dist/demo/household.js';
import { openPlatform } from '../../libs/assembly/dist/index.js';
import { deriveId } from '../../libs/kernel/dist/index.js';
import { keysInMemory, readKeyRing } from '../../libs/privacy/dist/index.js';
import { StandingClock } from '../../libs/runtime/dist/index.js';
import { percentile, table } from './measure.mjs';

const TODAY = '2026-03-02';
const MASTER_KEYS = `bench:${Buffer.alloc(32, 5).toString('base64')}`;
const PER_SECOND = 300;
/** Households that are worked on at the same time; each has one command after the other. */
const AT_ONCE = 200;
const LOOKED_AT = 10;
const ALLOWED = 250;
const READ = { household: ['household'], trajectory: ['trajectory'], pooledBudget: ['pooled-budget'] };

/** One clock for two processes of one machine: milliseconds. */
export const now = () => performance.timeOrigin + performance.now();

const worker = async (role, url) => {
  const child = fork(join(import.meta.dirname, 'projection-lag-worker.mjs'), [role, url], { env: { ...process.env, MASTER_KEYS }, execArgv: [] });
  await new Promise((resolve) => child.once('message', resolve));
  return child;
};

const stopped = (child) => new Promise((resolve) => {
  child.once('exit', resolve);
  child.kill('SIGKILL');
});

/** Commands of one household after the other, without end. */
let taken = 0;
function* commandsOf() {
  for (let n = (taken += 1); ; n = taken += 1)
    for (const [i, { as, do: type, with: data, on }] of householdOf(11, n, TODAY).steps.entries())
      yield { type, data, actor: as, happenedOn: `${on}T10:00:00`, commandId: deriveId('lag', n, i) };
}

/** Sends at the rate, whatever the answers do, for so long. `each` hears of every answer with the time at which it came. */
const atRate = async (seconds, send, each) => {
  const idle = Array.from({ length: AT_ONCE }, (_, client) => ({ client, commands: commandsOf() }));
  const running = new Set();
  const began = performance.now();
  let sent = 0;
  while (performance.now() - began < seconds * 1_000) {
    const due = Math.floor(((performance.now() - began) * PER_SECOND) / 1_000);
    for (; sent < due && idle.length > 0; sent += 1) {
      const one = idle.shift();
      const n = sent;
      const work = send(one.commands.next().value).then((answer) => each(answer, now(), n)).finally(() => {
        running.delete(work);
        idle.push(one);
      });
      running.add(work);
    }
    await pause(2);
  }
  const perSecond = (sent * 1_000) / (performance.now() - began);
  await Promise.all(running);
  return perSecond;
};

/** From the answer of a command until its read model has it, as a page with `after` waits for it. */
const ofProjections = async (platform, seconds) => {
  const lags = [];
  const waiting = [];
  const perSecond = await atRate(seconds, (command) => platform.path.handle(command), ({ accepted }, answered, n) => {
    if (n % LOOKED_AT > 0 || !accepted?.events) return;
    const projections = READ[accepted.stream.split('-', 1)[0]];
    waiting.push(platform.gate.reached(projections, accepted.position, 30_000).then((there) => lags.push(there ? now() - answered : Number.POSITIVE_INFINITY)));
  });
  await Promise.all(waiting);
  return { perSecond, lags };
};

/** From the receipt of an append until another process, that was told of it, has read it. */
const ofTheLog = async (platform, child, seconds) => {
  const answers = new Map();
  const lags = [];
  child.on('message', ({ positions, at }) => positions.forEach((position) => answers.has(position) && lags.push(Math.max(0, at - answers.get(position)))));
  const append = async ({ commandId, actor }) => platform.store.append({
    ...{ stream: `raw-${commandId}`, expected: 'any', command: { id: commandId, hash: 'raw' }, actor, correlationId: commandId, causationId: commandId, municipality: 'groningen' },
    events: [{ id: deriveId(commandId, 'raw'), type: 'Raw', schemaVersion: 1, data: { of: 'the log' }, happenedOn: `${TODAY}T10:00:00` }],
  });
  const raw = (command) => append({ ...command, commandId: deriveId('raw', command.commandId) });
  const perSecond = await atRate(seconds, raw, ({ outcome }, answered) => answers.set(outcome.accepted.positions[0], answered));
  await pause(500);
  return { perSecond, lags };
};

export const benchProjectionLag = async (freshDatabase, { ms }) => {
  const url = await freshDatabase();
  const seconds = Math.max(5, (ms * 10) / 1_000);
  const platform = await openPlatform({ databaseUrl: url, keys: keysInMemory(readKeyRing(MASTER_KEYS)), clock: new StandingClock(`${TODAY}T12:00:00.000Z`) });
  try {
    await enrolStaff(platform.directory);
    const listener = await worker('log', url);
    const raw = await ofTheLog(platform, listener, seconds);
    await stopped(listener);
    const alone = await atRate(seconds, (command) => platform.path.handle(command), () => undefined);
    const projecting = await worker('projections', url);
    const projected = await ofProjections(platform, seconds);
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
    ].join('\n');
    return { text, ratios: [{ name: `lag of projections at ${PER_SECOND} commands a second: p99 to ${ALLOWED} ms`, ratio: percentile(projected.lags, 0.99) / ALLOWED, atMost: 1 }] };
  } finally {
    await platform.close();
  }
};
