#!/usr/bin/env node
// From measured service times to a town, a city and the country: `npm run capacity` puts the tables into docs/reference/capacity.md; without
// `--write` they are printed. The times are read from docs/reference/performance.md. `--seed N` draws another year.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from './measure.mjs';
import { lognormal, simulate } from './queueing.mjs';
import { commitsIn, inPlaces } from './report.mjs';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, write: { type: 'boolean', default: false } } });
const seed = Number(values.seed);
const measured = readFileSync(join(import.meta.dirname, '../../docs/reference/performance.md'), 'utf8');

/** The cells of the rows that begin like this. */
const rowsOf = (start) => {
  const rows = measured.split('\n').filter((line) => line.startsWith(`| ${start} |`));
  if (rows.length === 0) throw new Error(`performance.md has no row "${start}": measure again, or change what this reads`);
  return rows.map((row) => row.split('|').slice(2, -1).map((cell) => Number.parseFloat(cell)));
};
const rowOf = (start) => rowsOf(start)[0];

const query = (start) => {
  const [p50, p99] = rowOf(start);
  return lognormal({ p50: p50 / 1_000, p99: p99 / 1_000 });
};

const perYear = { events: 60, eventsPerCommand: 1.07, readsPerCommand: 12 };
const officeSeconds = 220 * 8 * 3_600;
/** The busiest hour against the average one of the office. */
const PEAK = 4;
const bytes = { event: 675, receipt: 227, readModelsPerHousehold: 15_300 };

const commandSeconds = 1 / rowOf('1 client')[0];
const spread = rowOf('trajectory page')[1] / rowOf('trajectory page')[0];
const kinds = [
  { share: 1 / (1 + perYear.readsPerCommand), seconds: lognormal({ p50: commandSeconds, p99: commandSeconds * spread }) },
  { share: 0.5, seconds: query('trajectory page') },
  { share: 1, seconds: query('mine') },
];
const rebuilt = rowOf('rebuild of `trajectory` (pages, worklist, deadlines)')[0];
/** Every projection writes every event; a batch of all of them has one transaction. */
const projections = 5;
const TRANSACTION = 0.002;

const places = [
  { name: 'one town', households: 5_000, processes: 1 },
  { name: 'a city of 200,000', households: 25_000, processes: 1 },
  { name: 'thirty cities', households: 400_000, processes: 3 },
  { name: 'the country, one installation', households: 342 * 5_000, processes: 8 },
];

const count = (number) => (number >= 1e6 ? `${(number / 1e6).toFixed(1)} M` : Math.round(number).toLocaleString('en'));
const millis = (seconds) => `${(seconds * 1_000).toFixed(seconds < 0.01 ? 1 : 0)} ms`;
const share = (part) => `${(part * 100).toFixed(part < 0.1 ? 1 : 0)}%`;
const gigabytes = (many) => `${(many / 1e9).toFixed(many < 1e10 ? 1 : 0)} GB`;

const load = ({ households }) => {
  const commands = (households * perYear.events) / perYear.eventsPerCommand / officeSeconds;
  return { commands: commands * PEAK, requests: commands * PEAK * (1 + perYear.readsPerCommand) };
};

const served = (place) => {
  const { commands, requests } = load(place);
  const { utilisation, p50, p99 } = simulate({ perSecond: requests, servers: place.processes, kinds, pieces: 200_000, seed });
  return [place.name, count(place.households), commands.toFixed(1), requests.toFixed(0), place.processes, share(utilisation), millis(p50), millis(p99)];
};

/** One worker, one batch for each event, all projections: the worst case, for batches grow when there is more. */
const followed = (place) => {
  const events = load(place).commands * perYear.eventsPerCommand;
  const seconds = TRANSACTION + projections / rebuilt;
  const { utilisation, p99 } = simulate({ perSecond: events, servers: 1, kinds: [{ share: 1, seconds: () => seconds }], pieces: 200_000, seed: seed + 1 });
  return [place.name, events.toFixed(1), share(utilisation), millis(p99)];
};

const minutesOf = (events) => events / rebuilt / 60;
const stored = ({ name, households }) => {
  const events = households * perYear.events;
  const log = events * (bytes.event + bytes.receipt / perYear.eventsPerCommand);
  return [name, count(events), count(events * 5), gigabytes(log), gigabytes(log * 5), gigabytes(households * bytes.readModelsPerHousehold), `${minutesOf(events * 5).toFixed(1)} min`];
};

const country = places.at(-1);
const [alone, eight] = rowsOf('ours').map(([perSecond]) => Math.round(perSecond));
const machine = /^\d+ × [^,]+/m.exec(measured)?.[0] ?? 'an unknown machine';

const computed = {
  from: `Computed with seed ${seed} from the figures of ${machine}, measured at ${commitsIn(measured).join(', ')}.`,
  people: table(['place', 'households', 'commands/s at the peak', 'requests/s', 'casework processes', 'busy', 'p50', 'p99'], places.map(served)),
  follow: table(['place', 'events/s at the peak', 'worker busy', 'lag p99'], places.map(followed)),
  kept: table(['place', 'events a year', 'after five years', 'log a year', 'after five years', 'read models', 'rebuild of a projection'], places.map(stored)),
  follows: [
    `- **The rate is not the problem.** The whole country at its peak asks for some ${Math.round(load(country).commands * perYear.eventsPerCommand)} events a second; one PostgreSQL on two cores took ${count(alone)}`,
    `  appends a second from one writer and ${count(eight)} from eight. Hundreds of millions of events fit on one disk.`,
    `- **Time to recover is.** After five years one log of the country takes ${(minutesOf(country.households * perYear.events * 5) / 60).toFixed(1)} hours for each rebuild, and a restore as long; a bug there stops`,
    '  342 municipalities at once. With a log for each municipality it is seconds, and a mistake stays in one place.',
  ].join('\n'),
};

if (values.write) {
  const path = join(import.meta.dirname, '../../docs/reference/capacity.md');
  writeFileSync(path, inPlaces(readFileSync(path, 'utf8'), computed));
} else console.log(Object.values(computed).join('\n\n'));
