import type { DataSource } from 'typeorm';
import type { BusinessDate, Uuid } from '@perspectief/kernel';

/** What decisions on one trajectory want to know of the others: soft limits, as far as the read model knows. */
export class TrajectoryFacts {
  constructor(private readonly database: DataSource) {}

  async runningTandems(expertId: string, exceptTrajectory?: Uuid): Promise<number> {
    const [row] = (await this.database.query(
      `select count(*)::int as running from read.trajectories where expert_id = $1 and trajectory_id is distinct from $2::uuid`,
      [expertId, exceptTrajectory ?? null],
    )) as { running: number }[];
    return row?.running ?? 0;
  }

  async broadMoratoria(householdId: Uuid, exceptTrajectory?: Uuid): Promise<readonly BusinessDate[]> {
    const rows = (await this.database.query(
      `select unnest(broad_moratoria)::text as day from read.trajectories
        where household_id = $1 and trajectory_id is distinct from $2::uuid order by day`,
      [householdId, exceptTrajectory ?? null],
    )) as { day: BusinessDate }[];
    return rows.map(({ day }) => day);
  }
}
