import type { Actor, Refusal, Uuid } from '@perspectief/kernel';
import type { Position, Seen } from '@perspectief/event-store';

/** What a command waits for before anything of it is written. It is decided meanwhile. */
export interface Cleared {
  /** Settles when it may be written; where this rejects, nothing is written, and the sender hears the same. */
  readonly when: Promise<unknown>;
  /** Streams as they still stand when that settles: what is known of one that has just as many events need not be read again. */
  readonly standing?: readonly Seen[] | undefined;
}

/** A command on its way in: unchecked data, as it came over the wire, out of a story, or from a policy. */
export interface CommandRequest {
  readonly type: string;
  readonly data: unknown;
  readonly commandId: Uuid;
  /** As the sender wrote it; without it, now. */
  readonly happenedOn?: string | undefined;
  readonly actor: Actor;
  readonly correlationId?: Uuid;
  readonly causationId?: Uuid;
  /** Its sender chose the id. */
  readonly fromOutside?: boolean;
  readonly cleared?: Cleared | undefined;
}

export type CommandAnswer =
  | {
      readonly accepted: {
        readonly stream: string;
        readonly version: number;
        /** Where the read models must be for the sender to see it; undefined when nothing was written. */
        readonly position: Position | undefined;
        readonly events: number;
        readonly repeated: boolean;
      };
    }
  | { readonly refused: Refusal; readonly repeated: boolean };
