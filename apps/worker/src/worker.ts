import type { Platform } from '@perspectief/assembly';
import { keepRetention } from './retention.js';

/** Projections, policies and the clock, until stopped. */
export class Worker {
  private readonly ending = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(private readonly platform: Pick<Platform, 'projections' | 'policies' | 'clockDriver' | 'database'>) {}

  start(): void {
    this.startProjections();
    this.startActing();
  }

  /** Read models follow the log; nothing acts by itself yet. */
  startProjections(): void {
    this.running.push(this.platform.projections.run(this.ending.signal));
  }

  /** Policies and the clock begin to send commands, and what has had its time goes. */
  startActing(): void {
    if (this.ending.signal.aborted) return;
    this.running.push(this.platform.policies.run(this.ending.signal), this.platform.clockDriver.run(this.ending.signal), keepRetention(this.platform, this.ending.signal));
  }

  /** Ends after the batches at hand. */
  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.running);
  }
}
