import { join } from 'node:path';
import { categoryOf, type BusinessDate, dayOfMoment, type Recorded } from '@perspectief/kernel';
import { withoutPersonal, type TrajectoryFact } from '@perspectief/evaluation-replay';
import type { Table } from '../tables/column.js';
import type { Engine } from '../tables/engine.js';
import { noteAbsence, type Absence, type Absences } from './absences.js';
import { factsIn, Part } from './part.js';

/** Which parts there are: each holds every fact of its trajectories, and is small enough to hold in memory. */
const spool: Pick<Table, 'name' | 'columns'> = {
  name: 'spool', columns: [{ name: 'part', type: 'integer', says: '' }, { name: 'facts', type: 'integer', says: '' }],
};
const PARTS = 128;

/** FNV-1a: spreads streams evenly, the same on any machine. */
const partOf = (stream: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stream.length; i += 1) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % PARTS;
};

export interface Spooled {
  /** Households that are in no study, also since the position. */
  readonly absences: Absences;
  /** The last day on which something was written down, up to the position. */
  readonly lastDay: BusinessDate | undefined;
  readonly events: number;
  /** Files with all facts of some trajectories each. */
  readonly parts: readonly string[];
  /** Facts of each trajectory in order, without anything personal, trajectories in a fixed order. Can be read once. */
  trajectories(): AsyncGenerator<readonly TrajectoryFact[]>;
}

/** While one batch is worked on, the next is on its way. */
async function* ahead(log: AsyncIterable<readonly Recorded[]>): AsyncGenerator<readonly Recorded[]> {
  const batches = log[Symbol.asyncIterator]();
  let next = batches.next();
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = batches.next();
    // Whoever stops listening is not to be troubled by what was on its way.
    next.catch(() => undefined);
    yield value;
  }
}

async function* grouped(parts: readonly string[]): AsyncGenerator<readonly TrajectoryFact[]> {
  for (const part of parts) yield* factsIn(part);
}

/**
 * Reads the log once, in its order, and lays the facts of trajectories up to a position aside, in parts by trajectory. What is personal is
 * blanked before anything is written, sealed or not. The whole log is read on, for households that are absent since.
 */
export const spooled = async (
  engine: Engine, log: AsyncIterable<readonly Recorded[]>, position: string, onProgress: (events: number) => void = () => undefined,
): Promise<Spooled> => {
  const parts = Array.from({ length: PARTS }, (_, n) => new Part(join(engine.folder, `part-${n}`)));
  const absences = new Map<string, readonly Absence[]>();
  let lastMoment: string | undefined;
  let events = 0;
  try {
    for await (const batch of ahead(log)) {
      for (const event of batch) {
        noteAbsence(absences, event);
        if (event.position > position || categoryOf(event.stream) !== 'trajectory') continue;
        if (lastMoment === undefined || event.recordedAt > lastMoment) lastMoment = event.recordedAt;
        events += 1;
        parts[partOf(event.stream)]?.add(withoutPersonal(event));
      }
      onProgress(batch.length);
    }
  } finally {
    parts.forEach((part) => part.close());
  }
  await engine.create(spool);
  const contents = engine.writer({ ...spool, says: '', key: ['part'] });
  parts.forEach((part, n) => contents.add({ part: n, facts: part.facts }));
  await contents.close();
  const files = parts.map(({ path }) => path);
  return { absences, lastDay: lastMoment === undefined ? undefined : dayOfMoment(lastMoment), events, parts: files, trajectories: () => grouped(files) };
};
