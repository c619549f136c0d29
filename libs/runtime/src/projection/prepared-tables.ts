import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';
import type { ReadTables } from './projection.js';

const names = new Map<string, string>();

/** One name, one text: each session reads and plans it once. */
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `projection ${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
};

/** For statements that a projection writes batch after batch, in a transaction. Answers rows. */
export const preparedTables = (manager: EntityManager): ReadTables => ({
  query: async (text, values = []) => {
    const client = (await manager.queryRunner?.connect()) as ClientBase;
    try {
      return (await client.query({ name: nameOf(text), text, values })).rows;
    } catch (error) {
      throw new QueryFailedError(text, values, error as Error);
    }
  },
});
