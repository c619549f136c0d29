import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from '@perspectief/assembly';
import { fillWithCaseload } from './generated-caseload.mjs';
import { percentile, table } from './measure.mjs';
import { startService } from './service-process.mjs';

const TRAJECTORIES = 20;
/** As many requests a second as a town of some hundreds of workers makes. */
const PER_SECOND = 20;
const ROUNDS = 3;
/** As workers of the evaluation are started (apps/evaluation). */
const POLITE = 10;
const PAGE = `query ($id: ID!) { trajectory(id: $id) { __typename ... on Trajectory { status clocks { rule due state } debtSums { open } } } }`;

/** One request every so often, of which every fourth writes; milliseconds of each. */
const requests = async (coach, ids, ms) => {
  const taken = { read: [], write: [] };
  const until = performance.now() + ms;
  for (let n = 0; performance.now() < until; n += 1) {
    const due = performance.now() + 1_000 / PER_SECOND;
    const [trajectoryId, started] = [ids[n % ids.length], performance.now()];
    if (n % 4 === 0) await coach.does('LogContact', { trajectoryId, contactId: randomUUID(), kind: 'call', reached: true, note: 'Gebeld over de brief.' }, randomUUID());
    else await coach.ask(PAGE, { id: trajectoryId });
    taken[n % 4 === 0 ? 'write' : 'read'].push(performance.now() - started);
    await pause(Math.max(0, due - performance.now()));
  }
  return taken;
};

const cutting = async (databaseUrl) => {
  const child = fork(join(import.meta.dirname, 'cutting.mjs'), { env: { ...process.env, DATABASE_URL: databaseUrl } });
  setPriority(child.pid, POLITE);
  await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('the cuts ended before they began')))]);
  return async () => {
    child.send({ stop: true });
    const [{ cuts }] = await once(child, 'message');
    return cuts;
  };
};

/** Casework while data sets are cut on the same machine out of the same server: rounds without and with, one after the other. */
export const benchEvaluationBeside = async (freshDatabase, { ms, trajectories }) => {
  const town = await freshDatabase();
  await (await openLog({ databaseUrl: town, eventStoreUrl: undefined, poolSize: 2, complain: () => {} })).close();
  const events = await fillWithCaseload(town, { trajectories: Math.min(trajectories, 20_000) });
  const service = await startService(await freshDatabase());
  const coach = await service.coach('coach-beside');
  const ids = Array.from({ length: TRAJECTORIES }, () => randomUUID());
  for (const trajectoryId of ids) {
    const householdId = randomUUID();
    await coach.does('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' }, randomUUID());
    await coach.does('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' }, randomUUID());
  }
  const long = 4 * ms;
  await requests(coach, ids, long);
  const seen = { alone: { read: [], write: [] }, beside: { read: [], write: [] } };
  const keep = (into, { read, write }) => (into.read.push(...read), into.write.push(...write));
  let cuts = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    keep(seen.alone, await requests(coach, ids, long));
    const stop = await cutting(town);
    keep(seen.beside, await requests(coach, ids, long));
    cuts += await stop();
  }
  await service.stop();
  const row = (what, kind) => [what, ...[0.5, 0.99].flatMap((p) => [seen.alone[kind], seen.beside[kind]].map((taken) => `${percentile(taken, p).toFixed(1)} ms`))];
  const text = [
    '## Casework while data sets are cut', '',
    `${PER_SECOND} requests a second, a quarter of them commands, without and with a worker beside them that cuts a study of ${events.toLocaleString('en')} events over and over (${cuts} times) at`,
    `priority ${POLITE}, on the same two cores and out of the same server.`, '',
    table(['request', 'p50 alone', 'p50 beside a cut', 'p99 alone', 'p99 beside a cut'], [row('trajectory page', 'read'), row('command', 'write')]),
  ].join('\n');
  const times = (kind, p) => percentile(seen.beside[kind], p) / percentile(seen.alone[kind], p);
  return { text, ratios: [{ name: 'trajectory page beside a cut: p50 to p50 alone', ratio: times('read', 0.5), atMost: 2 }] };
};
