import type { AnyCommand, AnyEvent, CommandMeta, Decision, Recorded, Refusal } from '@perspectief/kernel';
import type { PooledBudgetContext } from './context.js';
import type { PooledBudgetEvent } from './events.js';
import type { PooledBudgetRefusal } from './refusals.js';
import type { OpenedBudget } from './state.js';

export type EventNamed<Type extends PooledBudgetEvent['type']> = Recorded<Extract<PooledBudgetEvent, { type: Type }>>;

/** What a handler may know besides the command's data: the whole pot, the envelope, and what was fetched for it. */
export interface Situation {
  readonly budget: OpenedBudget;
  readonly meta: CommandMeta;
  readonly context: PooledBudgetContext;
}

export type BudgetDecision = Decision<PooledBudgetEvent, PooledBudgetRefusal>;
export type Objection = Refusal<PooledBudgetRefusal> | false | undefined;

export type DecideOf<C extends AnyCommand> = {
  readonly [Type in C['type']]: (data: Extract<C, { type: Type }>['data'], situation: Situation) => BudgetDecision;
};

/** One step for each of its events; the compiler counts them. */
export type EvolveOf<Own extends AnyEvent> = {
  readonly [Type in Own['type'] & PooledBudgetEvent['type']]: (budget: OpenedBudget, event: EventNamed<Type>) => OpenedBudget;
};

/** One thing that a pot does: its commands and its events. The money is of the whole pot. */
export interface Concern<C extends AnyCommand, Own extends AnyEvent> {
  readonly decide: DecideOf<C>;
  readonly evolve: EvolveOf<Own>;
}
