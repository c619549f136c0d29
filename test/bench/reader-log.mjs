import { deriveId } from '../../libs/kernel/dist/index.js';
import { openPlatform } from '../../libs/assembly/dist/index.js';
import { throwAwayKeys } from '../../libs/privacy/dist/index.js';
import { ReaderLog, Visits } from '../../libs/access/reader-log/dist/index.js';
import { fillLog } from './caseload.mjs';
import { contest, median, percentile, table, timesOf } from './measure.mjs';

const EVENTS = 20_000;
const LOOKS = 100_000;
const LISTED = 50;
const READERS = 32;

const person = (n) => ({ id: `coach-${n % 40}`, role: 'neighbourhood-coach' });
const lookAt = (trajectoryId, n) => ({
  person: person(n), action: 'read', what: 'trajectory', householdIds: [deriveId('household of', trajectoryId)], trajectoryIds: [trajectoryId], purpose: 'support',
});

/** How many pages a second, by so many readers at once. */
const pagesPerSecond = async (ms, readers, once) => {
  const until = performance.now() + ms;
  const started = performance.now();
  let done = 0;
  await Promise.all(Array.from({ length: readers }, async (_, reader) => {
    for (let n = reader; performance.now() < until; n += readers) {
      await once(n);
      done += 1;
    }
  }));
  return (done * 1000) / (performance.now() - started);
};

/** Years of looks in one household, most of them lists that it stood in. */
const fillLooks = async (log, households) => {
  const day = (n) => new Date(Date.UTC(2021, 0, 1) + n * 1_500_000).toISOString();
  for (let at = 0; at < LOOKS; at += 2_000)
    await Promise.all(Array.from({ length: 2_000 }, (_, i) => {
      const n = at + i;
      const list = n % 10 < 7 ? Array.from({ length: LISTED }, (_, k) => households[(n + k) % households.length]) : [households[n % households.length]];
      return log.record({ person: person(n), action: list.length > 1 ? 'listed' : 'read', what: list.length > 1 ? 'households' : 'trajectory', householdIds: list, purpose: 'support', startedAt: day(n) });
    }));
};

export const benchReaderLog = async (freshDatabase, { rounds, ms }) => {
  const url = await freshDatabase();
  const platform = await openPlatform({ databaseUrl: url, keys: throwAwayKeys() });
  const ids = await fillLog(platform.store, EVENTS);
  await platform.projections.rebuild('trajectory');
  const idOf = (n) => ids[(n * 7919) % ids.length];
  const page = (n) => platform.pages.trajectory(idOf(n), { today: '2025-06-01' });
  const toDisk = new ReaderLog({ databaseUrl: url, durability: 'disk' });
  const readings = {
    'a page, no look written': page,
    'a page and its look': (n) => Promise.all([page(n), platform.readerLog.record(lookAt(idOf(n), n))]),
    'a page and its look, each waiting for the disk': (n) => Promise.all([page(n), toDisk.record(lookAt(idOf(n), n))]),
  };
  const contenders = (readers) => Object.fromEntries(Object.entries(readings).map(([name, once]) => [name, (warmUp) => pagesPerSecond(warmUp ?? ms, readers, once)]));
  const lines = async (readers) => (await contest(contenders(readers), rounds)).map(({ name, median: rate, ratio }) => [name, Math.round(rate), ratio.toFixed(2)]);
  const one = await lines(1);
  const many = await lines(READERS);

  const latencies = [];
  for (const [name, once] of Object.entries(readings)) latencies.push([name, await timesOf(1_000, once)]);
  const base = median(latencies[0][1]);
  const shown = (n) => `${n.toFixed(2)} ms`;

  const households = Array.from({ length: 500 }, (_, n) => deriveId('household', n));
  await fillLooks(platform.readerLog, households);
  await platform.database.query('analyze');
  const visits = new Visits(platform.database);
  const asked = await timesOf(200, (n) => visits.page(households[(n * 31) % households.length], 20));
  const [{ looks }] = await platform.database.query('select count(*)::int as looks from access.reader_log_households where household_id = $1', [households[0]]);
  await toDisk.close();
  await platform.close();
  return [
    '## The reader log',
    '',
    table(['one reader', 'pages / s', 'ratio'], one),
    '',
    table([`${READERS} readers`, 'pages / s', 'ratio'], many),
    '',
    table(['one reader', 'p50', 'p99', 'p50 to no look'], latencies.map(([name, taken]) => [name, shown(percentile(taken, 0.5)), shown(percentile(taken, 0.99)), (median(taken) / base).toFixed(2)])),
    '',
    `"Who looked in my file?", first 20 lines, ${looks.toLocaleString('en')} looks in that household among ${LOOKS.toLocaleString('en')}: p50 ${shown(percentile(asked, 0.5))}, p99 ${shown(percentile(asked, 0.99))}.`,
  ].join('\n');
};
