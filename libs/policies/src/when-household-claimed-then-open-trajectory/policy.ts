import { idOfStream, type Policy } from '@perspectief/kernel';
import type { HouseholdEvent } from '@perspectief/household-domain';
import { sources, type TrajectoryCommand } from '@perspectief/trajectory-domain';

/**
 * Finishes an opening that was cut off between the claim and the first event. It resends the very command that
 * claimed, under its own id: where the opening went through, the receipt answers and nothing is written.
 */
export const whenHouseholdClaimedThenOpenTrajectory: Policy<HouseholdEvent> = {
  name: 'when-household-claimed-then-open-trajectory',
  on: ['TrajectoryClaimed'],
  react: (cause) => {
    if (cause.type !== 'TrajectoryClaimed') return [];
    const { trajectoryId, area } = cause.data;
    const source = sources.find((known) => known === cause.data.source);
    if (!source) return [];
    const command: TrajectoryCommand = {
      type: 'OpenTrajectory',
      data: { trajectoryId, householdId: idOfStream(cause.stream), area, source },
    };
    return [{ command, commandId: cause.causationId, actor: cause.actor }];
  },
};
