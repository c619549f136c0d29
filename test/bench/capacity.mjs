#!/usr/bin/env node
// From measured service times to a town, a city and the country: `node test/bench/capacity.mjs [--seed N]`. Prints the tables of
// docs/reference/capacity.md; the times are read from docs/reference/performance.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lognormal, simulate } from './queueing.mjs';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const seed = Number(values.seed);
const measured = readFileSync(join(import.meta.dirname, '../../docs/reference/performance.md'), 'utf8');

/** The cells of the first row that begins like this. */
const rowOf = (start) => {
  const row = measured.split('\n').find((line) => line.startsWith(`| ${start} |`));
  if (!row) throw new Error(`performance.md has no row "${start}": measure again, or change what this reads`);
  return row.split('|').slice(2, -1).map((cell) => Number.parseFloat(cell));
};

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
/** Every projection reads every event; a batch has a transaction of its own. */
const projections = 5;
const TRANSACTION = 0.002;

const places = [
  { name: 'one town', households: 5_000, processes: 1 },
  { name: 'a city of 200,000', households: 25_000, processes: 1 },
  { name: 'thirty cities', households: 400_000, processes: 3 },
  { name: 'the country, one installation', households: 342 * 5_000, processes: 8 },
];

const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
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

/** One worker, one batch for each append, all projections: the worst case, for batches grow when there is more. */
const followed = (place) => {
  const events = load(place).commands * perYear.eventsPerCommand;
  const seconds = projections * (TRANSACTION + 1 / rebuilt);
  const { utilisation, p99 } = simulate({ perSecond: events, servers: projections, kinds: [{ share: 1, seconds: () => seconds }], pieces: 200_000, seed: seed + 1 });
  return [place.name, events.toFixed(1), share(utilisation), millis(p99)];
};

const stored = ({ name, households }) => {
  const events = households * perYear.events;
  const log = events * (bytes.event + bytes.receipt / perYear.eventsPerCommand);
  return [name, count(events), count(events * 5), gigabytes(log), gigabytes(log * 5), gigabytes(households * bytes.readModelsPerHousehold), `${((events * 5) / rebuilt / 60).toFixed(1)} min`];
};

console.log(`Seed ${seed}.\n`);
console.log(table(['place', 'households', 'commands/s at the peak', 'requests/s', 'casework processes', 'busy', 'p50', 'p99'], places.map(served)));
console.log(`\n${table(['place', 'events/s at the peak', 'worker busy', 'lag p99'], places.map(followed))}`);
console.log(`\n${table(['place', 'events a year', 'after five years', 'log a year', 'after five years', 'read models', 'rebuild of a projection'], places.map(stored))}`);
