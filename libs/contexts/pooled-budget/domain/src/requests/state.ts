import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import type { Split } from '../attribution.js';
import type { Confirmer, RequestRule } from '../words.js';

/** What others say of a request. An emergency is spent before that. */
export type Judgment =
  | { readonly phase: 'awaiting'; readonly approvals: readonly string[] }
  | { readonly phase: 'returned' }
  | { readonly phase: 'approved'; readonly by: 'mandate' | 'approvers'; readonly approvals: readonly string[] }
  | { readonly phase: 'rejected' }
  | { readonly phase: 'withdrawn' };

/** What is set aside for it. */
export type RequestMoney =
  | { readonly phase: 'none' }
  | { readonly phase: 'reserved'; readonly left: Cents }
  | { readonly phase: 'settled' };

export type Delivery = { readonly phase: 'awaited' } | { readonly phase: 'delivered'; readonly on: BusinessDate };

export interface Receipt {
  readonly by: Confirmer;
  readonly on: BusinessDate;
  /** Somebody else wrote it down for the household. */
  readonly onBehalf?: boolean | undefined;
}

export interface SpendingRequest {
  readonly requestId: Uuid;
  readonly trajectoryId: Uuid;
  readonly requestedBy: string;
  readonly requestedOn: BusinessDate;
  readonly amount: Cents;
  readonly payee: string;
  readonly lifeArea: string;
  readonly split?: Split | undefined;
  /** The year whose money it asks for, or has reserved. */
  readonly year: number;
  readonly rule: RequestRule;
  readonly approvers: number;
  readonly judgment: Judgment;
  readonly money: RequestMoney;
  readonly delivery: Delivery;
  readonly receipts: readonly Receipt[];
}

export interface OpenEmergency {
  readonly requestId: Uuid;
  readonly coachId: string;
  readonly settleBy: BusinessDate;
}
