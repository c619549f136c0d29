import type { Instant } from '@perspectief/kernel';

/** What "now" is. The wall's clock leaves the record time to the store; a story brings both. */
export interface Clock {
  now(): Instant;
  /** Record time for what is written under this clock; undefined leaves it to the store's own. */
  recordedAt(): Instant | undefined;
}

export const wallClock: Clock = { now: () => new Date().toISOString(), recordedAt: () => undefined };

/** A clock that stands where it is put: for stories and tests. */
export class StandingClock implements Clock {
  constructor(private moment: Instant) {}
  now(): Instant {
    return this.moment;
  }
  recordedAt(): Instant {
    return this.moment;
  }
  stand(at: Instant): void {
    this.moment = at;
  }
}
