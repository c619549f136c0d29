import type { Ending } from '@perspectief/evaluation-register';

/** What a worker says to whoever started it: how many events it read since, and how it ended. */
export type FromWorker = { readonly read: number } | { readonly ending: Ending };
