import type { Cents, Uuid } from '@perspectief/kernel';

export interface BuyOut {
  readonly buyOutId: Uuid;
  readonly trajectoryId: Uuid;
  readonly amount: Cents;
  /** The year that has it reserved. */
  readonly year: number;
  readonly left: Cents;
  /** What was paid for each debt. */
  readonly paid: Readonly<Record<Uuid, Cents>>;
  readonly phase: 'reserved' | 'released';
}
