import { idOfStream, type Recorded } from '@perspectief/kernel';
import type { HouseholdState } from '@perspectief/household-domain';
import type { Partitioning, Projection, ReadTables, ShownWith } from '@perspectief/runtime';
import { foldHousehold, type HouseholdFact } from '../page/fold-household.js';

interface Known {
  readonly id: string;
  readonly version: number;
  readonly state: HouseholdState;
}

const UPSERT = `insert into read.households (household_id, municipality, area, open_trajectory_id, erased, version, position, state)
  select id, municipality, area, "openTrajectoryId", erased, version, position, state
    from json_to_recordset($1::json) as r(id uuid, municipality text, area text, "openTrajectoryId" uuid, erased boolean, version int, position text, state jsonb)
  on conflict (household_id) do update set area = excluded.area, open_trajectory_id = excluded.open_trajectory_id,
    erased = excluded.erased, version = excluded.version, position = excluded.position, state = excluded.state`;

const byHousehold = (events: readonly HouseholdFact[]): ReadonlyMap<string, readonly HouseholdFact[]> => {
  const streams = new Map<string, HouseholdFact[]>();
  for (const event of events) streams.set(idOfStream(event.stream), [...(streams.get(idOfStream(event.stream)) ?? []), event]);
  return streams;
};

const knownOf = async (ids: readonly string[], tables: ReadTables): Promise<ReadonlyMap<string, Known>> => {
  const rows = (await tables.query(`select household_id as id, version, state from read.households where household_id = any($1::uuid[])`, [
    ids,
  ])) as Known[];
  return new Map(rows.map((row) => [row.id, row]));
};

const rowOf = (events: readonly HouseholdFact[], known: Known | undefined) => {
  const fresh = events.filter(({ streamVersion }) => streamVersion > (known?.version ?? 0));
  const last = fresh.at(-1);
  const state = foldHousehold(fresh, known?.state);
  if (!last || state.phase === 'none') return undefined;
  const registered = state.phase === 'registered' ? state : undefined;
  return {
    ...{ id: state.id, municipality: state.municipality, state, version: last.streamVersion, position: last.position },
    area: registered?.residences.at(-1)?.area,
    openTrajectoryId: registered?.claim.phase === 'claimed' ? registered.claim.trajectoryId : undefined,
    erased: !registered,
  };
};

/** One row for each household; its streams are short, so the row holds the whole state. */
class HouseholdProjection implements Projection {
  readonly name = 'household';
  readonly version = 3;
  readonly categories = ['household'];
  readonly tables = ['read.households'];
  readonly partitioning: Partitioning = { by: 'stream' };

  /** Answers the trajectories on whose page the household stands. */
  async apply(events: readonly Recorded[], tables: ReadTables): Promise<ShownWith> {
    const streams = byHousehold(events as readonly HouseholdFact[]);
    const known = await knownOf([...streams.keys()], tables);
    const rows = [...streams].flatMap(([id, facts]) => rowOf(facts, known.get(id)) ?? []);
    if (rows.length > 0) await tables.query(UPSERT, [JSON.stringify(rows)]);
    return rows.flatMap(({ openTrajectoryId }) => (openTrajectoryId ? [`trajectory-${openTrajectoryId}`] : []));
  }
}

export const householdProjection = (): Projection => new HouseholdProjection();
