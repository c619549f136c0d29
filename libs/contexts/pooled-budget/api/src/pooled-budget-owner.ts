import type { Uuid } from '@perspectief/kernel';
import { lawOn } from '@perspectief/law';
import {
  find,
  pooledBudgetDecider,
  pooledBudgetEvents,
  type PooledBudgetCommand,
  type PooledBudgetContext,
  type PooledBudgetEvent,
  type PooledBudgetState,
} from '@perspectief/pooled-budget-domain';
import type { Sources, StreamOwner } from '@perspectief/runtime';
import { internalPooledBudgetCommands, pooledBudgetInputs } from './inputs/index.js';

/** What decisions on a pot need that stands in no stream. */
export interface PooledBudgetPorts {
  /** Of the directory: those it knows of these ids, in whatever municipality. `active` is false for who left the service. */
  people(ids: readonly string[]): Promise<readonly { readonly id: string; readonly role: string; readonly municipality: string; readonly active?: boolean | undefined }[]>;
}

/** A pot belongs to the municipality of whoever opens it; what is written in it of a household, to that household. */
interface GatheredContext extends PooledBudgetContext {
  readonly municipality?: string | undefined;
  readonly householdId?: Uuid | undefined;
}

/** What is needed of the stream of a trajectory. */
type Trajectory = { readonly phase: 'none' } | { readonly phase: 'open' | 'closed'; readonly householdId: Uuid };

const trajectoryIdIn = ({ data }: PooledBudgetCommand): Uuid | undefined => (data as { readonly trajectoryId?: Uuid }).trajectoryId;

/** Commands about a request that carry words of people; the request itself says whose they are. */
const wordsOnRequests: ReadonlySet<PooledBudgetCommand['type']> = new Set(['ReturnSpending', 'AnswerReturn', 'RejectSpending']);

const trajectoryIdOfRequest = ({ type, data }: PooledBudgetCommand, state: PooledBudgetState): Uuid | undefined =>
  wordsOnRequests.has(type) && state.phase === 'open' ? find(state.requests, (data as { readonly requestId: Uuid }).requestId)?.trajectoryId : undefined;

const trajectoryOf = async (command: PooledBudgetCommand, state: PooledBudgetState, sources: Sources): Promise<Pick<GatheredContext, 'trajectory' | 'householdId'>> => {
  const named = trajectoryIdIn(command);
  const trajectoryId = named ?? trajectoryIdOfRequest(command, state);
  if (trajectoryId === undefined) return { trajectory: undefined };
  const trajectory = await sources.stateOf<Trajectory>('trajectory', trajectoryId);
  const { phase } = trajectory;
  return {
    trajectory: named === undefined ? undefined : { exists: phase !== 'none', open: phase === 'open' },
    householdId: phase === 'none' ? undefined : trajectory.householdId,
  };
};

/** A pot gives mandates in its own municipality. */
const isHere = (municipality: string, state: PooledBudgetState): boolean => state.phase === 'open' && state.municipality === municipality;

const gatherFor =
  ({ people }: PooledBudgetPorts): StreamOwner<PooledBudgetState, PooledBudgetCommand, PooledBudgetEvent, GatheredContext>['gather'] =>
  async (command, { state, meta }, sources) => {
    const opener = command.type === 'OpenBudget' ? meta.actor.id : undefined;
    const coach = command.type === 'GrantMandate' ? command.data.coachId : undefined;
    const ids = [opener, coach].filter((id) => id !== undefined);
    const known = ids.length > 0 ? await people(ids) : [];
    return {
      law: lawOn,
      ...(await trajectoryOf(command, state, sources)),
      people: Object.fromEntries(known.flatMap(({ id, role, municipality, active }) => (isHere(municipality, state) && active !== false ? [[id, { id, role }]] : []))),
      municipality: known.find(({ id }) => id === opener)?.municipality,
    };
  };

/** The pot's side of the command path. */
export const pooledBudgetOwner = (
  ports: PooledBudgetPorts,
): StreamOwner<PooledBudgetState, PooledBudgetCommand, PooledBudgetEvent, GatheredContext> => ({
  category: 'pooledBudget',
  idField: 'budgetId',
  decider: pooledBudgetDecider,
  events: pooledBudgetEvents,
  inputs: pooledBudgetInputs,
  internal: internalPooledBudgetCommands,
  looksAt: (command) => {
    const id = trajectoryIdIn(command);
    return id === undefined ? [] : [{ category: 'trajectory', id }];
  },
  gather: gatherFor(ports),
  municipalityOf: ({ type }, { municipality }) => {
    if (municipality === undefined) throw new Error(`${type} comes from someone whom the directory does not know`);
    return municipality;
  },
  privacy: { householdOf: (_, { context }) => context.householdId, scopeOf: () => 'money' },
});
