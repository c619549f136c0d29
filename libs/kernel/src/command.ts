import type { Actor } from './event.js';
import type { Uuid } from './ids.js';
import type { BusinessDate, Instant, LocalDateTime } from './time.js';
import { dayOf } from './time.js';

export interface AnyCommand {
  readonly type: string;
  readonly data: object;
}

/** A record of payloads by command type becomes the union of commands. */
export type CommandOf<Payloads> = {
  [Type in keyof Payloads & string]: { readonly type: Type; readonly data: Readonly<Payloads[Type]> };
}[keyof Payloads & string];

/** Who sends it, when it happened, and what "now" is: decisions read no clock. */
export interface CommandMeta {
  readonly commandId: Uuid;
  readonly correlationId: Uuid;
  readonly causationId: Uuid;
  readonly actor: Actor;
  readonly happenedOn: LocalDateTime;
  /** The clock of whoever runs the command: the wall's, or the story's. */
  readonly now: Instant;
  /** `now` as civil time in Amsterdam. */
  readonly nowLocal: LocalDateTime;
}

/** The business date on which it happened. */
export const dayOfCommand = (meta: Pick<CommandMeta, 'happenedOn'>): BusinessDate => dayOf(meta.happenedOn);

export const inTheFuture = (meta: Pick<CommandMeta, 'happenedOn' | 'nowLocal'>): boolean => meta.happenedOn > meta.nowLocal;
