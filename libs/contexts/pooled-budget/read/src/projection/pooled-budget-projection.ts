import { idOfStream, type Recorded } from '@perspectief/kernel';
import { dutchLaw, type Law } from '@perspectief/law';
import type { Partitioning, Projection, ReadTables, ShownWith } from '@perspectief/runtime';
import { householdsTouchedBy, requestsTouchedBy } from '../page/budget-page.js';
import type { BudgetFact } from '../page/request-notes.js';
import { Folds, type LoadFacts } from './folds.js';
import { trajectoriesOf, versionsOf, writeRows, type Touched } from './rows.js';

export interface PooledBudgetProjectionOptions {
  /** A stream from its first event, decoded: for pots not touched for long. */
  readonly loadStream: (stream: string) => Promise<readonly Recorded[]>;
  readonly law?: Law;
}

export const PROJECTION = 'pooled-budget';

const byStream = (events: readonly BudgetFact[]): ReadonlyMap<string, readonly BudgetFact[]> => {
  const streams = new Map<string, BudgetFact[]>();
  for (const event of events) {
    const stream = streams.get(event.stream);
    if (stream) stream.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
};

/** Pots with their requests, households and what asks for attention: pure functions of the fold, written as they are. */
class PooledBudgetProjection implements Projection {
  readonly name = PROJECTION;
  readonly version = 1;
  readonly categories = ['pooledBudget'];
  readonly tables = ['read.pooled_budgets', 'read.spending_requests', 'read.household_spend', 'read.budget_attention'];
  readonly partitioning: Partitioning = { by: 'stream' };
  private readonly folds: Folds;

  constructor(
    load: LoadFacts,
    private readonly law: Law,
  ) {
    this.folds = new Folds(load);
  }

  /** Answers the trajectories whose money it is. */
  async apply(events: readonly Recorded[], tables: ReadTables): Promise<ShownWith> {
    const streams = byStream(events as readonly BudgetFact[]);
    const known = await versionsOf([...streams.keys()].map(idOfStream), tables);
    const touched = await Promise.all(
      [...streams].flatMap(([stream, all]) => {
        const version = known.get(idOfStream(stream)) ?? 0;
        const fresh = all.filter(({ streamVersion }) => streamVersion > version);
        return fresh.length > 0 ? [this.touch(stream, version, fresh)] : [];
      }),
    );
    if (touched.length === 0) return [];
    await writeRows(touched, this.law, tables);
    for (const { fold } of touched) this.folds.keep(fold);
    return touched.flatMap(trajectoriesOf).map((id) => `trajectory-${id}`);
  }

  private async touch(stream: string, known: number, fresh: readonly BudgetFact[]): Promise<Touched> {
    return {
      fold: await this.folds.extend(stream, known, fresh),
      position: fresh.at(-1)?.position ?? '',
      requestIds: requestsTouchedBy(fresh),
      trajectoryIds: householdsTouchedBy(fresh),
    };
  }
}

export const pooledBudgetProjection = ({ loadStream, law = dutchLaw }: PooledBudgetProjectionOptions): Projection =>
  new PooledBudgetProjection(async (stream) => (await loadStream(stream)) as readonly BudgetFact[], law);
