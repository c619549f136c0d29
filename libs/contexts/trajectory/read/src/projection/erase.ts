import { idOfStream, type Recorded } from '@perspectief/kernel';
import type { ReadTables, Share } from '@perspectief/runtime';

const OF_HOUSEHOLDS = `select trajectory_id as id from read.trajectories where household_id = any($1::uuid[])`;

const STATEMENTS = [
  `delete from read.worklist_items where trajectory_id = any($1::uuid[])`,
  `delete from read.deadlines where trajectory_id = any($1::uuid[])`,
  `update read.trajectories set erased = true, state = null, state_version = 0, coach_id = null, expert_id = null where trajectory_id = any($1::uuid[])`,
];

/** Whose households were erased: their trajectories keep a row that says so, and nothing else. Each writer erases its own, once it has read them. */
export const eraseTrajectories = async (events: readonly Recorded[], tables: ReadTables, share: Share): Promise<void> => {
  const households = events.filter(({ type }) => type === 'HouseholdErased').map(({ stream }) => idOfStream(stream));
  if (households.length === 0) return;
  const rows = (await tables.query(OF_HOUSEHOLDS, [households])) as { id: string }[];
  const own = rows.map(({ id }) => id).filter((id) => share.owns(`trajectory-${id}`));
  if (own.length > 0) for (const statement of STATEMENTS) await tables.query(statement, [own]);
};
