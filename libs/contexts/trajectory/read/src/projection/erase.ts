import type { EntityManager } from 'typeorm';
import { idOfStream, type Recorded } from '@perspectief/kernel';

const OF_HOUSEHOLDS = `(select trajectory_id from read.trajectories where household_id = any($1::uuid[]))`;

const STATEMENTS = [
  `delete from read.worklist_items where trajectory_id in ${OF_HOUSEHOLDS}`,
  `delete from read.deadlines where trajectory_id in ${OF_HOUSEHOLDS}`,
  `update read.trajectories set erased = true, state = null, state_version = 0, coach_id = null, expert_id = null where household_id = any($1::uuid[])`,
];

/** Whose households were erased: their trajectories keep a row that says so, and nothing else. */
export const eraseTrajectories = async (events: readonly Recorded[], manager: EntityManager): Promise<void> => {
  const households = events.filter(({ type }) => type === 'HouseholdErased').map(({ stream }) => idOfStream(stream));
  if (households.length > 0) for (const statement of STATEMENTS) await manager.query(statement, [households]);
};
