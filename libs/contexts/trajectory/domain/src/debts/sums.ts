import { sumOf, type Cents } from '@perspectief/kernel';
import type { OpenedTrajectory } from '../state.js';
import type { Debt } from './state.js';

export interface DebtSums {
  /** Number of included debts. */
  readonly included: number;
  /** Claims of the excluded debts. */
  readonly excluded: Cents;
  /** Claims of the included debts that stand. */
  readonly open: Cents;
  /** Paid to creditors. */
  readonly paid: Cents;
  /** Discharged by creditors, or forgiven by the municipality. */
  readonly discharged: Cents;
}

const standing = (debts: readonly Debt[], treatment: Debt['treatment']): Cents =>
  sumOf(debts, (debt) => (debt.treatment === treatment && debt.settlement.phase === 'open' ? debt.claim : 0));

export const debtSums = ({ debts: { debts } }: Pick<OpenedTrajectory, 'debts'>): DebtSums => ({
  included: debts.filter(({ treatment }) => treatment === 'included').length,
  excluded: standing(debts, 'excluded'),
  open: standing(debts, 'included'),
  paid: sumOf(debts, ({ settlement }) => (settlement.phase === 'paid' ? settlement.paid : 0)),
  discharged: sumOf(debts, ({ settlement }) => (settlement.phase === 'open' ? 0 : settlement.discharged)),
});
