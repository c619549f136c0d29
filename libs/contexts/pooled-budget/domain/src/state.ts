import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import type { BuyOut } from './buy-out/state.js';
import type { HouseholdMoney } from './ceilings/state.js';
import type { Keyed } from './keyed.js';
import type { Mandate } from './mandates/state.js';
import type { Payment } from './payments/state.js';
import type { OpenEmergency, SpendingRequest } from './requests/state.js';
import type { Scheme } from './words.js';
import type { YearState } from './years/state.js';

/** Above this amount a request wants so many approvers. */
export interface Tier {
  readonly above: Cents;
  readonly approvers: number;
}

export interface OpenedBudget {
  readonly phase: 'open';
  readonly id: Uuid;
  readonly name: string;
  readonly scheme: Scheme;
  readonly municipality: string;
  readonly area: string;
  readonly openedOn: BusinessDate;
  readonly householdCeiling: Cents;
  readonly tiers: readonly Tier[];
  readonly years: Readonly<Record<number, YearState>>;
  /** The last year that was closed, and with it all before; 0 while none is. */
  readonly closedThrough: number;
  /** By coach, in the order in which they were granted. */
  readonly mandates: Readonly<Record<string, readonly Mandate[]>>;
  readonly requests: Keyed<SpendingRequest>;
  /** Spent first and not yet decided. */
  readonly emergencies: readonly OpenEmergency[];
  readonly payments: Keyed<Payment>;
  /** The payment that each refund belongs to. */
  readonly refunds: Keyed<Uuid>;
  /** By trajectory. */
  readonly households: Keyed<HouseholdMoney>;
  readonly buyOuts: Keyed<BuyOut>;
}

export type PooledBudgetState = { readonly phase: 'none' } | OpenedBudget;
