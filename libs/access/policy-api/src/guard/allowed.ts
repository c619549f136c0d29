import { scopeOf, type CaseworkAction as Action, type Rules } from '@perspectief/access';
import type { DataSource } from 'typeorm';
import type { MayKnow } from '../lens/budget-lens.js';

const TABLES = { requests: ['access.requests', 'request_id'], files: ['access.files', 'trajectory_id'] } as const;

/** Of these ids, those that the rules allow by themselves: for what is named in an answer about something else. */
export const allowed = async (rules: Rules, action: Action, of: keyof typeof TABLES, ids: readonly string[], database: DataSource): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const [table, id] = TABLES[of];
  const within = scopeOf(rules, action, of, id);
  const rows = (await database.query(`select ${id} as id from ${table} where ${id} = any($1::uuid[]) and ${within.sql(2)}`, [[...new Set(ids)], ...within.values])) as { id: string }[];
  return new Set(rows.map((row) => row.id));
};

/** Whether a household may be known by the money that it gets: of a restricted one only the named know. */
export const mayKnow = async (rules: Rules, trajectoryIds: readonly string[], database: DataSource): Promise<MayKnow> => {
  const known = await allowed(rules, 'householdSpend', 'files', trajectoryIds, database);
  return (id) => known.has(id);
};
