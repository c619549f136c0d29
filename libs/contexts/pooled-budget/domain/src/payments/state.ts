import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import type { ByDomain } from '../by-domain.js';

export interface Payment {
  readonly paymentId: Uuid;
  readonly requestId: Uuid;
  readonly amount: Cents;
  readonly paidOn: BusinessDate;
  readonly year: number;
  readonly attribution: ByDomain;
  /** The part of the attribution that did not come back. */
  readonly standing: ByDomain;
}
