import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant, LocalDateTime } from '@perspectief/kernel';
import { toInstant } from '@perspectief/kernel';
import { wallClock, type Clock } from '@perspectief/runtime';

/** Stands where the work that asks was put, so that histories side by side each have their own now; elsewhere the wall's. */
export class ScopedClock implements Clock {
  private readonly scope = new AsyncLocalStorage<Instant>();

  now(): Instant {
    return this.scope.getStore() ?? wallClock.now();
  }

  recordedAt(): Instant | undefined {
    return this.scope.getStore();
  }

  at<T>(local: LocalDateTime, work: () => Promise<T>): Promise<T> {
    return this.scope.run(toInstant(local), work);
  }
}
