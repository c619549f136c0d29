import type { ClientBase } from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { nameOfText } from '../prepared.js';
import type { ReadTables } from './projection.js';

/** For statements that a projection writes batch after batch, in a transaction. Answers rows. */
export const preparedTables = (manager: EntityManager): ReadTables => ({
  query: async (text, values = []) => {
    const client = (await manager.queryRunner?.connect()) as ClientBase;
    try {
      return (await client.query({ name: nameOfText(text), text, values })).rows;
    } catch (error) {
      throw new QueryFailedError(text, values, error as Error);
    }
  },
});
