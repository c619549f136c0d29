import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import pg from 'pg';
import { allEvents, openLog } from '../../libs/assembly/dist/index.js';
import { cutStudy, Engine, StudyKey, verifyDataset, writeDataset } from '../../libs/contexts/evaluation/datasets/dist/index.js';
import { codecOf } from '../../libs/runtime/dist/index.js';
import { fillWithCaseload } from './generated-caseload.mjs';
import { table } from './measure.mjs';

const tandem = { kind: 'happened', event: 'TandemStarted' };
const card = {
  question: 'q', purpose: 'p', legalBasis: 'l', municipalities: ['groningen'], eligibility: [], arms: [{ name: 'tandem', when: [tandem] }, { name: 'no tandem', when: [{ ...tandem, not: true }] }],
  timeZero: { event: 'FirstConversationHeld' }, outcome: { event: 'PlanAgreed', says: 'plan' }, followUpDays: 365, censoring: [], competing: ['deceased'],
  contrast: 'intention-to-treat', analysis: [], subgroups: [],
};

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
    const events = await store.readAll({ after, limit: 1000 });
    if (events.length === 0) return;
    after = events.at(-1).position;
    yield events.map((event) => codec.lift(event));
  }
}

/** Cuts the study once, under a key of its own, out of all that is in the log. */
export const cutOnce = async (engine, store) => {
  const position = await store.head();
  const cut = await cutStudy(engine, decoded(store), { card, key: new StudyKey(new Uint8Array(32)), position, cohortPosition: position });
  if ('refused' in cut) throw new Error(cut.refused.code);
  return cut;
};

/** It takes minutes: what is under way is said beside the report. */
const say = (what) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);

const watched = async (work) => {
  let peak = process.memoryUsage.rss();
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, 50);
  const started = performance.now();
  const result = await work(look).finally(() => clearInterval(timer));
  look();
  return { result, seconds: (performance.now() - started) / 1000, mebibytes: Math.round(peak / 2 ** 20) };
};

const formatOf = ([path]) => (['parquet', 'csv'].includes(dirname(path)) ? dirname(path) : { '.json': 'OCEL JSON', '.sqlite': 'OCEL SQLite', '.xes': 'XES' }[extname(path)] ?? path);

/** A study over the whole log: read, laid aside by trajectory, folded, pseudonymised and protected; then written in every format and checked. */
export const benchEvaluation = async (freshDatabase, { trajectories }) => {
  const url = await freshDatabase();
  const store = await openLog({ databaseUrl: url, eventStoreUrl: undefined, poolSize: 8, complain: () => {} });
  say(`fills a log with ${trajectories.toLocaleString('en')} trajectories`);
  await fillWithCaseload(url, { trajectories, onProgress: (events) => events % 100_000 === 0 && say(`  ${events.toLocaleString('en')} events`) });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const folder = mkdtempSync(join(tmpdir(), 'perspectief-bench-'));
  const engine = await Engine.open({ folder });
  try {
    say('reads its rows');
    await rawRead(client);
    const raws = [await rawRead(client)];
    const before = Math.round(process.memoryUsage.rss() / 2 ** 20);
    say('cuts the study');
    const cut = await watched(() => cutOnce(engine, store));
    say(`  ${cut.seconds.toFixed(1)} s; reads the rows again`);
    raws.push(await rawRead(client));
    const raw = { read: raws[0].read, seconds: (raws[0].seconds + raws[1].seconds) / 2 };
    const origin = { kind: 'outside-log', datasetId: 'bench-data-set', createdAt: '', code: { version: '', commit: '', lockfile: '' }, caseNotion: 'trajectory', source: { format: 'csv', sha256: '0'.repeat(64), cases: 0, events: 0, variants: 0 } };
    const out = join(folder, 'data');
    const formats = [];
    const written = await watched((look) => {
      let since = performance.now();
      return writeDataset(engine, { origin, caseType: 'trajectory', name: 'bench', papers: {} }, out, (paths) => {
        look();
        const now = performance.now();
        say(`wrote ${paths[0]} in ${((now - since) / 1000).toFixed(1)} s`);
        if (!paths.includes('codebook.csv')) formats.push([`written: ${formatOf(paths)}`, { seconds: (now - since) / 1000 }]);
        since = now;
      });
    });
    say('verifies what was written');
    const verified = await watched(() => verifyDataset(out));
    if (!verified.result.whole) throw new Error('the data set is not whole');
    const row = (what, { seconds, mebibytes }) => [what, seconds.toFixed(1), Math.round(raw.read / seconds).toLocaleString('en'), (raw.seconds / seconds).toFixed(2), mebibytes ?? ''];
    const text = [
      `## Data set of a study: ${trajectories.toLocaleString('en')} trajectories, ${raw.read.toLocaleString('en')} events`,
      '',
      table(['what', 's', 'events / s', 'ratio to raw', 'RSS at most, MiB'], [
        row('raw read of the same rows, before and after', raw), row(`cohort replay and cut (from ${before} MiB)`, cut),
        ...formats.map(([what, figures]) => row(what, figures)),
        row('written: all of it, with digests', written), row('verified', verified),
      ]),
    ].join('\n');
    return { text, ratios: [{ name: 'cohort replay and cut of a study to the raw read', ratio: raw.seconds / cut.seconds, atLeast: 0.3 }] };
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
    await client.end();
    await store.close();
  }
};
