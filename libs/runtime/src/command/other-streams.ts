import type { EventStore, Seen } from '@perspectief/event-store';
import type { LoadedStream, StreamLoader } from './stream-loader.js';
import type { Sources, StreamOwner } from './stream-owner.js';

/** Sources, and what of them was known and not read: the append asks whether it still holds. */
export interface Ahead extends Sources {
  readonly seen: readonly Seen[];
}

/** What decisions look at beside their own stream. */
export class OtherStreams {
  /** Straight from the log. */
  readonly fresh: Ahead;

  constructor(
    store: EventStore,
    private readonly loader: StreamLoader,
    private readonly owners: ReadonlyMap<string, StreamOwner>,
  ) {
    this.fresh = {
      stateOf: async <State>(category: string, id: string) => (await this.load(category, id)).state as State,
      eventsOf: (stream) => store.readStream(stream),
      seen: [],
    };
  }

  /**
   * As a command finds them when it comes. What this process knows is taken as it is: good enough for an append, which asks whether
   * it still stands so, and for nothing else. The rest is read now, while the command waits, so it is never older than the command.
   */
  ahead(streams: readonly { readonly category: string; readonly id: string }[]): Ahead {
    if (streams.length === 0) return this.fresh;
    const seen: Seen[] = [];
    const begun = new Map<string, Promise<LoadedStream>>();
    for (const { category, id } of streams) {
      const stream = `${category}-${id}`;
      const known = this.loader.known(stream);
      if (known) seen.push({ stream, version: known.version });
      const reading = known ? Promise.resolve(known) : this.load(category, id);
      reading.catch(() => undefined);
      begun.set(stream, reading);
    }
    const stateOf = async <State>(category: string, id: string): Promise<State> =>
      (await (begun.get(`${category}-${id}`) ?? this.load(category, id))).state as State;
    return { stateOf, eventsOf: this.fresh.eventsOf, seen };
  }

  private async load(category: string, id: string): Promise<LoadedStream> {
    const owner = this.owners.get(category);
    if (!owner) throw new Error(`no context owns ${category}`);
    return this.loader.load(owner, `${category}-${id}`);
  }
}
