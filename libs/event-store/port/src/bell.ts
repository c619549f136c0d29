/** Wakes whoever waits for news. Rung while nobody waits, it is still heard: waiters say what they heard last. */
export class Bell {
  private rings = 0;
  private readonly waiting = new Set<() => void>();

  /** How often it rang until now; hand it to `wait` to miss nothing in between. */
  get count(): number {
    return this.rings;
  }

  ring(): void {
    this.rings += 1;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves on a ring since `heard`, after the time, or on the signal, whichever comes first. */
  wait(heard: number, milliseconds: number | undefined, signal: AbortSignal): Promise<void> {
    if (this.rings !== heard || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(() => { wake(); }, milliseconds);
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
