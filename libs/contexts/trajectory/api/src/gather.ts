import type { HouseholdState } from '@perspectief/household-domain';
import type { Uuid } from '@perspectief/kernel';
import { dutchLaw } from '@perspectief/law';
import type { Sources } from '@perspectief/runtime';
import type { HouseholdFacts, TrajectoryCommand, TrajectoryContext, TrajectoryState } from '@perspectief/trajectory-domain';
import type { TrajectoryPorts } from './trajectory-ports.js';

interface Known {
  readonly state: TrajectoryState;
  readonly stream: string;
}

/** The trajectory that holds the household; one that has closed holds nothing, though its release may still be under way. */
const holderOf = async (household: HouseholdState, sources: Sources): Promise<Uuid | undefined> => {
  if (household.phase !== 'registered' || household.claim.phase !== 'claimed') return undefined;
  const { trajectoryId } = household.claim;
  const holder = await sources.stateOf<TrajectoryState>('trajectory', trajectoryId);
  return holder.phase === 'closed' ? undefined : trajectoryId;
};

const householdAtOpening = async (householdId: Uuid, sources: Sources): Promise<HouseholdFacts | undefined> => {
  const household = await sources.stateOf<HouseholdState>('household', householdId);
  if (household.phase === 'none') return undefined;
  return { id: householdId, municipality: household.municipality, openTrajectoryId: await holderOf(household, sources) };
};

const householdAtBroadRequest = async (state: TrajectoryState, ports: TrajectoryPorts): Promise<HouseholdFacts | undefined> => {
  if (state.phase === 'none') return undefined;
  const { id, householdId, municipality } = state;
  return { id: householdId, municipality, openTrajectoryId: id, broadMoratoria: await ports.broadMoratoria(householdId, id) };
};

const householdFor = async (command: TrajectoryCommand, state: TrajectoryState, sources: Sources, ports: TrajectoryPorts): Promise<HouseholdFacts | undefined> => {
  if (command.type === 'OpenTrajectory') return householdAtOpening(command.data.householdId, sources);
  if (command.type === 'RequestFreeze' && command.data.instrument === 'broad-moratorium') return householdAtBroadRequest(state, ports);
  return undefined;
};

const peopleNamedBy = ({ data }: TrajectoryCommand): readonly string[] => {
  const { coachId, expertId, who } = data as { readonly coachId?: string; readonly expertId?: string; readonly who?: string };
  return [coachId, expertId, who].filter((id) => id !== undefined);
};

const peopleFor = async (command: TrajectoryCommand, ports: TrajectoryPorts): Promise<TrajectoryContext['people']> => {
  const ids = peopleNamedBy(command);
  const people = ids.length > 0 ? await ports.people(ids) : [];
  return Object.fromEntries(people.map((person) => [person.id, person]));
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
    household: await householdFor(command, state, sources, ports),
    people: await peopleFor(command, ports),
    runningTandems: await tandemsFor(command, ports),
    eventIds: command.type === 'CorrectDate' ? (await sources.eventsOf(stream)).map(({ id }) => id) : [],
  });
