import { categoryOf, idOfStream, type BusinessDate, dayOfMoment, type Recorded } from '@perspectief/kernel';
import { withoutPersonal, type TrajectoryFact } from '@perspectief/evaluation-replay';
import type { Table } from '../tables/column.js';
import type { Engine } from '../tables/engine.js';

const spool: Table = {
  name: 'spool', says: 'Facts on their way from the order of the log to the order of trajectories.', key: ['stream', 'version'],
  columns: [
    { name: 'stream', type: 'text', says: '' }, { name: 'version', type: 'integer', says: '' }, { name: 'fact', type: 'text', says: '' },
  ],
};

export interface Spooled {
  /** Where in the log each household was erased, also after the position. */
  readonly erased: ReadonlyMap<string, string>;
  /** The last day on which something was written down, up to the position. */
  readonly lastDay: BusinessDate | undefined;
  readonly events: number;
  /** Facts of each trajectory in order, without anything personal, trajectories in a fixed order. */
  trajectories(): AsyncGenerator<readonly TrajectoryFact[]>;
}

async function* grouped(engine: Engine): AsyncGenerator<readonly TrajectoryFact[]> {
  let facts: TrajectoryFact[] = [];
  let of: string | undefined;
  for await (const [stream, fact] of engine.rows<[string, string]>('select stream, fact from spool order by stream, version')) {
    if (stream !== of && facts.length > 0) {
      yield facts;
      facts = [];
    }
    of = stream;
    facts.push(JSON.parse(fact) as TrajectoryFact);
  }
  if (facts.length > 0) yield facts;
}

/**
 * Reads the log once, in its order, and lays the facts of trajectories up to a position aside. What is personal is blanked before
 * anything is written, sealed or not. The whole log is read on, for households that were erased since.
 */
export const spooled = async (
  engine: Engine, log: AsyncIterable<readonly Recorded[]>, position: string, onProgress: (events: number) => void = () => undefined,
): Promise<Spooled> => {
  await engine.create(spool);
  const writer = await engine.writer(spool);
  const erased = new Map<string, string>();
  let lastMoment: string | undefined;
  let events = 0;
  for await (const batch of log) {
    for (const event of batch) {
      if (event.type === 'HouseholdErased') erased.set(idOfStream(event.stream), event.position);
      if (event.position > position || categoryOf(event.stream) !== 'trajectory') continue;
      if (lastMoment === undefined || event.recordedAt > lastMoment) lastMoment = event.recordedAt;
      events += 1;
      writer.add({ stream: event.stream, version: event.streamVersion, fact: JSON.stringify(withoutPersonal(event)) });
    }
    onProgress(batch.length);
  }
  writer.close();
  return { erased, lastDay: lastMoment === undefined ? undefined : dayOfMoment(lastMoment), events, trajectories: () => grouped(engine) };
};
