const BUSY = 50;
const IDLE = 1000;

/** How long to wait before looking again: short while there is news, up to a second when there is none. Jitter keeps readers apart. */
export class Pace {
  private wait = BUSY;

  constructor(private readonly random: () => number = Math.random) {}

  news(): void {
    this.wait = BUSY;
  }

  next(): number {
    const wait = this.wait;
    this.wait = Math.min(wait * 2, IDLE);
    return wait * (0.8 + 0.4 * this.random());
  }
}
