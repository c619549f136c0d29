import { Outdated } from '@perspectief/reader-log';
import type { FactsFrom, Found } from './subjects.js';

/** Streams that facts from memory rest on; undefined where all of them were read in the log just now. */
export const seenIn = (found: readonly Found[]): Found['seen'] => {
  const seen = found.flatMap((one) => one.seen ?? []);
  return seen.length > 0 ? seen : undefined;
};

/** First on what this process knows of the files; where the log has moved on, which it says before anything was told or done, on the log. */
export const borneOut = async <T>(attempt: (from: FactsFrom) => Promise<T>): Promise<T> => {
  try {
    return await attempt('memory');
  } catch (error) {
    if (error instanceof Outdated) return attempt('log');
    throw error;
  }
};
