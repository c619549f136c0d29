import { createHash } from 'node:crypto';
import type { Actor, AnyCommand, KeyHolder } from '@perspectief/kernel';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
};

/**
 * What was asked and by whom, always written the same: nobody hears the answer that somebody else got. When it happened is left out: who
 * sends without a date, and again, sends the same.
 */
export const askedIn = (command: AnyCommand, { id }: Actor): string => JSON.stringify([command.type, sorted(command.data), id]);

/** Digest of what was asked; the same id with another digest is another command. Without keys, one that anybody can make. */
export const digestWith = async (keys: KeyHolder | undefined, text: string): Promise<string> =>
  keys ? keys.digest(text) : createHash('sha256').update(text).digest('hex');
