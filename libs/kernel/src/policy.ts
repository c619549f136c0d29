import type { AnyCommand } from './command.js';
import type { Actor, AnyEvent, Recorded } from './event.js';
import type { Uuid } from './ids.js';
import type { LocalDateTime } from './time.js';

/** What follows when a reaction is refused: a command that is told the refusal's code. Data, so that it outlives a process. */
export interface Otherwise<C extends AnyCommand = AnyCommand> {
  /** With the field named below left empty. */
  readonly command: C;
  /** The field that the code goes into. */
  readonly codeAs: string;
}

/** A command that a policy wants sent; its id is derived from policy, cause and index, so that twice is once. */
export interface Reaction<C extends AnyCommand = AnyCommand> {
  readonly command: C;
  /** Without it, the happenedOn of the cause. */
  readonly happenedOn?: LocalDateTime;
  /** Only to finish what somebody else began: that command's own id and actor. */
  readonly commandId?: Uuid;
  readonly actor?: Actor;
  readonly otherwise?: Otherwise;
}

/** When this then that: events in, commands out. Pure; may be run again over the same event without harm. */
export interface Policy<E extends AnyEvent = AnyEvent> {
  /** Unique, and never changed between releases: the ids of its commands are derived from it. */
  readonly name: string;
  readonly on: readonly E['type'][];
  react(cause: Recorded<E>): readonly Reaction[];
}
