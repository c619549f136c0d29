import type { EntityManager } from 'typeorm';
import type { Instant, Recorded } from '@perspectief/kernel';

/**
 * A read model's only writer. `apply` runs in the transaction that moves the checkpoint, and writes absolute values
 * (never `+= 1`), so that a batch applied twice, or split anywhere, leaves the same rows.
 */
export interface Projection {
  /** Unique, and never changed between releases. */
  readonly name: string;
  /** Raised when rows would come out differently: the platform then rebuilds. */
  readonly version: number;
  /** Streams that it reads, by the first part of their name. */
  readonly categories: readonly string[];
  /** Tables that it owns alone, schema included: emptied before a rebuild. */
  readonly tables: readonly string[];
  apply(events: readonly Recorded[], manager: EntityManager): Promise<void>;
}

export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly position: string | undefined;
  /** Events in the log that it has yet to read; counted up to a thousand. */
  readonly behind: number;
  /** When the oldest of these was recorded; undefined when it has read all. */
  readonly waitingSince: Instant | undefined;
  /** Events that it could not take, and those that wait behind them. */
  readonly parked: number;
  readonly updatedAt: string | undefined;
  readonly error: string | undefined;
}
