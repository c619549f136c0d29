import type { Uuid } from '@perspectief/kernel';
import type { PersonFacts } from '@perspectief/trajectory-domain';

/** What decisions on a trajectory need that stands in no stream of their own. */
export interface TrajectoryPorts {
  /** Of the directory: those it knows of these ids, in whatever municipality. */
  people(ids: readonly string[]): Promise<readonly (PersonFacts & { readonly municipality: string })[]>;
  /** How many tandems an expert runs in other trajectories, as far as known: a soft limit. */
  runningTandems(expertId: string, exceptTrajectoryId: Uuid): Promise<number>;
}
