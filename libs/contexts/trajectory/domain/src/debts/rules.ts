import type { Cents, Refusal, Rule, Uuid } from '@perspectief/kernel';
import { fundingConfirmedFor } from '../debt-buy-out/rules.js';
import type { TrajectoryRefusal } from '../refusals.js';
import type { OpenedTrajectory } from '../state.js';
import type { Debt, DebtsState } from './state.js';

type Objection = Rule<TrajectoryRefusal>;

export const debtOf = ({ debts }: DebtsState, debtId: Uuid): Debt | undefined => debts.find((debt) => debt.debtId === debtId);

export const debtIsKnown = (state: DebtsState, debtId: Uuid | undefined, field = 'debtId'): Objection =>
  debtId !== undefined && !debtOf(state, debtId) && { code: 'UNKNOWN_DEBT', field };

export const debtsAreKnown = (state: DebtsState, debts: readonly Uuid[]): Objection =>
  debts.some((debtId) => !debtOf(state, debtId)) && { code: 'UNKNOWN_DEBT', field: 'debts' };

/** An id is used once, also by a debt that was removed. */
export const debtIsNew = ({ debts, removed }: DebtsState, debtId: Uuid): Objection =>
  (removed.includes(debtId) || debts.some((debt) => debt.debtId === debtId)) && { code: 'DEBT_EXISTS', field: 'debtId' };

export const isPositive = (amount: Cents | undefined, field: string): Refusal<TrajectoryRefusal> | false =>
  !(amount !== undefined && amount > 0) && { code: 'AMOUNT_NOT_POSITIVE', field };

/** Paid, forgiven, or paid for: from then on the claim is fixed (BO-15). */
export const debtIsNotSettled = ({ debts, debtBuyOut }: OpenedTrajectory, debtId: Uuid): Objection =>
  (debtOf(debts, debtId)?.settlement.phase !== 'open' || fundingConfirmedFor(debtBuyOut, debtId)) && {
    code: 'DEBT_SETTLED',
    field: 'debtId',
  };

/** The debts of which creditors are offered a part. */
export const debtsToDivide = ({ debts }: DebtsState): readonly Debt[] =>
  debts.filter(({ treatment, settlement }) => treatment === 'included' && settlement.phase === 'open');
