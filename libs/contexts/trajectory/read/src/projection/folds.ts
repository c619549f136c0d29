import type { TrajectoryState } from '@perspectief/trajectory-domain';
import { effectiveEvents, type TrajectoryFact } from '../page/effective-events.js';
import { foldPage } from '../page/fold-page.js';
import { noRows, type DerivedRows } from './derived-rows.js';

/** How often the row keeps the state itself: between two of them, a page reads the few events since from the log. */
const SNAPSHOT_EVERY = 64;
const KEPT = 4_000;

/** A stream folded up to a version. */
export interface Fold {
  readonly stream: string;
  readonly version: number;
  readonly state: TrajectoryState;
  /** The version at which the row keeps the state. */
  readonly stateVersion: number;
  /** The state at that version, where the row does not hold it yet. */
  readonly stateToKeep: TrajectoryState | undefined;
  /** What was derived from it and stands in the tables; undefined when that is not known here. */
  readonly written: DerivedRows | undefined;
}

export type LoadStream = (stream: string) => Promise<readonly TrajectoryFact[]>;

const nothing = (stream: string): Fold => ({
  stream,
  version: 0,
  state: foldPage([]),
  stateVersion: 0,
  stateToKeep: undefined,
  written: noRows,
});

/** The state is kept at set versions, and at each correction: whoever starts from it never meets a corrected event again. */
const isKept = ({ streamVersion, type }: TrajectoryFact): boolean => streamVersion % SNAPSHOT_EVERY === 0 || type === 'DateCorrected';

const extended = (fold: Fold, events: readonly TrajectoryFact[]): Fold => {
  let { version, state, stateVersion } = fold;
  let stateToKeep: TrajectoryState | undefined;
  for (const event of events) {
    state = foldPage([event], state);
    version = event.streamVersion;
    if (isKept(event)) [stateVersion, stateToKeep] = [version, state];
  }
  return { ...fold, version, state, stateVersion, stateToKeep };
};

const continues = ({ version }: Fold, [first]: readonly TrajectoryFact[]): boolean => first?.streamVersion === version + 1;

/**
 * Folds of the streams that were touched last. A fold is trusted only where its version is the one that stands in the
 * table, so a batch that was rolled back, or applied by another runner, costs a reading of the stream and nothing else.
 */
export class Folds {
  private readonly kept = new Map<string, Fold>();

  constructor(private readonly loadStream: LoadStream) {}

  /** `known` is the version in the table; `fresh` are the events after it, of which some may change earlier dates. */
  async extend(stream: string, known: number, fresh: readonly TrajectoryFact[]): Promise<Fold> {
    const base = this.at(stream, known);
    const correcting = fresh.some(({ type }) => type === 'DateCorrected');
    if (base && continues(base, fresh) && !correcting) return extended(base, fresh);
    const upTo = fresh.at(-1)?.streamVersion ?? known;
    const events = (await this.loadStream(stream)).filter(({ streamVersion }) => streamVersion <= upTo);
    return { ...extended(nothing(stream), effectiveEvents(events)), written: base?.written };
  }

  /** What is over is let go: little follows it, and a small memory keeps a rebuild fast. */
  keep(fold: Fold): void {
    this.kept.delete(fold.stream);
    if (fold.state.phase === 'open') this.kept.set(fold.stream, fold);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
  }

  private at(stream: string, known: number): Fold | undefined {
    if (known === 0) return nothing(stream);
    const fold = this.kept.get(stream);
    return fold?.version === known ? fold : undefined;
  }
}
