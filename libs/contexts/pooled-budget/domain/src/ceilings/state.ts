import type { Cents, Uuid } from '@perspectief/kernel';

export type RaiseProposal =
  | { readonly phase: 'none' }
  | { readonly phase: 'proposed'; readonly by: string; readonly amount: Cents };

/** What one household got from the pot over all years. Buying out debts stands apart: no ceiling bounds it. */
export interface HouseholdMoney {
  readonly paid: Cents;
  readonly reserved: Cents;
  /** What was added to the pot's ceiling for this household. */
  readonly raised: Cents;
  readonly proposal: RaiseProposal;
  readonly requestIds: readonly Uuid[];
  readonly buyOut: { readonly paid: Cents; readonly reserved: Cents };
}

export const noMoney: HouseholdMoney = {
  paid: 0,
  reserved: 0,
  raised: 0,
  proposal: { phase: 'none' },
  requestIds: [],
  buyOut: { paid: 0, reserved: 0 },
};
