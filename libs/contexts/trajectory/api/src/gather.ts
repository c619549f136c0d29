import type { HouseholdState } from '@perspectief/household-domain';
import type { BusinessDate, Uuid } from '@perspectief/kernel';
import { dutchLaw } from '@perspectief/law';
import type { Sources } from '@perspectief/runtime';
import {
  broadMoratoriaOf,
  type HouseholdFacts,
  type OpenedTrajectory,
  type TrajectoryCommand,
  type TrajectoryContext,
  type TrajectoryState,
} from '@perspectief/trajectory-domain';
import type { TrajectoryPorts } from './trajectory-ports.js';

interface Known {
  readonly state: TrajectoryState;
  readonly stream: string;
}

/**
 * The trajectory that holds the household. One that has closed holds nothing, though its release may still be under way;
 * nor does one that opened for another household while both were claimed for it.
 */
const holderOf = async (household: HouseholdState, sources: Sources): Promise<Uuid | undefined> => {
  if (household.phase !== 'registered' || household.claim.phase !== 'claimed') return undefined;
  const { trajectoryId } = household.claim;
  const holder = await sources.stateOf<TrajectoryState>('trajectory', trajectoryId);
  const holds = holder.phase === 'none' || (holder.phase === 'open' && holder.householdId === household.id);
  return holds ? trajectoryId : undefined;
};

const householdAtOpening = async (householdId: Uuid, sources: Sources): Promise<HouseholdFacts | undefined> => {
  const household = await sources.stateOf<HouseholdState>('household', householdId);
  if (household.phase === 'none') return undefined;
  return { id: householdId, municipality: household.municipality, openTrajectoryId: await holderOf(household, sources) };
};

/** Over all trajectories that ever claimed the household, each in its own stream: a limit of the law waits for no read model. */
const broadMoratoriaElsewhere = async ({ id, householdId }: OpenedTrajectory, sources: Sources): Promise<readonly BusinessDate[]> => {
  const household = await sources.stateOf<HouseholdState>('household', householdId);
  const others = household.phase === 'registered' ? household.trajectories.filter((other) => other !== id) : [];
  const states = await Promise.all(others.map((other) => sources.stateOf<TrajectoryState>('trajectory', other)));
  return states.flatMap((other) => (other.phase !== 'none' && other.householdId === householdId ? broadMoratoriaOf(other.crisisFreeze) : []));
};

const householdAtBroadRequest = async (state: TrajectoryState, sources: Sources): Promise<HouseholdFacts | undefined> => {
  if (state.phase === 'none') return undefined;
  const { id, householdId, municipality } = state;
  return { id: householdId, municipality, openTrajectoryId: id, broadMoratoria: await broadMoratoriaElsewhere(state, sources) };
};

const householdFor = async (command: TrajectoryCommand, state: TrajectoryState, sources: Sources): Promise<HouseholdFacts | undefined> => {
  if (command.type === 'OpenTrajectory') return householdAtOpening(command.data.householdId, sources);
  if (command.type === 'RequestFreeze' && command.data.instrument === 'broad-moratorium') return householdAtBroadRequest(state, sources);
  return undefined;
};

const peopleNamedBy = ({ data }: TrajectoryCommand): readonly string[] => {
  const { coachId, expertId, who } = data as { readonly coachId?: string; readonly expertId?: string; readonly who?: string };
  return [coachId, expertId, who].filter((id) => id !== undefined);
};

/** Who works in another municipality is as unknown here as who is not there: an answer would say that there is such a person. */
const peopleFor = async (command: TrajectoryCommand, state: TrajectoryState, ports: TrajectoryPorts): Promise<TrajectoryContext['people']> => {
  const ids = peopleNamedBy(command);
  if (ids.length === 0 || state.phase === 'none') return {};
  const people = await ports.people(ids);
  return Object.fromEntries(people.flatMap((person) => (person.municipality === state.municipality ? [[person.id, person]] : [])));
};

const tandemsFor = async (command: TrajectoryCommand, ports: TrajectoryPorts): Promise<TrajectoryContext['runningTandems']> => {
  if (command.type !== 'ProposeTandem' && command.type !== 'ReplaceExpert') return {};
  const { expertId, trajectoryId } = command.data;
  return { [expertId]: await ports.runningTandems(expertId, trajectoryId) };
};

/** What a decision on a trajectory needs besides its own stream. */
export const gatherFor =
  (ports: TrajectoryPorts) =>
  async (command: TrajectoryCommand, { state, stream }: Known, sources: Sources): Promise<TrajectoryContext> => ({
    law: dutchLaw,
    household: await householdFor(command, state, sources),
    people: await peopleFor(command, state, ports),
    runningTandems: await tandemsFor(command, ports),
    eventIds: command.type === 'CorrectDate' ? (await sources.eventsOf(stream)).map(({ id }) => id) : [],
  });
