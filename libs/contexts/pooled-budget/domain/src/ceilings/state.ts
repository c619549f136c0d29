import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';

export type RaiseProposal =
  | { readonly phase: 'none' }
  | { readonly phase: 'proposed'; readonly by: string; readonly amount: Cents };

/** What a later request is held against (PB-14): beside the household, so that nothing has to be looked up for each. */
export interface AskedBefore {
  readonly requestId: Uuid;
  readonly amount: Cents;
  /** As `named` writes it. */
  readonly payee: string;
  readonly requestedOn: BusinessDate;
}

/** What one household got from the pot over all years. Buying out debts stands apart: no ceiling bounds it. */
export interface HouseholdMoney {
  readonly paid: Cents;
  readonly reserved: Cents;
  /** What was added to the pot's ceiling for this household. */
  readonly raised: Cents;
  readonly proposal: RaiseProposal;
  readonly asked: readonly AskedBefore[];
  readonly buyOut: { readonly paid: Cents; readonly reserved: Cents };
}

export const noMoney: HouseholdMoney = {
  paid: 0,
  reserved: 0,
  raised: 0,
  proposal: { phase: 'none' },
  asked: [],
  buyOut: { paid: 0, reserved: 0 },
};
