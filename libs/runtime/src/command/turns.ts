import type { AppendRequest, EventStore, Receipt, Seen } from '@perspectief/event-store';
import type { LoadedStream, StreamLoader } from './stream-loader.js';

/** What a decision was made on will never be: a command before it was not written after all. It is made again. */
export class Overtaken extends Error {
  constructor() {
    super('decided on events that were not written');
    this.name = 'Overtaken';
  }
}

/** Not the receipt itself: the queue goes on while it is on its way. */
export interface OnItsWay {
  readonly receipt: Promise<Receipt>;
}

interface Place {
  readonly request: AppendRequest;
  readonly decidedOn: LoadedStream;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
  /** What the stream is once this is written. */
  leaves?: LoadedStream;
  end?: 'written' | 'fallen';
}

interface Busy {
  waiting: Place[];
  /** What the last decision leaves, as long as nothing before it fails. */
  tip?: LoadedStream | undefined;
  /** Resolves when nothing is under way. */
  settled: Promise<void>;
}

/** Commands in one transaction at most. */
const MOST = 32;

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The writing end of each stream. While one append is on its way, the next commands are decided on what it will leave, and are then
 * written together, in the order in which they were decided. Nobody hears a yes before it is in the log. When one is not written, all
 * that were decided after it fall with it, and are decided again.
 */
export class Turns {
  private readonly busy = new Map<string, Busy>();
  private readonly fallen = new WeakSet<LoadedStream>();
  private readonly listeners: ((written: AppendRequest) => void)[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly loader: StreamLoader,
  ) {}

  /** Hears of each append once it is in the log, in the order of each stream, and before its sender does. */
  onWritten(listener: (written: AppendRequest) => void): void {
    this.listeners.push(listener);
  }

  /** The stream as this process leaves it: good enough for an append, which falls when it is wrong, and for nothing else. */
  trusted(stream: string, standing?: readonly Seen[]): LoadedStream | undefined {
    return this.loader.isWary(stream) ? undefined : (this.busy.get(stream)?.tip ?? this.loader.trusted(stream, standing));
  }

  /** When all that was decided here for the stream is in the log, or fell. */
  async settled(stream: string): Promise<void> {
    await this.busy.get(stream)?.settled;
  }

  /**
   * Takes the next place, and folds what it leaves; one caller at a time per stream. The receipt comes when it is written, or
   * `Overtaken` when it fell.
   */
  async append(request: AppendRequest, decidedOn: LoadedStream, fold: () => LoadedStream): Promise<OnItsWay> {
    if (this.fallen.has(decidedOn)) throw new Overtaken();
    const busy = this.busy.get(request.stream);
    const { promise: receipt, ...ends } = withEnds<Receipt>();
    receipt.catch(() => undefined);
    const place: Place = { request, decidedOn, ...ends };
    if (busy) busy.waiting.push(place);
    else {
      this.begin(request.stream, place);
      // What is to be sent goes out first, so that the fold costs nothing: the server is at work meanwhile.
      await turnOfTheLoop();
    }
    place.leaves = fold();
    if (place.end === 'written') this.loader.wrote(request.stream, decidedOn, place.leaves);
    const standing = this.busy.get(request.stream);
    if (place.end === undefined && standing) standing.tip = place.leaves;
    return { receipt };
  }

  private begin(stream: string, first: Place): void {
    const busy: Busy = { waiting: [first], settled: Promise.resolve() };
    this.busy.set(stream, busy);
    busy.settled = this.writeAll(stream, busy);
  }

  private async writeAll(stream: string, busy: Busy): Promise<void> {
    for (let [first, ...others] = busy.waiting.splice(0, MOST); first; [first, ...others] = busy.waiting.splice(0, MOST)) {
      const row = [first, ...others];
      try {
        const receipts = await this.sent(first.request, others.map(({ request }) => request));
        for (const [n, receipt] of receipts.entries()) this.written(row[n], receipt);
        if (receipts.length < row.length || receipts.at(-1)?.repeated) this.fall(busy, row.slice(receipts.length));
      } catch (error) {
        first.reject(error);
        this.fall(busy, row);
      }
    }
    this.busy.delete(stream);
  }

  private async sent(first: AppendRequest, others: readonly AppendRequest[]): Promise<readonly Receipt[]> {
    return others.length === 0 ? [await this.store.append(first)] : this.store.appendInTurn([first, ...others]);
  }

  private written(place: Place | undefined, receipt: Receipt): void {
    if (!place) return;
    place.end = receipt.repeated ? 'fallen' : 'written';
    if (place.leaves && receipt.repeated) this.fallen.add(place.leaves);
    else if (place.leaves) this.loader.wrote(place.request.stream, place.decidedOn, place.leaves);
    place.resolve(receipt);
    if (!receipt.repeated) for (const hear of this.listeners) hear(place.request);
  }

  /** In one go with the news, so that nothing more can be decided on what fell. */
  private fall(busy: Busy, row: readonly Place[]): void {
    const all = [...row, ...busy.waiting];
    busy.waiting = [];
    busy.tip = undefined;
    for (const place of all) {
      place.end = 'fallen';
      if (place.leaves) this.fallen.add(place.leaves);
      place.reject(new Overtaken());
    }
  }
}

const withEnds = <T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void; readonly reject: (error: unknown) => void } => {
  let [resolve, reject]: [(value: T) => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  return { promise, resolve, reject };
};
