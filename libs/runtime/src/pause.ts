import { setTimeout } from 'node:timers/promises';

/** Waits, or less when the signal comes. Leaves no listener behind. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => setTimeout(ms, undefined, { signal }).catch(() => undefined);
