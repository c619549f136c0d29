import type { Actor, Refusal, Uuid } from '@perspectief/kernel';
import type { Position } from '@perspectief/event-store';

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
  /** Settles when it may be written. It is decided meanwhile; where this rejects, nothing is written, and the sender hears the same. */
  readonly cleared?: Promise<unknown> | undefined;
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
