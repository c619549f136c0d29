import type { Change, ChangeFeed } from '@perspectief/runtime';

/**
 * Changes of read models as a subscription wants them. Ends at once when the client goes: a generator would wait for
 * one more change first, and keep its listener until then.
 */
export const changesFor = <T>(feed: ChangeFeed, told: (change: Change) => T | undefined): AsyncIterableIterator<T> => {
  const ending = new AbortController();
  const source = feed.changes(ending.signal);
  const ended = { done: true, value: undefined } as const;
  return {
    next: async () => {
      for (;;) {
        const { done, value } = await source.next();
        if (done) return ended;
        const answer = told(value);
        if (answer !== undefined) return { done: false, value: answer };
      }
    },
    return: async () => {
      ending.abort();
      return ended;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};
