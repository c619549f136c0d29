/** Who has so many waiting is behind, and reads by himself. */
const MOST = 2_000;

/** What one listener has yet to take of what is read for all. */
export class Inbox<T> {
  private items: T[] = [];
  private behind = false;
  private failure: { readonly error: unknown } | undefined;
  private wake: () => void = () => undefined;
  /** Nothing will come any more. */
  ended = false;

  put(items: readonly T[]): void {
    this.behind ||= this.items.length + items.length > MOST;
    this.items = this.behind ? [] : [...this.items, ...items];
    this.wake();
  }

  /** What waits is of before the failure, and is not handed out any more. */
  fail(error: unknown): void {
    this.failure = { error };
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** What has come, never empty; undefined after the end, on the signal, or for who has fallen behind. Throws what the reader met. */
  async next(limit: number, signal: AbortSignal): Promise<readonly T[] | undefined> {
    while (!signal.aborted) {
      if (this.failure) throw this.failure.error;
      if (this.ended || this.behind) return undefined;
      if (this.items.length > 0) return this.items.splice(0, limit);
      await this.news(signal);
    }
    return undefined;
  }

  private news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.wake = done;
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
