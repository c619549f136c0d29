import type { AnyCommand, AnyEvent, CommandMeta, Decider, EventDefinitions, Recorded, Scope, Uuid } from '@perspectief/kernel';

/** Reads what a decision needs of other streams; of the directory and of soft limits the owner knows the way itself. */
export interface Sources {
  /** The folded state of another stream, straight from the log. */
  stateOf<State>(category: string, id: Uuid): Promise<State>;
  /** The events of a stream, for decisions that point at one of them. */
  eventsOf(stream: string): Promise<readonly Recorded[]>;
}

/** A class-validator class whose instances are the command's data: wire in, domain words out. */
export type InputClass = new () => object;

/** Whose the personal data of a stream are, and in whose work they were written: both choose the key that seals them. */
export interface Privacy<State, C extends AnyCommand, E extends AnyEvent, Context> {
  /** Undefined: the command is about no household. */
  householdOf(command: C, known: { readonly state: State; readonly stream: string; readonly context: Context }): Uuid | undefined;
  scopeOf(event: E, state: State): Scope;
}

/** A context's side of the command path: its streams, its decider, and what its decisions need to know. */
export interface StreamOwner<State = unknown, C extends AnyCommand = AnyCommand, E extends AnyEvent = AnyEvent, Context = unknown> {
  /** First part of the stream's name: `trajectory-{id}`. */
  readonly category: string;
  /** The field of the command's data that names the stream. */
  readonly idField: string;
  readonly decider: Decider<State, C, E, Context>;
  readonly events: EventDefinitions;
  /** Validation of each command that may come from outside; the API and stories take no other. */
  readonly inputs: { readonly [Type in C['type']]?: InputClass };
  /** The commands that only policies, the clock and claims send. */
  readonly internal: readonly C['type'][];
  /** Other streams that a decision on this command looks at: read while the command waits for its turn. */
  looksAt?(command: C): readonly { readonly category: string; readonly id: Uuid }[];
  gather(command: C, known: { readonly state: State; readonly stream: string; readonly meta: CommandMeta }, sources: Sources): Promise<Context>;
  /** Of the stream's first event; later events inherit it. */
  municipalityOf(command: C, context: Context): string;
  readonly privacy: Privacy<State, C, E, Context>;
  /** A claim in another stream that must be won before this command's events are written. */
  claimBefore?(command: C): AnyCommand | undefined;
}

/** An owner whose own types are set aside: the command path treats all alike, and pairs each with its own commands. */
export type AnyStreamOwner = StreamOwner;

export const asAnyOwner = <State, C extends AnyCommand, E extends AnyEvent, Context>(owner: StreamOwner<State, C, E, Context>): AnyStreamOwner =>
  owner as unknown as AnyStreamOwner;
