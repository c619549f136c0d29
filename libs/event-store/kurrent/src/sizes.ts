import { TooLarge } from './errors.js';
import type { StoredEvent } from './stored-event.js';

/** Bytes. Servers up to 25.0 take 1 MiB an append; with room for what they add. The same limits hold on every server. */
export const EVENT_LIMIT = 256 * 1024;
export const APPEND_LIMIT = 900 * 1024;

export const sizeOf = ({ type, data, metadata }: StoredEvent): number =>
  Buffer.byteLength(type) + Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));

/** Throws `TooLarge` before anything is sent. */
export const assertFits = (events: readonly StoredEvent[]): void => {
  const sizes = events.map(sizeOf);
  const largest = Math.max(0, ...sizes);
  if (largest > EVENT_LIMIT) throw new TooLarge('event', largest, EVENT_LIMIT);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all > APPEND_LIMIT) throw new TooLarge('append', all, APPEND_LIMIT);
};
