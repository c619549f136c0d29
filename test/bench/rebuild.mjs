import pg from 'pg';
import { openPlatform } from '../../libs/assembly/dist/index.js';
import { throwAwayKeys } from '../../libs/privacy/dist/index.js';
import { fillLog } from './caseload.mjs';
import { median, percentile, table, timesOf } from './measure.mjs';

/** The same rows, page after page, with nothing done to them. */
const rawRead = async (client) => {
  const started = performance.now();
  let after = 0;
  let read = 0;
  for (;;) {
    const { rows } = await client.query('select * from log.events where position > $1 order by position limit 5000', [after]);
    if (rows.length === 0) return { read, perSecond: (read * 1000) / (performance.now() - started) };
    read += rows.length;
    after = rows.at(-1).position;
  }
};

export const benchRebuild = async (freshDatabase, { events, rounds }) => {
  const url = await freshDatabase();
  const platform = await openPlatform({ databaseUrl: url, keys: throwAwayKeys() });
  const ids = await fillLog(platform.store, events);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('analyze');
  const rebuilds = [];
  for (let round = 0; round < Math.min(rounds, 3); round += 1) {
    const raw = await rawRead(client);
    const started = performance.now();
    await platform.projections.rebuild('trajectory');
    const perSecond = (raw.read * 1000) / (performance.now() - started);
    rebuilds.push({ raw: raw.perSecond, perSecond, ratio: perSecond / raw.perSecond });
  }
  const idOf = (i) => ids[(i * 7919) % ids.length];
  const sql = await timesOf(1_000, (i) => client.query('select state from read.trajectories where trajectory_id = $1', [idOf(i)]));
  const page = await timesOf(1_000, (i) => platform.pages.trajectory(idOf(i), { today: '2025-06-01' }));
  const asOf = await timesOf(500, (i) => platform.pages.trajectory(idOf(i), { today: '2025-06-01', asOf: '2024-09-01' }));
  await client.end();
  await platform.close();
  const ms = (n) => `${n.toFixed(2)} ms`;
  const row = (name, taken) => [name, ms(percentile(taken, 0.5)), ms(percentile(taken, 0.99)), (median(taken) / median(sql)).toFixed(2)];
  const ratio = median(rebuilds.map((r) => r.ratio));
  const text = [
    `## Rebuild of a projection: ${events.toLocaleString('en')} events`,
    '',
    table(
      ['what', 'events / s', 'ratio to raw'],
      [
        ['raw read of the same rows', Math.round(median(rebuilds.map((r) => r.raw))), '1.00'],
        ['rebuild of `trajectory` (pages, worklist, deadlines)', Math.round(median(rebuilds.map((r) => r.perSecond))), ratio.toFixed(2)],
      ],
    ),
    '',
    '## One trajectory of 100 events',
    '',
    table(
      ['query', 'p50', 'p99', 'p50 to raw SQL'],
      [row('raw SQL: the stored row', sql), row('trajectory page', page), row('trajectory page as of a date (folded from the log)', asOf)],
    ),
  ].join('\n');
  return { text, ratios: [{ name: 'rebuild of `trajectory` to the raw read', ratio, atLeast: 0.35 }] };
};
