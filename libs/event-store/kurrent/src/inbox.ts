/** Milliseconds in which nothing must come before a part of a batch is handed on, on servers before 23.10, which do not say that a reader has caught up. */
const QUIET = 250;

/** Turns what comes one by one into batches: full ones while catching up, whatever is there once live. Pushes back when full. */
export class Inbox<T> {
  /** Called with true when senders should wait, with false when they may go on. */
  onPressure: (full: boolean) => void = () => undefined;

  private items: T[] = [];
  private live = false;
  private full = false;
  private ended = false;
  private failure: { readonly error: unknown } | undefined;
  private wake: () => void = () => undefined;
  private quiet: NodeJS.Timeout | undefined;
  private isQuiet = false;

  constructor(private readonly batchSize: number) {}

  put(item: T): void {
    this.items.push(item);
    this.isQuiet = false;
    clearTimeout(this.quiet);
    if (!this.live) this.quiet = setTimeout(() => this.calm(), QUIET);
    if (this.items.length >= 2 * this.batchSize) this.press(true);
    this.wake();
  }

  /** Live: the reader has seen what was there; from now on each event is news. */
  setLive(live: boolean): void {
    this.live = live;
    this.wake();
  }

  /** What came before is still handed out; then `next` throws. */
  fail(error: unknown): void {
    this.failure ??= { error };
    this.wake();
  }

  /** What is left is dropped; `next` answers undefined. */
  end(): void {
    this.ended = true;
    clearTimeout(this.quiet);
    this.wake();
  }

  /** The next batch, never empty; undefined after `end`. */
  async next(): Promise<readonly T[] | undefined> {
    while (!this.ended && !this.isReady) {
      if (this.failure) throw this.failure.error;
      await new Promise<void>((resolve) => { this.wake = resolve; });
    }
    if (this.ended) return undefined;
    const batch = this.items.splice(0, this.batchSize);
    if (this.items.length < this.batchSize) this.press(false);
    return batch;
  }

  private get isReady(): boolean {
    const { length } = this.items;
    return length >= this.batchSize || (length > 0 && (this.live || this.isQuiet || this.failure !== undefined));
  }

  private calm(): void {
    this.isQuiet = true;
    this.wake();
  }

  private press(full: boolean): void {
    if (this.full === full) return;
    this.full = full;
    this.onPressure(full);
  }
}
