import type { AnyCommand, AnyEvent, CommandMeta, Decision, Recorded } from '@perspectief/kernel';
import type { TrajectoryContext } from './context.js';
import type { TrajectoryEvent } from './events.js';
import type { TrajectoryRefusal } from './refusals.js';
import type { OpenedTrajectory } from './state.js';

export type EventNamed<Type extends TrajectoryEvent['type']> = Recorded<Extract<TrajectoryEvent, { type: Type }>>;

/** What a handler may know besides the command's data: the whole trajectory, the envelope, and what was fetched for it. */
export interface Situation {
  readonly trajectory: OpenedTrajectory;
  readonly meta: CommandMeta;
  readonly context: TrajectoryContext;
}

export type TrackDecision = Decision<TrajectoryEvent, TrajectoryRefusal>;

export type DecideOf<C extends AnyCommand> = {
  readonly [Type in C['type']]: (data: Extract<C, { type: Type }>['data'], situation: Situation) => TrackDecision;
};

/** A step for each own event (the compiler counts them), and for any event of another track that matters here. */
export type EvolveOf<Slice, Own extends AnyEvent> = {
  readonly [Type in Own['type'] & TrajectoryEvent['type']]: (slice: Slice, event: EventNamed<Type>) => Slice;
} & {
  readonly [Type in Exclude<TrajectoryEvent['type'], Own['type']>]?: (slice: Slice, event: EventNamed<Type>) => Slice;
};

/** One of the tracks that run side by side in a trajectory: its slice of the state, its commands, its events. */
export interface Track<Slice, C extends AnyCommand, Own extends AnyEvent> {
  readonly initial: Slice;
  readonly decide: DecideOf<C>;
  readonly evolve: EvolveOf<Slice, Own>;
  /** What a fact of any track brings about in this one, in the same decision; the situation is that from before the fact. */
  readonly afterwards?: (event: TrajectoryEvent, situation: Situation) => readonly TrajectoryEvent[];
}
