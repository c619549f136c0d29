import { pause } from '../../pause.js';
import type { Complain } from '../projection-runner.js';
import type { Claims } from './claims.js';
import { keyOf, type Claim } from './fair-share.js';

const BEAT = 1_000;

/** Follows one partition until the signal. */
export type Follow = (claim: Claim, signal: AbortSignal) => Promise<void>;

interface Running {
  readonly ending: AbortController;
  readonly done: Promise<void>;
}

/** Follows what this worker holds: begins with what it takes, ends with what it lost or gives away. */
export class Keeper {
  private readonly running = new Map<string, Running>();
  private nudged = new AbortController();

  constructor(
    private readonly claims: Claims,
    private readonly follow: Follow,
    private readonly complain: Complain,
  ) {}

  /** `readers` are those that this program can write now. */
  async run(readers: () => readonly string[], signal: AbortSignal): Promise<void> {
    let silent = false;
    const end = (): void => this.nudge();
    signal.addEventListener('abort', end);
    while (!signal.aborted) {
      try {
        await this.beat(readers());
        silent = false;
      } catch (error) {
        if (!silent) this.complain('who writes which read model is not known for a moment', error);
        silent = true;
      }
      await pause(BEAT, this.nudged.signal);
      this.nudged = new AbortController();
    }
    signal.removeEventListener('abort', end);
    for (const { ending } of this.running.values()) ending.abort();
    await Promise.all([...this.running.values()].map(({ done }) => done));
    await this.claims.leave().catch(() => undefined);
  }

  /** There is something new to hold: the next beat comes at once. */
  nudge(): void {
    this.nudged.abort();
  }

  private async beat(readers: readonly string[]): Promise<void> {
    if (readers.length === 0) return;
    const { held, release } = await this.claims.beat(readers);
    const keys = new Set(held.map(keyOf));
    for (const [key, { ending }] of this.running) if (!keys.has(key)) ending.abort();
    for (const claim of release) this.giveAway(claim);
    const leaving = new Set(release.map(keyOf));
    for (const claim of held) if (!leaving.has(keyOf(claim)) && !this.running.has(keyOf(claim))) this.start(claim);
  }

  private start(claim: Claim): void {
    const ending = new AbortController();
    const done = this.follow(claim, ending.signal)
      .catch((error: unknown) => this.complain(`${claim.reader} is not followed`, error))
      .finally(() => this.ended(claim, ending.signal));
    this.running.set(keyOf(claim), { ending, done });
  }

  /** What ends by itself (there is no such partition any more, or it is a newer program's) is others' to take. */
  private async ended(claim: Claim, { aborted }: AbortSignal): Promise<void> {
    this.running.delete(keyOf(claim));
    if (!aborted) await this.claims.give(claim).catch(() => undefined);
  }

  /** After the batch at hand. */
  private giveAway(claim: Claim): void {
    const running = this.running.get(keyOf(claim));
    if (running?.ending.signal.aborted) return;
    running?.ending.abort();
    const given = async (): Promise<void> => {
      await running?.done;
      await this.claims.give(claim);
    };
    // What is not given away at this beat is at the next.
    void given().catch(() => undefined);
  }
}
