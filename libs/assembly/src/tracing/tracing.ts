import type { EventStore } from '@perspectief/event-store';
import type { KeyHolder } from '@perspectief/kernel';
import type { AnyStreamOwner, Clock, CommandPath, Projection } from '@perspectief/runtime';
import type { Meters } from '../metrics/index.js';

/** Makes the parts of a platform whose work is seen by whoever collects traces. Types alone: nothing is loaded for a platform without. */
export interface Tracing {
  store(log: EventStore, meters: Meters): EventStore;
  path(store: EventStore, owners: readonly AnyStreamOwner[], clock: Clock, keys: KeyHolder, meters: Meters): CommandPath;
  projection(projection: Projection): Projection;
  /** Sends what waits, for a moment at most. */
  close(): Promise<void>;
}
