import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { allEvents, openLog } from '../../libs/assembly/dist/index.js';
import { cutStudy, Engine, StudyKey, verifyDataset, writeDataset } from '../../libs/contexts/evaluation/datasets/dist/index.js';
import { codecOf } from '../../libs/runtime/dist/index.js';
import { fillLog } from './caseload.mjs';
import { table } from './measure.mjs';

const held = { kind: 'happened', event: 'CoachAssigned' };
const card = {
  question: 'q', purpose: 'p', legalBasis: 'l', eligibility: [], arms: [{ name: 'all', when: [held] }, { name: 'none', when: [] }],
  timeZero: { event: 'FirstConversationHeld' }, outcome: { event: 'GoalSet', says: 'goal' }, followUpDays: 365, censoring: [], competing: [],
  contrast: 'intention-to-treat', analysis: [], subgroups: [],
};

/** As if it had been written down on its day: this log was filled in a minute. */
const onItsDay = (event) => ({ ...event, recordedAt: `${event.happenedOn}.000Z` });

/** Half of the households set no goal: a study in which all end alike is not cut. */
const setsGoals = ({ type, stream }) => type !== 'GoalSet' || stream.charCodeAt(stream.length - 1) % 2 === 0;

const rawRead = async (client) => {
  const started = performance.now();
  let [after, read] = [0, 0];
  for (;;) {
    const { rows } = await client.query('select * from log.events where position > $1 order by position limit 5000', [after]);
    if (rows.length === 0) return { read, seconds: (performance.now() - started) / 1000 };
    read += rows.length;
    after = rows.at(-1).position;
  }
};

async function* decoded(store) {
  const codec = codecOf(allEvents);
  for (let after; ; ) {
    const events = await store.readAll({ after, limit: 5000 });
    if (events.length === 0) return;
    after = events.at(-1).position;
    yield events.filter(setsGoals).map((event) => onItsDay(codec.decode(event)));
  }
}

const watched = async (work) => {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const started = performance.now();
  const result = await work().finally(() => clearInterval(timer));
  return { result, seconds: (performance.now() - started) / 1000, mebibytes: Math.round(peak / 2 ** 20) };
};

/** A study over the whole log: read, laid aside by trajectory, folded, pseudonymised and protected; then written in every format and checked. */
export const benchEvaluation = async (freshDatabase, { events }) => {
  const url = await freshDatabase();
  const store = await openLog({ databaseUrl: url, eventStoreUrl: undefined, poolSize: 8, complain: () => {} });
  await fillLog(store, events);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('analyze');
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-bench-'));
  const engine = await Engine.open({ folder });
  try {
    const raw = await rawRead(client);
    const position = await store.head();
    const key = new StudyKey(new Uint8Array(32));
    const before = Math.round(process.memoryUsage.rss() / 2 ** 20);
    const cut = await watched(() => cutStudy(engine, decoded(store), { card, key, position, cohortPosition: position }));
    if ('refused' in cut.result) throw new Error(cut.result.refused.code);
    const origin = { kind: 'outside-log', datasetId: 'bench-data-set', createdAt: '', code: { version: '', commit: '', lockfile: '' }, caseNotion: 'trajectory', source: { format: 'csv', sha256: '0'.repeat(64), cases: 0, events: 0, variants: 0 } };
    const out = join(folder, 'data');
    const written = await watched(() => writeDataset(engine, { origin, caseType: 'trajectory', name: 'bench', papers: {} }, out));
    const verified = await watched(() => verifyDataset(out));
    if (!verified.result.whole) throw new Error('the data set is not whole');
    const row = (what, { seconds, mebibytes }) => [what, seconds.toFixed(1), Math.round(raw.read / seconds).toLocaleString('en'), (raw.seconds / seconds).toFixed(2), mebibytes ?? ''];
    return [
      `## Data set of a study: ${raw.read.toLocaleString('en')} events`,
      '',
      table(['what', 's', 'events / s', 'ratio to raw', 'RSS at most, MiB'], [
        row('raw read of the same rows', raw), row(`cohort replay and cut (from ${before} MiB)`, cut),
        row('written: Parquet, CSV, OCEL JSON and SQLite, XES, digests', written), row('verified', verified),
      ]),
    ].join('\n');
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
    await client.end();
    await store.close();
  }
};
