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
    for (const step of this.steps.splice(0)) await step().catch(() => undefined);
  }

  private async stop(): Promise<void> {
    if (this.begun) process.exit(130);
    this.say('\nStopping…');
    await this.undo();
    this.say('Stopped. Nothing is lost; npm start goes on where you were.');
    process.exit(0);
  }
}
