import type { AnyCommand, CommandMeta } from './command.js';
import type { Decision } from './decision.js';
import type { AnyEvent, Recorded } from './event.js';

/**
 * The whole of a stream's logic: a fold, and a decision on what the fold knows.
 * Pure: no clock, no I/O, no randomness. `context` is what the decision needs of the directory and of other streams,
 * fetched before it. State is plain JSON, so that a read model may keep it.
 */
export interface Decider<State, C extends AnyCommand, E extends AnyEvent, Context = undefined> {
  readonly initial: State;
  evolve(state: State, event: Recorded<E>): State;
  decide(command: C, state: State, meta: CommandMeta, context: Context): Decision<E>;
}

export const fold = <State, E extends AnyEvent>(
  decider: { readonly initial: State; evolve(state: State, event: Recorded<E>): State },
  events: Iterable<Recorded<E>>,
  from: State = decider.initial,
): State => {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
