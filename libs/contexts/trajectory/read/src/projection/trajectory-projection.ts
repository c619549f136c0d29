import { categoryOf, idOfStream, type Recorded } from '@perspectief/kernel';
import { dutchLaw, type Law } from '@perspectief/law';
import type { Partitioning, Projection, ReadTables, Share } from '@perspectief/runtime';
import type { TrajectoryFact } from '../page/effective-events.js';
import { derivedFrom, type DerivedRows } from './derived-rows.js';
import { eraseTrajectories } from './erase.js';
import { Folds, type Fold } from './folds.js';
import { versionsOf, writeRows } from './trajectory-rows.js';
import { writeDerived } from './write-derived.js';

export interface TrajectoryProjectionOptions {
  /** A stream from its first event, decoded: for dates that are corrected, and for streams not touched for long. */
  readonly loadStream: (stream: string) => Promise<readonly Recorded[]>;
  readonly law?: Law;
}

interface Touched {
  readonly trajectoryId: string;
  readonly fold: Fold;
  readonly position: string;
  readonly rows: DerivedRows;
}

const byStream = (events: readonly TrajectoryFact[]): ReadonlyMap<string, readonly TrajectoryFact[]> => {
  const streams = new Map<string, TrajectoryFact[]>();
  for (const event of events) {
    const stream = streams.get(event.stream);
    if (stream) stream.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
};

/** One row for each trajectory, with its worklist and its deadlines: pure functions of its fold, written as they are. */
class TrajectoryProjection implements Projection {
  readonly name = 'trajectory';
  readonly version = 5;
  readonly categories = ['trajectory', 'household'];
  readonly only = { household: ['HouseholdErased'] };
  readonly tables = ['read.trajectories', 'read.worklist_items', 'read.deadlines'];
  /** That a household was erased reaches the rows of its trajectories. */
  readonly partitioning: Partitioning = { by: 'stream', everywhere: ['household'] };
  private readonly folds: Folds;

  constructor(
    loadStream: (stream: string) => Promise<readonly TrajectoryFact[]>,
    private readonly law: Law,
  ) {
    this.folds = new Folds(loadStream);
  }

  async apply(events: readonly Recorded[], tables: ReadTables, share: Share): Promise<void> {
    const streams = byStream(events.filter(({ stream }) => categoryOf(stream) === 'trajectory') as readonly TrajectoryFact[]);
    const known = await versionsOf([...streams.keys()].map(idOfStream), tables);
    const touched = await Promise.all(
      [...streams].flatMap(([stream, all]) => {
        const version = known.get(idOfStream(stream)) ?? 0;
        const fresh = all.filter(({ streamVersion }) => streamVersion > version);
        return fresh.length > 0 ? [this.touch(stream, version, fresh)] : [];
      }),
    );
    await writeRows(touched, tables);
    await writeDerived(
      touched.map(({ trajectoryId, fold, rows }) => ({ trajectoryId, before: fold.written, after: rows })),
      tables,
    );
    await eraseTrajectories(events, tables, share);
    for (const { fold, rows } of touched) this.folds.keep({ ...fold, written: rows });
  }

  private async touch(stream: string, known: number, fresh: readonly TrajectoryFact[]): Promise<Touched> {
    const fold = await this.folds.extend(stream, known, fresh);
    const position = fresh.at(-1)?.position ?? '';
    return { trajectoryId: idOfStream(stream), fold, position, rows: derivedFrom(fold.state, this.law, fold.written) };
  }
}

export const trajectoryProjection = ({ loadStream, law = dutchLaw }: TrajectoryProjectionOptions): Projection =>
  new TrajectoryProjection(async (stream) => (await loadStream(stream)) as readonly TrajectoryFact[], law);
