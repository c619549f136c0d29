import type { FileFacts } from '@perspectief/access';
import { isUuid, type Uuid } from '@perspectief/kernel';
import type { DataSource } from 'typeorm';

/** Whose files stand in a list. */
export interface Listed {
  readonly householdIds: readonly Uuid[];
  /** Of a list of households: what rules look at. */
  readonly homes: readonly FileFacts[];
}

interface Node {
  readonly id?: unknown;
  readonly householdId?: unknown;
  readonly trajectoryId?: unknown;
}

/** What stands in an answer about one household of others, as a list. */
export const beside = (answer: object): object => ({ edges: 'similar' in answer && Array.isArray(answer.similar) ? (answer.similar as readonly Node[]).map((node) => ({ node })) : [] });

const nodesOf = (answer: object): readonly Node[] =>
  'edges' in answer && Array.isArray(answer.edges) ? (answer.edges as readonly { readonly node: Node }[]).map(({ node }) => node) : [];

const HOMES = `select household_id as "householdId", municipality, areas, coaches, experts, tandem, members, laws, debt_work as "debtWork", restricted, named
  from access.homes where household_id = any($1::uuid[])`;
const HOUSEHOLDS = `select distinct household_id as id from access.files where trajectory_id = any($1::uuid[])`;

/** The households that the rows of a list are about. */
export const inList = async (answer: object, database: DataSource): Promise<Listed> => {
  const nodes = nodesOf(answer);
  const trajectoryIds = [...new Set(nodes.flatMap(({ trajectoryId }) => (isUuid(trajectoryId) ? [trajectoryId] : [])))];
  if (trajectoryIds.length > 0) {
    const rows = (await database.query(HOUSEHOLDS, [trajectoryIds])) as { readonly id: Uuid }[];
    return { householdIds: rows.map(({ id }) => id), homes: [] };
  }
  const ids = [...new Set(nodes.flatMap(({ id, householdId = id }) => (isUuid(householdId) ? [householdId] : [])))];
  const homes = ids.length === 0 ? [] : ((await database.query(HOMES, [ids])) as FileFacts[]);
  return { householdIds: homes.map(({ householdId }) => householdId), homes };
};
