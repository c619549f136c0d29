import type { AnyEvent, Instant, Recorded } from '@perspectief/kernel';
import type { AppendRequest, EventStore, Position, Receipt } from '@perspectief/event-store';
import { codecOf, type Codec } from '../codec.js';
import type { StreamOwner } from './stream-owner.js';

export interface LoadedStream {
  readonly state: unknown;
  readonly version: number;
  readonly municipality: string | undefined;
}

interface Kept extends LoadedStream {
  /** Until when nobody else is expected to have written since. */
  readonly trustedUntil: number;
  /** Until when somebody else is expected. */
  readonly waryUntil: number;
}

const KEPT = 2_000;
/** Milliseconds after an own append, and after a race that was lost. */
const TRUSTED_FOR = 50;
const WARY_FOR = 1_000;

const nothing = (owner: StreamOwner): Kept => ({ state: owner.decider.initial, version: 0, municipality: undefined, trustedUntil: 0, waryUntil: 0 });

/** As it will be read back. The record time is the store's own; until then it is the sender's. */
const asRead = (request: AppendRequest, recordedAt: Instant, version: number, positions: readonly Position[]): readonly Recorded[] => {
  const { stream, command, actor, correlationId, causationId, municipality } = request;
  const shared = { stream, actor, correlationId, causationId, municipality, commandId: command.id, recordedAt: request.recordedAt ?? recordedAt };
  return request.events.map((event, n) => ({
    ...{ ...event, ...shared, streamVersion: version + n + 1, position: positions[n] ?? '' },
    data: JSON.parse(JSON.stringify(event.data)) as object,
  }));
};

/** Folds streams; keeps the latest folds, so that a long stream costs only what is new. Appends check the version anyway. */
export class StreamLoader {
  private readonly kept = new Map<string, Kept>();
  private readonly codecs = new Map<string, Codec>();

  constructor(private readonly store: EventStore) {}

  codecOf(owner: StreamOwner): Codec {
    const codec = this.codecs.get(owner.category) ?? codecOf(owner.events);
    this.codecs.set(owner.category, codec);
    return codec;
  }

  async load(owner: StreamOwner, stream: string): Promise<LoadedStream> {
    const known = this.kept.get(stream) ?? nothing(owner);
    const fresh = await this.store.readStream(stream, { from: known.version + 1 });
    return fresh.length === 0 ? known : this.fold(owner, stream, known, fresh);
  }

  /** The stream as this process left it a moment ago: good enough for an append, which checks the version, and for nothing else. */
  trusted(stream: string): LoadedStream | undefined {
    const known = this.kept.get(stream);
    return known && known.trustedUntil > Date.now() ? known : undefined;
  }

  /** Folds what was just written, so that the next command on a busy stream need not read it back. */
  wrote(owner: StreamOwner, before: LoadedStream, request: AppendRequest, { outcome, repeated }: Receipt, recordedAt: Instant): void {
    const known = this.kept.get(request.stream) ?? nothing(owner);
    const stands = known.version === before.version && !repeated && 'accepted' in outcome;
    if (!stands || outcome.accepted.version !== before.version + request.events.length) return;
    const now = Date.now();
    const trustedUntil = known.waryUntil > now ? 0 : now + TRUSTED_FOR;
    this.fold(owner, request.stream, { ...known, trustedUntil }, asRead(request, recordedAt, before.version, outcome.accepted.positions));
  }

  /** Somebody else writes here too: for a while it is read before every decision. */
  lostRace(stream: string): void {
    const known = this.kept.get(stream);
    if (known) this.kept.set(stream, { ...known, trustedUntil: 0, waryUntil: Date.now() + WARY_FOR });
  }

  forget(stream: string): void {
    this.kept.delete(stream);
  }

  private fold(owner: StreamOwner, stream: string, known: Kept, fresh: readonly Recorded[]): LoadedStream {
    const codec = this.codecOf(owner);
    const events = fresh.map((event) => codec.decode(event) as Recorded<AnyEvent>);
    const loaded = {
      ...known,
      state: events.reduce((state, event) => owner.decider.evolve(state, event), known.state),
      version: known.version + events.length,
      municipality: known.municipality ?? events[0]?.municipality,
    };
    this.keep(stream, loaded);
    return loaded;
  }

  private keep(stream: string, loaded: Kept): void {
    this.kept.delete(stream);
    this.kept.set(stream, loaded);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
  }
}
