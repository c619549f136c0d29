import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@perspectief/kernel';

/** Milliseconds; finding what is there and not finding what is not both take less. */
const DENIAL_TAKES = 40;

/** How long a look-up took would tell whether something is there: a no comes a fixed time after the question. */
export const inTime = async (startedAt: Instant, takes = DENIAL_TAKES): Promise<void> => {
  const spent = Math.max(0, Date.now() - Date.parse(startedAt));
  if (spent < takes) await delay(takes - spent);
};
