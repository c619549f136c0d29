import { setTimeout as pause } from 'node:timers/promises';

export interface PatienceOptions {
  /** How often something is tried before the caller hears that the store does not answer. */
  readonly tries: number;
  /** Milliseconds before the second try; doubled each time. */
  readonly first: number;
  readonly longest: number;
}

export const PATIENCE: PatienceOptions = { tries: 6, first: 50, longest: 2_000 };

/** Growing pauses, with jitter so that those who failed together do not come back together. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly options: PatienceOptions,
    private readonly random: () => number = Math.random,
  ) {}

  get exhausted(): boolean {
    return this.failures >= this.options.tries - 1;
  }

  reset(): void {
    this.failures = 0;
  }

  next(): number {
    const wait = Math.min(this.options.first * 2 ** this.failures, this.options.longest);
    this.failures += 1;
    return wait * (0.5 + this.random() / 2);
  }

  /** Waits its turn, or less when the signal comes. */
  wait(signal?: AbortSignal): Promise<void> {
    return pause(this.next(), undefined, { signal, ref: signal === undefined }).catch(() => undefined);
  }
}
