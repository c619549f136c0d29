import type { DataSource } from 'typeorm';
import type { Recorded } from '@perspectief/kernel';
import type { EventStore, Position } from '@perspectief/event-store';
import { turnOf, type BatchApplier, type Turn, type Writer } from './apply-batch.js';
import { CheckpointMoved, readCheckpointsOf, type Checkpoint } from './checkpoints.js';
import { shareOf } from './partitions/share.js';
import type { Projection } from './projection.js';
import type { Rebuilds } from './rebuilds.js';
import { Together } from './together.js';

interface Standing {
  readonly writer: Writer;
  readonly at: Checkpoint;
}

const writersOf = (projection: Projection, all: readonly Checkpoint[]): readonly Standing[] =>
  all.map((at) => ({ writer: { projection, partition: at.partition, share: shareOf(at.partition, all.length) }, at }));

/** Brings projections to the present end of the log, together where they stand together: nobody else has to run. */
export class CatchingUp {
  private readonly together: Together;

  constructor(
    private readonly store: Pick<EventStore, 'readAll'>,
    private readonly database: DataSource,
    applier: BatchApplier,
    private readonly rebuilds: Rebuilds,
  ) {
    this.together = new Together(applier);
  }

  /** Throws what a projection throws at an event. */
  async catchUp(projections: readonly Projection[], batchSize: number): Promise<void> {
    for (;;) {
      const turns = await this.turns(projections, batchSize);
      if (turns.length === 0) return;
      for (const done of await Promise.allSettled(turns.map((turn) => this.together.apply(turn))))
        if (done.status === 'rejected' && !(done.reason instanceof CheckpointMoved)) throw done.reason;
    }
  }

  /** What comes next for each who has not read all. Those who stand at one place share a look at the log. */
  private async turns(projections: readonly Projection[], limit: number): Promise<readonly Turn[]> {
    const looks = new Map<Position | undefined, Promise<readonly Recorded[]>>();
    const next = async ({ writer, at }: Standing): Promise<readonly Turn[]> => {
      const look = looks.get(at.position) ?? this.store.readAll({ after: at.position, limit });
      looks.set(at.position, look);
      const events = await look;
      return events.length > 0 ? [turnOf(writer, at, events)] : [];
    };
    return (await Promise.all((await this.standings(projections)).map(next))).flat();
  }

  private async standings(projections: readonly Projection[]): Promise<readonly Standing[]> {
    const known = await readCheckpointsOf(this.database, projections.map(({ name }) => name));
    const standings: Standing[] = [];
    for (const projection of projections) {
      const all = known.get(projection.name);
      const fits = all?.every(({ version }) => version === projection.version);
      standings.push(...writersOf(projection, all && fits ? all : await this.rebuilds.upToDate(projection, {})));
    }
    return standings;
  }
}
