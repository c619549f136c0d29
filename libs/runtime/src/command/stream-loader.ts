import type { AnyEvent, Instant, KeyHolder, Recorded, Uuid } from '@perspectief/kernel';
import type { AppendRequest, EventStore, Seen } from '@perspectief/event-store';
import { codecOf, type Codec } from '../codec.js';
import { opened } from './sealing.js';
import type { StreamOwner } from './stream-owner.js';

export interface LoadedStream {
  readonly state: unknown;
  readonly version: number;
  readonly municipality: string | undefined;
  /** Of the last event that is folded in: a version alone does not say that the log still holds what it held. */
  readonly lastId: Uuid | undefined;
}

interface Kept extends LoadedStream {
  /** Until when nobody else is expected to have written since. */
  readonly trustedUntil: number;
  /** Until when somebody else is expected. */
  readonly waryUntil: number;
}

const KEPT = 2_000;
/** Milliseconds after an own append or a look, and after a race that was lost. */
const TRUSTED_FOR = 50;
const WARY_FOR = 1_000;

const nothing = (owner: StreamOwner): Kept => ({ state: owner.decider.initial, version: 0, municipality: undefined, lastId: undefined, trustedUntil: 0, waryUntil: 0 });

/** As it will be read back. The record time is the store's own; until then it is the sender's. */
const asRead = (request: AppendRequest, recordedAt: Instant, version: number): readonly Recorded[] => {
  const { stream, command, actor, correlationId, causationId, municipality } = request;
  const shared = { stream, actor, correlationId, causationId, municipality, commandId: command.id, recordedAt: request.recordedAt ?? recordedAt };
  return request.events.map((event, n) => ({
    ...{ ...event, ...shared, streamVersion: version + n + 1, position: '' },
    data: JSON.parse(JSON.stringify(event.data)) as object,
  }));
};

/** Folds streams; keeps the latest folds, so that a long stream costs only what is new. Appends check the version anyway. */
export class StreamLoader {
  private readonly kept = new Map<string, Kept>();
  private readonly codecs = new Map<string, Codec>();

  /** How often all was forgotten: what was being read meanwhile is not kept. */
  private forgotten = 0;

  constructor(
    private readonly store: EventStore,
    private readonly keys?: KeyHolder,
  ) {
    keys?.onDestroyed(() => this.forgetAll());
  }

  codecOf(owner: StreamOwner): Codec {
    const codec = this.codecs.get(owner.category) ?? codecOf(owner.events);
    this.codecs.set(owner.category, codec);
    return codec;
  }

  async load(owner: StreamOwner, stream: string): Promise<LoadedStream> {
    const { forgotten } = this;
    const known = this.kept.get(stream) ?? nothing(owner);
    const fresh = await this.after(known, stream);
    if (fresh === 'other log') return this.load(owner, stream);
    const trustedUntil = this.isWary(stream) ? 0 : Date.now() + TRUSTED_FOR;
    if (fresh.length === 0 && known.version > 0 && forgotten === this.forgotten) this.keep(stream, { ...known, trustedUntil });
    if (fresh.length === 0) return known;
    const codec = this.codecOf(owner);
    const events = await opened(fresh.map((event) => codec.decode(event)), this.keys);
    const loaded = { ...this.fold(owner, known, events), trustedUntil };
    if (forgotten === this.forgotten) this.keep(stream, loaded);
    return loaded;
  }

  /** What came since; the last known event is read once more. Where it is another or gone, the log lost its end, and all is forgotten. */
  private async after({ version, lastId }: Kept, stream: string): Promise<readonly Recorded[] | 'other log'> {
    if (version === 0) return this.store.readStream(stream);
    const [last, ...fresh] = await this.store.readStream(stream, { from: version });
    if (last?.id === lastId) return fresh;
    this.forgetAll();
    return 'other log';
  }

  /**
   * The stream as this process left or found it a moment ago, or as it is known to be `standing`: good enough for an append, which checks
   * the version, and for nothing else.
   */
  trusted(stream: string, standing: readonly Seen[] = []): LoadedStream | undefined {
    const known = this.kept.get(stream);
    const stands = standing.some((seen) => seen.stream === stream && seen.version === known?.version);
    return known && (stands || known.trustedUntil > Date.now()) ? known : undefined;
  }

  /** What the stream will be once this is written (as it was before it was sealed). Where it will stand in the log no fold asks. */
  ahead(owner: StreamOwner, before: LoadedStream, request: AppendRequest, recordedAt: Instant): LoadedStream {
    return this.fold(owner, before, asRead(request, recordedAt, before.version));
  }

  /** It is written: the next command on a busy stream need not read it back. */
  wrote(stream: string, before: LoadedStream, after: LoadedStream): void {
    const known = this.kept.get(stream);
    if ((known?.version ?? 0) !== before.version) return;
    const waryUntil = known?.waryUntil ?? 0;
    const now = Date.now();
    this.keep(stream, { ...after, waryUntil, trustedUntil: waryUntil > now ? 0 : now + TRUSTED_FOR });
  }

  /** As it was when it was last read or written here, unless somebody else was seen to write. */
  known(stream: string): LoadedStream | undefined {
    return this.isWary(stream) ? undefined : this.kept.get(stream);
  }

  isWary(stream: string): boolean {
    return (this.kept.get(stream)?.waryUntil ?? 0) > Date.now();
  }

  /** Somebody else writes here too: for a while it is read before every decision. */
  lostRace(stream: string): void {
    const known = this.kept.get(stream);
    if (known) this.kept.set(stream, { ...known, trustedUntil: 0, waryUntil: Date.now() + WARY_FOR });
  }

  forget(stream: string): void {
    this.kept.delete(stream);
  }

  /** Keys were destroyed, and what was opened with them is not kept either; or the log may be another than it was. */
  forgetAll(): void {
    this.forgotten += 1;
    this.kept.clear();
  }

  private fold<Known extends LoadedStream>(owner: StreamOwner, known: Known, events: readonly Recorded[]): Known {
    return {
      ...known,
      state: events.reduce((state, event) => owner.decider.evolve(state, event as Recorded<AnyEvent>), known.state),
      version: known.version + events.length,
      municipality: known.municipality ?? events[0]?.municipality,
      lastId: events.at(-1)?.id ?? known.lastId,
    };
  }

  private keep(stream: string, loaded: Kept): void {
    this.kept.delete(stream);
    this.kept.set(stream, loaded);
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
  }
}
