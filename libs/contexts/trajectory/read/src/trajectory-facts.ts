import type { DataSource } from 'typeorm';
import type { Uuid } from '@perspectief/kernel';

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
}
