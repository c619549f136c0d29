import type { Actor, BusinessDate, Instant, LocalDateTime, Recorded, Refusal, Uuid } from '@perspectief/kernel';

/** Opaque place in the log. Two positions of one log compare as text; nothing else may be read from it. */
export type Position = string;

/** What the writer believes of the stream: nothing, that it is new, that it is there, or exactly n events. */
export type Expected = 'any' | 'none' | 'exists' | number;

export interface NewEvent {
  readonly id: Uuid;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
  readonly happenedOn: LocalDateTime;
}

/** The command that an outcome belongs to. The same id with another hash is refused: `CommandReused`. */
export interface CommandIdentity {
  readonly id: Uuid;
  /** Digest of type and body. */
  readonly hash: string;
}

/** Another stream that was looked at, and how many events it had. */
export interface Seen {
  readonly stream: string;
  readonly version: number;
}

export interface AppendRequest {
  readonly stream: string;
  readonly expected: Expected;
  /** Other streams that the decision rests on: when one of them has grown since, nothing is written, and `Conflict` names it. */
  readonly seen?: readonly Seen[];
  readonly command: CommandIdentity;
  readonly actor: Actor;
  readonly correlationId: Uuid;
  readonly causationId: Uuid;
  readonly municipality: string;
  /** The story's clock; without it the store's own. */
  readonly recordedAt?: Instant;
  /** None: the command changed nothing, and that outcome is stored. */
  readonly events: readonly NewEvent[];
}

/** What became of a command, stored with it: a second sending answers this. */
export type Outcome =
  | { readonly accepted: { readonly version: number; readonly positions: readonly Position[] } }
  | { readonly refused: Refusal };

export interface Receipt {
  readonly outcome: Outcome;
  /** True when the command had been here before, and nothing was written now. */
  readonly repeated: boolean;
}

export interface ReadStreamOptions {
  readonly direction?: 'forwards' | 'backwards';
  /** First version to read, inclusive; backwards: the highest. */
  readonly from?: number;
  readonly limit?: number;
  /** Only what happened on or before the end of this day. */
  readonly asOf?: BusinessDate;
  /** Only what was recorded at or before this moment. */
  readonly knownAt?: Instant;
}

export interface ReadAllOptions {
  /** Exclusive; undefined is the beginning. */
  readonly after?: Position | undefined;
  readonly limit: number;
}

export interface SubscribeOptions {
  readonly after?: Position | undefined;
  readonly batchSize?: number;
  /** Ends the subscription cleanly: the iteration completes. */
  readonly signal: AbortSignal;
}

/** The log. What is an event store is what passes the contract suite (`./testing`). */
export interface EventStore {
  /** One short transaction: all events or none, in one stream, behind the fence. Throws `Conflict`, `CommandReused`. */
  append(request: AppendRequest): Promise<Receipt>;
  /**
   * Appends of several commands to one stream, each decided on what the one before leaves, in one transaction. Answers the receipts
   * of those that were written, in order: one at least, perhaps not all. The first that cannot follow (sent before, a lost race, broken
   * data) ends the row; of it and of what comes after it nothing is written. When that is the first of all, it is as if it came alone.
   */
  appendInTurn(requests: readonly [AppendRequest, ...AppendRequest[]]): Promise<readonly Receipt[]>;
  /** Stores an expected no, so that the same command sent again hears the same. */
  remember(command: CommandIdentity, stream: string, refused: Refusal): Promise<Receipt>;
  outcomeOf(command: CommandIdentity): Promise<Outcome | undefined>;
  /** In stream order; an unknown stream is empty. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<Recorded[]>;
  /** In the one global order, without gaps: what is passed never appears behind the cursor. */
  readAll(options: ReadAllOptions): Promise<Recorded[]>;
  /** Non-empty batches in the global order, for ever, until the signal. Polling is the truth; notification a hint. */
  subscribe(options: SubscribeOptions): AsyncIterable<readonly Recorded[]>;
  /** Position of the last event that readers may see, or undefined in an empty log. */
  head(): Promise<Position | undefined>;
  close(): Promise<void>;
}
