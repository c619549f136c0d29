import type { AnyEvent, Recorded } from '@perspectief/kernel';
import type { EventStore } from '@perspectief/event-store';
import { codecOf, type Codec } from '../codec.js';
import type { StreamOwner } from './stream-owner.js';

export interface LoadedStream {
  readonly state: unknown;
  readonly version: number;
  readonly municipality: string | undefined;
}

const KEPT = 2_000;

/** Folds streams; keeps the latest folds, so that a long stream costs only what is new. Appends check the version anyway. */
export class StreamLoader {
  private readonly kept = new Map<string, LoadedStream>();
  private readonly codecs = new Map<string, Codec>();

  constructor(private readonly store: EventStore) {}

  codecOf(owner: StreamOwner): Codec {
    const codec = this.codecs.get(owner.category) ?? codecOf(owner.events);
    this.codecs.set(owner.category, codec);
    return codec;
  }

  async load(owner: StreamOwner, stream: string): Promise<LoadedStream> {
    const known = this.kept.get(stream) ?? { state: owner.decider.initial, version: 0, municipality: undefined };
    const fresh = await this.store.readStream(stream, { from: known.version + 1 });
    if (fresh.length === 0) return known;
    const codec = this.codecOf(owner);
    const events = fresh.map((event) => codec.decode(event) as Recorded<AnyEvent>);
    const loaded = {
      state: events.reduce((state, event) => owner.decider.evolve(state, event), known.state),
      version: known.version + events.length,
      municipality: known.municipality ?? events[0]?.municipality,
    };
    this.keep(stream, loaded);
    return loaded;
  }

  forget(stream: string): void {
    this.kept.delete(stream);
  }

  private keep(stream: string, loaded: LoadedStream): void {
    this.kept.delete(stream);
    this.kept.set(stream, loaded);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
  }
}
