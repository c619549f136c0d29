import { foldBudget, emptyPage, type BudgetPage } from '../page/budget-page.js';
import type { BudgetFact } from '../page/request-notes.js';

/** How often the row keeps the page itself: between two of them, readers take the few events since from the log. */
const SNAPSHOT_EVERY = 64;
const KEPT = 300;

/** A pot folded up to a version. */
export interface Fold {
  readonly stream: string;
  readonly version: number;
  readonly page: BudgetPage;
  readonly stateVersion: number;
  /** The page at that version, where the row does not hold it yet. */
  readonly pageToKeep: BudgetPage | undefined;
}

export type LoadFacts = (stream: string) => Promise<readonly BudgetFact[]>;

const nothing = (stream: string): Fold => ({ stream, version: 0, page: emptyPage, stateVersion: 0, pageToKeep: undefined });

const extended = (fold: Fold, events: readonly BudgetFact[]): Fold => {
  let { version, page, stateVersion } = fold;
  let pageToKeep: BudgetPage | undefined;
  for (const event of events) {
    page = foldBudget([event], page);
    version = event.streamVersion;
    if (version % SNAPSHOT_EVERY === 0) [stateVersion, pageToKeep] = [version, page];
  }
  return { ...fold, version, page, stateVersion, pageToKeep };
};

/**
 * Folds of the pots that were touched last. A fold is trusted only where its version is the one that stands in the table,
 * so a batch that was rolled back, or applied by another runner, costs a reading of the stream and nothing else.
 */
export class Folds {
  private readonly kept = new Map<string, Fold>();

  constructor(private readonly load: LoadFacts) {}

  /** `known` is the version in the table; `fresh` are the events after it. */
  async extend(stream: string, known: number, fresh: readonly BudgetFact[]): Promise<Fold> {
    const base = known === 0 ? nothing(stream) : this.kept.get(stream);
    if (base?.version === known && fresh[0]?.streamVersion === known + 1) return extended(base, fresh);
    const upTo = fresh.at(-1)?.streamVersion ?? known;
    return extended(nothing(stream), (await this.load(stream)).filter(({ streamVersion }) => streamVersion <= upTo));
  }

  keep(fold: Fold): void {
    this.kept.delete(fold.stream);
    this.kept.set(fold.stream, { ...fold, pageToKeep: undefined });
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
  }
}
