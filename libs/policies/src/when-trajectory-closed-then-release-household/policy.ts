import { idOfStream, type Policy } from '@perspectief/kernel';
import type { HouseholdCommand } from '@perspectief/household-domain';
import type { TrajectoryEvent } from '@perspectief/trajectory-domain';

/** A household has one open trajectory at a time: when it closes, the next may open. */
export const whenTrajectoryClosedThenReleaseHousehold: Policy<TrajectoryEvent> = {
  name: 'when-trajectory-closed-then-release-household',
  on: ['TrajectoryClosed'],
  react: (cause) => {
    if (cause.type !== 'TrajectoryClosed') return [];
    const command: HouseholdCommand = {
      type: 'ReleaseHousehold',
      data: { householdId: cause.data.householdId, trajectoryId: idOfStream(cause.stream) },
    };
    return [{ command }];
  },
};
