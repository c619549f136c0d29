import {
  householdDecider,
  householdEvents,
  type HouseholdCommand,
  type HouseholdContext,
  type HouseholdEvent,
  type HouseholdState,
} from '@perspectief/household-domain';
import { idOfStream, type Uuid } from '@perspectief/kernel';
import type { Sources, StreamOwner } from '@perspectief/runtime';
import { householdInputs, internalHouseholdCommands } from './household.inputs.js';

const dependOnTheHolder: ReadonlySet<HouseholdCommand['type']> = new Set(['ClaimHousehold', 'EraseHousehold', 'EraseLawData']);

/** What a claim needs of the trajectory that made it. */
type Holder = { readonly phase: 'none' } | { readonly phase: 'open' | 'closed'; readonly householdId: Uuid };

/**
 * The release follows the closing by policy; until it has, the holder's own stream says whether it still holds. Where two
 * households were claimed for one new trajectory, it opened for one of them: the other claim holds nothing.
 */
const claimIsVoid = async (state: HouseholdState, sources: Sources): Promise<boolean> => {
  if (state.phase !== 'registered' || state.claim.phase !== 'claimed') return false;
  const holder = await sources.stateOf<Holder>('trajectory', state.claim.trajectoryId);
  return holder.phase === 'closed' || (holder.phase === 'open' && holder.householdId !== state.id);
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
    dependOnTheHolder.has(type) ? { claimIsVoid: await claimIsVoid(state, sources) } : {},
  municipalityOf: (command) => {
    if (command.type !== 'RegisterHousehold') throw new Error(`${command.type} begins no household`);
    return command.data.municipality;
  },
  privacy: { householdOf: (_, { stream }) => idOfStream(stream), scopeOf: () => 'common' },
});
