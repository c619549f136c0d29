import type { HouseholdCommand } from '@perspectief/household-domain';
import type { StreamOwner } from '@perspectief/runtime';
import {
  scopeOf,
  trajectoryDecider,
  trajectoryEvents,
  type TrajectoryCommand,
  type TrajectoryContext,
  type TrajectoryEvent,
  type TrajectoryState,
} from '@perspectief/trajectory-domain';
import { gatherFor } from './gather.js';
import { internalTrajectoryCommands, trajectoryInputs } from './inputs/index.js';
import type { TrajectoryPorts } from './trajectory-ports.js';

/** One household, one open trajectory: the household's own stream says who won. */
const claimOn = (command: TrajectoryCommand): HouseholdCommand | undefined => {
  if (command.type !== 'OpenTrajectory') return undefined;
  const { householdId, trajectoryId, area, source } = command.data;
  return { type: 'ClaimHousehold', data: { householdId, trajectoryId, area, source } };
};

/** The trajectory's side of the command path. */
export const trajectoryOwner = (
  ports: TrajectoryPorts,
): StreamOwner<TrajectoryState, TrajectoryCommand, TrajectoryEvent, TrajectoryContext> => ({
  category: 'trajectory',
  idField: 'trajectoryId',
  decider: trajectoryDecider,
  events: trajectoryEvents,
  inputs: trajectoryInputs,
  internal: internalTrajectoryCommands,
  gather: gatherFor(ports),
  municipalityOf: ({ type }, { household }) => {
    if (!household) throw new Error(`${type} begins no trajectory`);
    return household.municipality;
  },
  claimBefore: claimOn,
  privacy: {
    householdOf: (command, { state }) => {
      if (state.phase !== 'none') return state.householdId;
      return command.type === 'OpenTrajectory' ? command.data.householdId : undefined;
    },
    scopeOf,
  },
});
