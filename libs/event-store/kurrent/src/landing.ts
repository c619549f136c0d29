import { Corrupt, Unavailable, type AppendRequest, type Position } from '@perspectief/event-store';
import type { Attempt } from './ledger/ledger.js';
import { positionIn, storedEvents, type StoredMetadata } from './stored-event.js';
import { faultOf } from './wire/faults.js';
import { Backoff, PATIENCE, type PatienceOptions } from './wire/patience.js';
import type { Wire } from './wire/wire.js';

export type Fate =
  | { readonly landed: readonly Position[] }
  /** Somebody else's event stands there: with an exact revision, this attempt can never land, however late it arrives. */
  | { readonly dead: true };

/**
 * Brings an attempt to its end, whoever began it. The same ids at the same exact revision are one append to the server, for ever, so
 * trying again is safe; and what stands in the stream tells which of the two fates it was.
 */
export class Landing {
  constructor(
    private readonly wire: Wire,
    private readonly patience: PatienceOptions = PATIENCE,
  ) {}

  /** Throws `Unavailable` while the fate cannot be known: the attempt stays open, and the next who meets it goes on. */
  async bring({ base, request }: Attempt): Promise<Fate> {
    const events = storedEvents(request);
    const backoff = new Backoff(this.patience);
    for (;;) {
      try {
        await this.wire.append(request.stream, base, events);
        const fate = await this.look(base, request);
        if (fate) return fate;
        throw new Unseen();
      } catch (error) {
        const fault = faultOf(error);
        if (fault !== 'again' && fault !== 'unknown') throw error;
        if (backoff.exhausted) throw new Unavailable(error);
        await backoff.wait();
      }
    }
  }

  /** Written or refused: what stands in the place tells. After a time-out a refusal may mean our own events. */
  private async look(base: number, { stream, events, command }: AppendRequest): Promise<Fate | undefined> {
    const there = await this.wire.readStream(stream, { from: base + 1, limit: events.length });
    const ours = there.filter(({ metadata }) => (metadata as Partial<StoredMetadata> | undefined)?.commandId === command.id);
    if (there.length > 0 && ours.length === 0) return { dead: true };
    if (ours.length < there.length) throw new Corrupt(`an append to stream ${stream} stands there in part`);
    return ours.length === events.length ? { landed: ours.map(positionIn) } : undefined;
  }
}

/** The stream is at least as long as the place (it was when the attempt began), yet a read shows nothing there, or not yet all: look again. */
class Unseen extends Error {
  readonly type = 'unavailable';
}
