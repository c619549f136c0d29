import type { lawOn } from '@perspectief/law';

/** Fetched before the decision, so that the decision itself stays pure. */
export interface PooledBudgetContext {
  /** The law's dated parameters on a day; replays may put other rules in its place. */
  readonly law: typeof lawOn;
  /** The trajectory that the command names. */
  readonly trajectory?: { readonly exists: boolean; readonly open: boolean } | undefined;
  /** The people whom the command names, by id; who is missing is not in the directory. */
  readonly people: Readonly<Record<string, { readonly id: string; readonly role: string }>>;
}
