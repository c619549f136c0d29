import type { Recorded } from '@perspectief/kernel';
import type { EventStore, Position } from '../event-store.js';

export interface CollectOptions {
  readonly after?: Position | undefined;
  readonly batchSize?: number;
  /** Ends the subscription when true of what was seen so far. */
  readonly until: (seen: readonly Recorded[]) => boolean;
}

/** Follows a subscription until enough was seen, and ends it. */
export const collect = async (store: EventStore, { after, batchSize, until }: CollectOptions): Promise<Recorded[][]> => {
  const ending = new AbortController();
  const batches: Recorded[][] = [];
  for await (const batch of store.subscribe({ after, batchSize, signal: ending.signal })) {
    batches.push([...batch]);
    if (until(batches.flat())) ending.abort();
  }
  return batches;
};
