import type { Cents, Uuid } from '@perspectief/kernel';
import { ceilingLeft, ceilingOf, householdOf } from '../ceilings/rules.js';
import { entriesOf } from '../keyed.js';
import type { PooledBudgetState } from '../state.js';

/** What one household got from the pot over all years; what bought out its debts stands apart, no ceiling bounds that. */
export interface HouseholdSpend {
  readonly paid: Cents;
  readonly reserved: Cents;
  readonly ceiling: Cents;
  readonly left: Cents;
  readonly buyOut: { readonly paid: Cents; readonly reserved: Cents };
  /** A higher ceiling that one holder proposed and another has still to confirm. */
  readonly proposedRaise?: { readonly amount: Cents; readonly proposedBy: string };
}

/** A higher ceiling for one household that another holder has still to confirm. */
export interface WaitingRaise {
  readonly trajectoryId: Uuid;
  readonly amount: Cents;
  readonly proposedBy: string;
}

export const waitingRaises = (state: PooledBudgetState): readonly WaitingRaise[] =>
  state.phase === 'none'
    ? []
    : entriesOf(state.households).flatMap(([trajectoryId, { proposal }]) =>
        proposal.phase === 'proposed' ? [{ trajectoryId, amount: proposal.amount, proposedBy: proposal.by }] : [],
      );

export const householdSpend = (state: PooledBudgetState, trajectoryId: Uuid): HouseholdSpend => {
  if (state.phase === 'none') return { paid: 0, reserved: 0, ceiling: 0, left: 0, buyOut: { paid: 0, reserved: 0 } };
  const { paid, reserved, buyOut, proposal } = householdOf(state, trajectoryId);
  const raise = proposal.phase === 'proposed' && { proposedRaise: { amount: proposal.amount, proposedBy: proposal.by } };
  return { paid, reserved, ceiling: ceilingOf(state, trajectoryId), left: ceilingLeft(state, trajectoryId), buyOut, ...raise };
};
