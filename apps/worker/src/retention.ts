import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '@perspectief/assembly';
import { complain } from '@perspectief/assembly';
import { dayOfMoment } from '@perspectief/kernel';
import { forgetOldLooks } from '@perspectief/reader-log';

const DAY = 24 * 60 * 60 * 1_000;

/** Once a day, what the reader log keeps no longer goes. A day on which that fails is followed by another. */
export const keepRetention = async ({ database }: Pick<Platform, 'database'>, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await forgetOldLooks(database, dayOfMoment(new Date().toISOString())).catch((error: unknown) => complain('the retention of the reader log', error));
    await pause(DAY, undefined, { signal, ref: false }).catch(() => undefined);
  }
};
