import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { tellParts, type Order } from './tell-parts.js';
import type { Counts, Told } from './tell-cases.js';

/** A program that was not built, such as a test, has no file for a thread, and goes without. */
const WORKER = new URL('./part-worker.js', import.meta.url);
const MOST_THREADS = 4;
/** A thread takes half a second to start. */
const WORTH_A_THREAD = 20_000;
/** Facts of a case live as long as the case: with this much room for what is young, the collector finds most of them dead. */
const YOUNG_MIB = 64;

const onThread = (order: Order): Promise<Told> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread of the cut ended with ${code}`)));
  });

const sums = (all: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const total: Record<string, number> = {};
  for (const one of all) for (const [name, number] of Object.entries(one)) total[name] = (total[name] ?? 0) + number;
  return total;
};

/** What all came to together, in an order that does not hang on who told which part. */
const merged = (all: readonly Told[]): Told => ({
  counts: sums(all.map(({ counts }) => ({ ...counts }))) as unknown as Counts,
  arms: sums(all.map(({ arms }) => arms)),
  members: all.flatMap(({ members }) => members),
  withdrawn: [...new Set(all.flatMap(({ withdrawn }) => withdrawn))],
  types: [...new Set(all.flatMap(({ types }) => types))].sort(),
  cases: all.flatMap(({ cases }) => cases).sort((one, other) => (String(one['case_id']) < String(other['case_id']) ? -1 : 1)),
});

/** Tells the cases of all parts, on as many threads as are worth it; `names` are what the files of rows begin with. */
export const toldInParts = async (order: Omit<Order, 'name'>, facts: number): Promise<Told & { readonly names: readonly string[] }> => {
  const threads = facts < WORTH_A_THREAD || !existsSync(WORKER) ? 1 : Math.min(MOST_THREADS, availableParallelism());
  const orders = Array.from({ length: threads }, (_, n): Order => ({ ...order, name: `told-${n}`, parts: order.parts.filter((_part, at) => at % threads === n) }));
  const all = threads === 1 ? orders.map(tellParts) : await Promise.all(orders.map(onThread));
  return { ...merged(all), names: orders.map(({ name }) => name) };
};
