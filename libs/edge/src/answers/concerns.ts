import type { Change } from '@perspectief/runtime';

/** A break in the feed stands for all that was missed. */
export const concerns = (change: Change, projection: string, stream?: string): boolean => {
  if (change.projection !== projection && change.projection !== '*') return false;
  return stream === undefined || change.streams === undefined || change.streams.includes(stream);
};
