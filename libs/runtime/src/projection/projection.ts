import type { Instant, Recorded } from '@perspectief/kernel';
import type { Only, Partitioning, Share } from './partitions/share.js';
import type { Beside } from './beside/beside-row.js';

/** Where a projection writes: a transaction, in which statements name its tables in full. */
export interface ReadTables {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Streams of others on whose pages the rows show. */
export type ShownWith = readonly string[];

/**
 * A read model's only writer. `apply` runs in the transaction that moves the checkpoint, and writes absolute values
 * (never `+= 1`), so that a batch applied twice, or split anywhere, leaves the same rows.
 */
export interface Projection {
  /** Unique, and never changed between releases. */
  readonly name: string;
  /** Raised when rows would come out differently: the platform then builds them anew, beside those that are read. */
  readonly version: number;
  /** Streams that it reads, by the first part of their name. */
  readonly categories: readonly string[];
  /** Where of a category it needs a few types alone. It is given no others, and nobody is told that its rows moved because of them. */
  readonly only?: Only;
  /** Tables that it owns alone, schema included; its statements name them so too. A rebuild fills tables of the same form elsewhere. */
  readonly tables: readonly string[];
  /** Whether several may write it at once, each its own streams. */
  readonly partitioning: Partitioning;
  /**
   * `share` says which streams are this writer's, for events that reach rows of other streams than their own. Who watches a stream that
   * it answers hears of the change as one does who watches the stream of the events.
   */
  apply(events: readonly Recorded[], tables: ReadTables, share: Share): Promise<ShownWith | void>;
}

/** One partition of a projection, and how far it has read the log. */
export interface PartitionStatus {
  readonly partition: number;
  readonly position: string | undefined;
  /** Events in the log that it has yet to read; counted up to a thousand. */
  readonly behind: number;
  /** When the oldest of these was recorded; undefined when it has read all. */
  readonly waitingSince: Instant | undefined;
  readonly updatedAt: string | undefined;
}

/** Of all partitions together, as the slowest of them. */
export interface ProjectionStatus extends Omit<PartitionStatus, 'partition'> {
  readonly name: string;
  readonly version: number;
  /** Events that it could not take, and those that wait behind them. */
  readonly parked: number;
  readonly error: string | undefined;
  readonly partitions: readonly PartitionStatus[];
  /** A version of its tables that is being built, or the former one, kept to go back to. */
  readonly beside: Beside | undefined;
}
