import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { openPlatform } from '@perspectief/assembly';
import { ENVIRONMENT, keysInMemory, readKeyRing } from '@perspectief/privacy';
import { everything } from '@perspectief/runtime';
import { fillLog } from './caseload.mjs';
import { median, percentile, table } from './measure.mjs';
import { MASTER_KEYS } from './service-process.mjs';

const READERS = 50;
const COACHES = 40;
const WRITES = 50;
const TODAY = '2025-06-02';
const HORIZON = '2025-06-16';
const POOL = 12;

/** The same answer by hand: the first twenty of one coach, and how many each tab holds. */
const ITEMS = {
  name: 'items',
  text: `select item_id, trajectory_id, budget_id, request_id, area, coach_id, for_role, kind, rule, article, due_on::text, since::text, stands_still, sentence_nl, sentence_en
    from read.worklist where coach_id = $1 and for_role <> 'budget-holder' and due_on <= $2 order by due_on, item_id limit 21`,
};
const TOTALS = {
  name: 'totals',
  text: `select (count(*) filter (where coach_id = $1 and for_role <> 'budget-holder'))::int as mine, (count(*) filter (where area = any($2)))::int as team,
    (count(*) filter (where coach_id is null))::int as unassigned, count(*)::int as all from read.worklist where due_on <= $3`,
};
const STORED = { name: 'stored', text: 'select state from read.trajectories where trajectory_id = $1' };

/** Everybody asks as soon as the last answer is there. Answers how long each took. */
const readBy = async (ms, once) => {
  const taken = [];
  const until = performance.now() + ms;
  await Promise.all(Array.from({ length: READERS }, async (_, reader) => {
    for (let n = reader; performance.now() < until; n += READERS) {
      const started = performance.now();
      await once(n);
      taken.push(performance.now() - started);
    }
  }));
  return taken;
};

/** Contenders take turns; the ratio is the median of the rounds' ratios of medians to the first. */
const turns = async (contenders, rounds, ms) => {
  const all = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (const once of Object.values(contenders)) await readBy(300, once);
  for (let round = 0; round < rounds; round += 1) for (const [name, once] of Object.entries(contenders)) all[name].push(await readBy(ms, once));
  const [base] = Object.values(all);
  return Object.entries(all).map(([name, seen]) => ({
    name, p50: percentile(seen.flat(), 0.5), p99: percentile(seen.flat(), 0.99), ratio: median(seen.map((taken, round) => median(taken) / median(base[round]))),
  }));
};

const besides = async (url, trajectories) => {
  const child = fork(join(import.meta.dirname, 'beside.mjs'), [String(WRITES), String(trajectories)], { env: { ...process.env, DATABASE_URL: url, [ENVIRONMENT]: MASTER_KEYS } });
  await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('the writers ended before they began')))]);
  const began = performance.now();
  return async () => {
    child.send({ stop: true });
    const [{ written }] = await once(child, 'message');
    return (written * 1_000) / (performance.now() - began);
  };
};

export const benchReaders = async (freshDatabase, { rounds, ms, events }) => {
  const url = await freshDatabase();
  const platform = await openPlatform({ databaseUrl: url, keys: keysInMemory(readKeyRing(MASTER_KEYS)), poolSize: POOL });
  const ids = await fillLog(platform.store, events / 2, { coaches: COACHES });
  await platform.projections.rebuild('trajectory');
  await platform.database.query('analyze');
  const sql = new pg.Pool({ connectionString: url, max: POOL });
  const idOf = (n) => ids[(n * 7919) % ids.length];
  const coachOf = (n) => `coach-${1 + (n % COACHES)}`;
  const question = (n) => ({ tab: 'mine', within: everything, personId: coachOf(n), areas: ['beijum'], today: TODAY, horizonDays: 14, first: 20 });
  const mine = await platform.worklist.page(question(0));
  const { rows } = await sql.query({ ...ITEMS, values: [coachOf(0), HORIZON] });
  if (rows.length !== mine.items.length + Number(mine.hasNext)) throw new Error('the list by hand is another list');
  const stop = await besides(url, ids.length);
  const lists = await turns({
    'worklist: SQL by hand': (n) => Promise.all([sql.query({ ...ITEMS, values: [coachOf(n), HORIZON] }), sql.query({ ...TOTALS, values: [coachOf(n), ['beijum'], HORIZON] })]),
    worklist: (n) => platform.worklist.page(question(n)),
  }, rounds, ms);
  const pages = await turns({
    'trajectory: SQL by hand, the stored row': (n) => sql.query({ ...STORED, values: [idOf(n)] }),
    'trajectory page': (n) => platform.pages.trajectory(idOf(n), { today: TODAY }),
  }, rounds, ms);
  const writes = await stop();
  await sql.end();
  await platform.close();
  const shown = [...lists, ...pages].map(({ name, p50, p99, ratio }) => [name, `${p50.toFixed(1)} ms`, `${p99.toFixed(1)} ms`, ratio.toFixed(2)]);
  const text = [
    `## ${READERS} readers at once, writers beside them`, '',
    `${(mine.totals.all).toLocaleString('en')} items of ${ids.length.toLocaleString('en')} trajectories and ${COACHES} coaches within two weeks. Everybody asks again at once, so these are times of a machine`,
    `that is full; ${Math.round(writes)} commands a second are written and projected in another process meanwhile.`, '',
    table(['query', 'p50', 'p99', 'p50 to SQL'], shown),
  ].join('\n');
  return { text, ratios: [{ name: `worklist, ${READERS} readers: p50 to SQL by hand`, ratio: lists[1].ratio, atMost: 2 }, { name: `trajectory page, ${READERS} readers: p50 to reading its row`, ratio: pages[1].ratio }] };
};
