import pg from 'pg';
import { openPlatform } from '@perspectief/assembly';
import { throwAwayKeys } from '@perspectief/privacy';
import { fillLog } from './caseload.mjs';
import { median, percentile, table, timesOf } from './measure.mjs';

const PER_STREAM = 500;
const STREAMS = 40;
/** The contacts of a caseload are five days apart: seven years. */
const TODAY = '2031-01-06';

/** A page folded from the log as of a date, of trajectories that are longer than any so far. */
export const benchLongStreams = async (freshDatabase, { asks }) => {
  const url = await freshDatabase();
  const platform = await openPlatform({ databaseUrl: url, keys: throwAwayKeys() });
  const ids = await fillLog(platform.store, STREAMS * PER_STREAM, { perStream: PER_STREAM });
  await platform.projections.catchUp();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('analyze');
  const idOf = (n) => ids[(n * 17) % ids.length];
  const page = (more) => (n) => platform.pages.trajectory(idOf(n), { today: TODAY, ...more });
  const half = asks / 2;
  const raw = await timesOf(half, (n) => client.query('select * from log.events where stream = $1 order by stream_version', [`trajectory-${idOf(n)}`]));
  const questions = [
    [`raw SQL: the ${PER_STREAM} rows`, raw],
    ['page as it is now (a stored row)', await timesOf(half, page({}))],
    ['page as of a date half-way', await timesOf(half, page({ asOf: '2027-06-15' }))],
    ['page as of today, as it was known now', await timesOf(half, page({ asOf: TODAY, knownAt: '2100-01-01T00:00:00.000Z' }))],
  ];
  const read = await platform.store.readStream(`trajectory-${idOf(0)}`);
  if (read.length !== PER_STREAM) throw new Error(`a stream has ${read.length} events, not ${PER_STREAM}`);
  await client.end();
  await platform.close();
  const ms = (n) => `${n.toFixed(2)} ms`;
  const rows = questions.map(([name, taken]) => [name, ms(percentile(taken, 0.5)), ms(percentile(taken, 0.99)), (median(taken) / median(raw)).toFixed(2)]);
  return {
    text: [`## As of a date, in streams of ${PER_STREAM} events`, '', table(['query', 'p50', 'p99', 'p50 to raw SQL'], rows)].join('\n'),
    ratios: [{ name: `page as of a date, ${PER_STREAM} events: to reading the rows`, ratio: median(questions[2][1]) / median(raw) }],
  };
};
