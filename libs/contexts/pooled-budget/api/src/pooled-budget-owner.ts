import type { Uuid } from '@perspectief/kernel';
import { lawOn } from '@perspectief/law';
import {
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
  /** Of the directory: those it knows of these ids. */
  people(ids: readonly string[]): Promise<readonly { readonly id: string; readonly role: string; readonly municipality: string }[]>;
}

/** A pot belongs to the municipality of whoever opens it. */
interface GatheredContext extends PooledBudgetContext {
  readonly municipality?: string | undefined;
}

const trajectoryIdIn = ({ data }: PooledBudgetCommand): Uuid | undefined => (data as { readonly trajectoryId?: Uuid }).trajectoryId;

const trajectoryOf = async (command: PooledBudgetCommand, sources: Sources): Promise<PooledBudgetContext['trajectory']> => {
  const trajectoryId = trajectoryIdIn(command);
  if (trajectoryId === undefined) return undefined;
  const { phase } = await sources.stateOf<{ readonly phase: string }>('trajectory', trajectoryId);
  return { exists: phase !== 'none', open: phase === 'open' };
};

const gatherFor =
  ({ people }: PooledBudgetPorts): StreamOwner<PooledBudgetState, PooledBudgetCommand, PooledBudgetEvent, GatheredContext>['gather'] =>
  async (command, { meta }, sources) => {
    const opener = command.type === 'OpenBudget' ? meta.actor.id : undefined;
    const coach = command.type === 'GrantMandate' ? command.data.coachId : undefined;
    const ids = [opener, coach].filter((id) => id !== undefined);
    const known = ids.length > 0 ? await people(ids) : [];
    return {
      law: lawOn,
      trajectory: await trajectoryOf(command, sources),
      people: Object.fromEntries(known.map(({ id, role }) => [id, { id, role }])),
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
});
