import type { ReadTables } from '@perspectief/runtime';
import { statusOf, type OpenedTrajectory } from '@perspectief/trajectory-domain';
import { coachOf } from '../page/view/summary.js';
import type { Fold } from './folds.js';

const UPSERT = `insert into read.trajectories as t (trajectory_id, household_id, municipality, area, status, coach_id, expert_id, opened_on,
    closed_on, version, position, state, state_version)
  select "trajectoryId", "householdId", municipality, area, status, "coachId", "expertId", "openedOn",
      "closedOn", version, position, state, "stateVersion"
    from json_to_recordset($1::json) as r("trajectoryId" uuid, "householdId" uuid, municipality text, area text, status text, "coachId" text,
      "expertId" text, "openedOn" date, "closedOn" date, version int, position text, state jsonb, "stateVersion" int)
  on conflict (trajectory_id) do update set household_id = excluded.household_id, area = excluded.area, status = excluded.status,
    coach_id = excluded.coach_id, expert_id = excluded.expert_id, opened_on = excluded.opened_on, closed_on = excluded.closed_on,
    version = excluded.version, position = excluded.position,
    state = coalesce(excluded.state, t.state), state_version = excluded.state_version`;

/** A paused tandem still takes up its expert. */
const expertOf = ({ tandem: { current } }: OpenedTrajectory): string | undefined =>
  current.phase === 'running' || current.phase === 'paused' ? current.expertId : undefined;

export interface RowChange {
  readonly fold: Fold;
  readonly position: string;
}

const rowOf = ({ fold: { state, version, stateVersion, stateToKeep }, position }: RowChange): readonly object[] => {
  if (state.phase === 'none') return [];
  return [
    {
      trajectoryId: state.id,
      householdId: state.householdId,
      municipality: state.municipality,
      area: state.area,
      status: statusOf(state),
      coachId: coachOf(state),
      expertId: expertOf(state),
      openedOn: state.openedOn,
      closedOn: state.phase === 'closed' ? state.closedOn : undefined,
      version,
      position,
      state: stateToKeep,
      stateVersion,
    },
  ];
};

export const writeRows = async (changes: readonly RowChange[], tables: ReadTables): Promise<void> => {
  const rows = changes.flatMap(rowOf);
  if (rows.length > 0) await tables.query(UPSERT, [JSON.stringify(rows)]);
};

/** How far each row is; one that was erased goes no further. */
export const versionsOf = async (ids: readonly string[], tables: ReadTables): Promise<ReadonlyMap<string, number>> => {
  const rows = (await tables.query(`select trajectory_id as id, version, erased from read.trajectories where trajectory_id = any($1::uuid[])`, [ids])) as {
    id: string;
    version: number;
    erased: boolean;
  }[];
  return new Map(rows.map(({ id, version, erased }) => [id, erased ? Number.POSITIVE_INFINITY : version]));
};
