import type { CommandIdentity, Seen } from '@perspectief/event-store';
import type { AnyCommand, AnyEvent, CommandMeta, Uuid } from '@perspectief/kernel';
import type { Ahead } from './other-streams.js';
import type { Cleared } from './request.js';
import type { LoadedStream } from './stream-loader.js';
import type { StreamOwner } from './stream-owner.js';

/** A command that can be decided. */
export interface Ready {
  readonly owner: StreamOwner;
  readonly command: AnyCommand;
  readonly meta: CommandMeta;
  readonly stream: string;
  readonly identity: CommandIdentity;
  /** Other streams as the command found them. */
  readonly ahead: Ahead;
  readonly cleared: Cleared | undefined;
}

/** What is to be written of it. */
export interface Decided {
  readonly loaded: LoadedStream;
  readonly municipality: string;
  readonly householdId: Uuid | undefined;
  readonly seen: readonly Seen[];
  readonly events: readonly AnyEvent[];
}
