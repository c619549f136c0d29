import type { EventStore } from '@perspectief/event-store';
import type { KeyHolder, Uuid } from '@perspectief/kernel';
import type { AnyStreamOwner, Clock, CommandPath, Projection } from '@perspectief/runtime';
import type { Meters } from '../metrics/index.js';

/** What became of a job; its trace and its span are found by its id. */
export interface FinishedJob {
  readonly id: Uuid;
  readonly kind: string;
  readonly state: string;
  readonly eventsRead: number;
  /** Of `performance.now()`, in milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Makes the parts of a platform whose work is seen by whoever collects traces. Types alone: nothing is loaded for a platform without. */
export interface Tracing {
  store(log: EventStore, meters: Meters): EventStore;
  path(store: EventStore, owners: readonly AnyStreamOwner[], clock: Clock, keys: KeyHolder, meters: Meters): CommandPath;
  projection(projection: Projection): Projection;
  /** A piece of heavy work that ended. */
  job(done: FinishedJob): void;
  /** Sends what waits, for a moment at most. */
  close(): Promise<void>;
}
