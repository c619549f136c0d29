interface Window {
  count: number;
  readonly until: number;
}

const MOST_KEPT = 50_000;

/** Counts what a person or an address does within a window of time. */
export class Tally {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly most: number,
    private readonly milliseconds: number,
    private readonly now: () => number = Date.now,
  ) {}

  note(who: string): void {
    const window = this.windowOf(who);
    if (window) window.count += 1;
    else this.keep(who, { count: 1, until: this.now() + this.milliseconds });
  }

  /** Milliseconds to wait; undefined for who may go on. */
  waitOf(who: string): number | undefined {
    const window = this.windowOf(who);
    return window && window.count >= this.most ? window.until - this.now() : undefined;
  }

  private windowOf(who: string): Window | undefined {
    const window = this.windows.get(who);
    if (window && window.until > this.now()) return window;
    this.windows.delete(who);
    return undefined;
  }

  private keep(who: string, window: Window): void {
    const oldest = this.windows.keys().next();
    if (this.windows.size >= MOST_KEPT && !oldest.done) this.windows.delete(oldest.value);
    this.windows.set(who, window);
  }
}
