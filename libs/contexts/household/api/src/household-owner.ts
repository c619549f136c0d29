import {
  householdDecider,
  householdEvents,
  type HouseholdCommand,
  type HouseholdContext,
  type HouseholdEvent,
  type HouseholdState,
} from '@perspectief/household-domain';
import type { Sources, StreamOwner } from '@perspectief/runtime';
import { householdInputs, internalHouseholdCommands } from './household.inputs.js';

const dependOnTheHolder: ReadonlySet<HouseholdCommand['type']> = new Set(['ClaimHousehold', 'EraseHousehold']);

/** The release follows the closing by policy; until it has, the holder's own stream says whether it still holds. */
const holderHasClosed = async (state: HouseholdState, sources: Sources): Promise<boolean> => {
  if (state.phase !== 'registered' || state.claim.phase !== 'claimed') return false;
  const holder = await sources.stateOf<{ readonly phase: string }>('trajectory', state.claim.trajectoryId);
  return holder.phase === 'closed';
};

/** The household's side of the command path. */
export const householdOwner = (): StreamOwner<HouseholdState, HouseholdCommand, HouseholdEvent, HouseholdContext> => ({
  category: 'household',
  idField: 'householdId',
  decider: householdDecider,
  events: householdEvents,
  inputs: householdInputs,
  internal: internalHouseholdCommands,
  gather: async ({ type }, { state }, sources) =>
    dependOnTheHolder.has(type) ? { claimedTrajectoryClosed: await holderHasClosed(state, sources) } : {},
  municipalityOf: (command) => {
    if (command.type !== 'RegisterHousehold') throw new Error(`${command.type} begins no household`);
    return command.data.municipality;
  },
});
