import { Bell } from '@perspectief/event-store';

/** Who has so many waiting is behind, and reads by himself. */
const MOST = 2_000;

/** What one listener has yet to take of what is read for all. */
export class Inbox<T> {
  private readonly bell = new Bell();
  private items: T[] = [];
  private behind = false;
  private failure: { readonly error: unknown } | undefined;
  /** Nothing will come any more. */
  ended = false;

  put(items: readonly T[]): void {
    this.behind ||= this.items.length + items.length > MOST;
    this.items = this.behind ? [] : [...this.items, ...items];
    this.bell.ring();
  }

  /** What waits is of before the failure, and is not handed out any more. */
  fail(error: unknown): void {
    this.failure = { error };
    this.bell.ring();
  }

  end(): void {
    this.ended = true;
    this.bell.ring();
  }

  /** What has come, never empty; undefined after the end, on the signal, or for who has fallen behind. Throws what the reader met. */
  async next(limit: number, signal: AbortSignal): Promise<readonly T[] | undefined> {
    while (!signal.aborted) {
      if (this.failure) throw this.failure.error;
      if (this.ended || this.behind) return undefined;
      if (this.items.length > 0) return this.items.splice(0, limit);
      await this.bell.wait(this.bell.count, undefined, signal);
    }
    return undefined;
  }
}
