import { setTimeout as pause } from 'node:timers/promises';

/** What does not end in ten seconds is left: the log has all that was acknowledged. */
const LONGEST = 10_000;

type Step = () => Promise<unknown>;

/** Undoes what was started, last first, once; a second signal does not wait. */
export class Shutdown {
  private readonly steps: Step[] = [];
  private readonly ending = new AbortController();

  constructor(private readonly say: (line: string) => void) {}

  /** Aborted when the end begins. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  get begun(): boolean {
    return this.ending.signal.aborted;
  }

  later(step: Step): void {
    this.steps.unshift(step);
  }

  onSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void this.stop());
  }

  async undo(): Promise<void> {
    this.ending.abort();
    for (const step of this.steps.splice(0)) await Promise.race([step().catch(() => undefined), pause(LONGEST, undefined, { ref: false })]);
  }

  /** Something that nothing here can mend: ends, and says why. */
  async fail(why: string): Promise<void> {
    if (this.begun) return;
    this.say(`\n${why}`);
    await this.undo();
    process.exit(1);
  }

  private async stop(): Promise<void> {
    if (this.begun) process.exit(130);
    this.say('\nStopping…');
    await this.undo();
    this.say('Stopped. Nothing is lost; npm start goes on where you were.');
    process.exit(0);
  }
}
