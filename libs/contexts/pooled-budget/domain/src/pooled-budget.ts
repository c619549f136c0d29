import { inTheFuture, isRefused, refuse, type CommandMeta, type Decider, type Recorded } from '@perspectief/kernel';
import type { PooledBudgetCommand } from './commands.js';
import type { BudgetDecision, Situation } from './concern.js';
import { concerns } from './concerns.js';
import type { PooledBudgetContext } from './context.js';
import type { PooledBudgetEvent } from './events.js';
import { decideOpening, opened } from './opening/opening.js';
import type { OpenedBudget, PooledBudgetState } from './state.js';

type Step = (budget: OpenedBudget, event: Recorded<PooledBudgetEvent>) => OpenedBudget;
type Handler = (data: object, situation: Situation) => BudgetDecision;

const handlers = new Map<string, Handler>();
const steps = new Map<string, Step>();
for (const { decide, evolve } of concerns) {
  for (const [type, handler] of Object.entries(decide)) handlers.set(type, handler as Handler);
  for (const [type, step] of Object.entries(evolve)) steps.set(type, step as Step);
}

const evolve = (state: PooledBudgetState, event: Recorded<PooledBudgetEvent>): PooledBudgetState => {
  if (event.type === 'BudgetOpened') return opened(event);
  if (state.phase === 'none') return state;
  return steps.get(event.type)?.(state, event) ?? state;
};

const aboutIds = (code: string): boolean => code.startsWith('UNKNOWN_') || code.endsWith('_EXISTS');

/** What the pot holds against ids comes before the date, and the date before all else. */
const datedAfterIds = (decision: BudgetDecision, meta: CommandMeta): BudgetDecision =>
  inTheFuture(meta) && !(isRefused(decision) && aboutIds(decision.refused.code))
    ? refuse('IN_THE_FUTURE', { field: 'happenedOn' })
    : decision;

export const pooledBudgetDecider: Decider<PooledBudgetState, PooledBudgetCommand, PooledBudgetEvent, PooledBudgetContext> = {
  initial: { phase: 'none' },
  evolve,
  decide: (command, state, meta, context) => {
    if (command.type === 'OpenBudget') return decideOpening(command.data, state.phase !== 'none', meta, context);
    if (state.phase === 'none') return refuse('UNKNOWN_BUDGET', { field: 'budgetId' });
    const handler = handlers.get(command.type);
    if (!handler) throw new Error(`no concern decides ${command.type}`);
    return datedAfterIds(handler(command.data, { budget: state, meta, context }), meta);
  },
};
