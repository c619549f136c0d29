import type { Policy } from '@perspectief/kernel';
import { whenFreezeDeniedThenSafetyTask } from './when-freeze-denied-then-safety-task/policy.js';
import { whenHouseholdClaimedThenOpenTrajectory } from './when-household-claimed-then-open-trajectory/policy.js';
import { whenTrajectoryClosedThenReleaseHousehold } from './when-trajectory-closed-then-release-household/policy.js';

/** Every policy of the platform. Events in, commands out; only what crosses contexts or follows by itself. */
export const policies = [
  whenFreezeDeniedThenSafetyTask,
  whenHouseholdClaimedThenOpenTrajectory,
  whenTrajectoryClosedThenReleaseHousehold,
] as unknown as readonly Policy[];
