import { dayOf, type BusinessDate, type Cents, type Uuid } from '@perspectief/kernel';
import type { EvolveOf } from '../track.js';
import type { DebtKind, DebtsEvent, Rank, Treatment } from './events.js';

/** Whether the creditor was asked what is still owed, and answered. */
export type Balance =
  | { readonly phase: 'not-asked' }
  | { readonly phase: 'asked'; readonly requestedOn: BusinessDate }
  | { readonly phase: 'answered'; readonly requestedOn?: BusinessDate; readonly answeredOn: BusinessDate };

/** What became of a debt: it stands, was bought out, or the municipality gave up its own claim. */
export type Settlement =
  | { readonly phase: 'open' }
  | { readonly phase: 'paid'; readonly on: BusinessDate; readonly paid: Cents; readonly discharged: Cents }
  | { readonly phase: 'forgiven'; readonly on: BusinessDate; readonly discharged: Cents };

export interface Debt {
  readonly debtId: Uuid;
  readonly creditor: string;
  readonly claim: Cents;
  readonly rank: Rank;
  readonly treatment: Treatment;
  readonly kind: DebtKind;
  readonly referenceDate?: BusinessDate;
  readonly registeredOn: BusinessDate;
  /** BO-11: the creditor agreed in advance with a settlement credit. */
  readonly collectiveConsent: boolean;
  readonly balance: Balance;
  readonly settlement: Settlement;
}

/** `round` counts the confirmations: a buy-out drafted in an earlier round is stale. */
export type Inventory =
  | { readonly phase: 'open'; readonly round: number }
  | { readonly phase: 'confirmed'; readonly round: number; readonly confirmedOn: BusinessDate };

export type Arrangement = { readonly phase: 'none' } | { readonly phase: 'started'; readonly startedOn: BusinessDate };

export type ProtectedAmount =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'recorded';
      readonly on: BusinessDate;
      readonly income: Cents;
      readonly protectedAmount: Cents;
      readonly capacity: Cents;
      readonly calculatorVersion: string;
    };

export interface DebtsState {
  /** In order of registration; removed ones are gone. */
  readonly debts: readonly Debt[];
  /** Ids that were used and may not be used again. */
  readonly removed: readonly Uuid[];
  readonly inventory: Inventory;
  readonly arrangement: Arrangement;
  readonly protectedAmount: ProtectedAmount;
}

export const initialDebts: DebtsState = {
  debts: [],
  removed: [],
  inventory: { phase: 'open', round: 0 },
  arrangement: { phase: 'none' },
  protectedAmount: { phase: 'none' },
};

const find = (state: DebtsState, debtId: Uuid): Debt | undefined => state.debts.find((debt) => debt.debtId === debtId);

const withDebt = (state: DebtsState, debtId: Uuid, change: (debt: Debt) => Debt): DebtsState => ({
  ...state,
  debts: state.debts.map((debt) => (debt.debtId === debtId ? change(debt) : debt)),
});

/** The list must be confirmed anew when a debt of which creditors are offered a part changes, before or after. */
const reopenedBy = (state: DebtsState, ...changed: readonly (Debt | undefined)[]): DebtsState =>
  state.inventory.phase === 'confirmed' && changed.some((debt) => debt?.treatment === 'included')
    ? { ...state, inventory: { phase: 'open', round: state.inventory.round } }
    : state;

const changed = (state: DebtsState, debtId: Uuid, change: (debt: Debt) => Debt): DebtsState => {
  const next = withDebt(state, debtId, change);
  return reopenedBy(next, find(state, debtId), find(next, debtId));
};

const answered = (debt: Debt, answeredOn: BusinessDate): Balance => ({
  phase: 'answered',
  ...(debt.balance.phase !== 'not-asked' && { requestedOn: debt.balance.requestedOn }),
  answeredOn,
});

const evolveList: Pick<
  EvolveOf<DebtsState, DebtsEvent>,
  'DebtRegistered' | 'DebtCorrected' | 'DebtRemoved' | 'DebtInventoryConfirmed' | 'BalancesRequested' | 'BalanceRecorded'
> = {
  DebtRegistered: (state, { data, happenedOn }) => {
    const debt: Debt = {
      ...data,
      registeredOn: dayOf(happenedOn),
      collectiveConsent: false,
      balance: { phase: 'not-asked' },
      settlement: { phase: 'open' },
    };
    return reopenedBy({ ...state, debts: [...state.debts, debt] }, debt);
  },
  DebtCorrected: (state, { data: { debtId, claim, rank, treatment, creditor } }) =>
    changed(state, debtId, (debt) => ({
      ...debt,
      claim: claim ?? debt.claim,
      rank: rank ?? debt.rank,
      treatment: treatment ?? debt.treatment,
      creditor: creditor ?? debt.creditor,
    })),
  DebtRemoved: (state, { data: { debtId } }) =>
    reopenedBy(
      { ...state, debts: state.debts.filter((debt) => debt.debtId !== debtId), removed: [...state.removed, debtId] },
      find(state, debtId),
    ),
  DebtInventoryConfirmed: (state, { happenedOn }) => ({
    ...state,
    inventory: { phase: 'confirmed', round: state.inventory.round + 1, confirmedOn: dayOf(happenedOn) },
  }),
  BalancesRequested: (state, { data: { debts }, happenedOn }) =>
    debts.reduce(
      (next, debtId) =>
        withDebt(next, debtId, (debt) => ({ ...debt, balance: { phase: 'asked', requestedOn: dayOf(happenedOn) } })),
      state,
    ),
  BalanceRecorded: (state, { data: { debtId, claim, referenceDate, collectiveConsent }, happenedOn }) => {
    // An answer that confirms the claim changes no offer.
    const record = find(state, debtId)?.claim === claim ? withDebt : changed;
    return record(state, debtId, (debt) => ({
      ...debt,
      claim,
      referenceDate,
      collectiveConsent: collectiveConsent ?? debt.collectiveConsent,
      balance: answered(debt, dayOf(happenedOn)),
    }));
  },
};

export const evolveDebts: EvolveOf<DebtsState, DebtsEvent> = {
  ...evolveList,
  ArrangementStarted: (state, { happenedOn }) => ({ ...state, arrangement: { phase: 'started', startedOn: dayOf(happenedOn) } }),
  ProtectedAmountRecorded: (state, { data: { income, protectedAmount, capacity, calculatorVersion }, happenedOn }) => ({
    ...state,
    protectedAmount: { phase: 'recorded', on: dayOf(happenedOn), income, protectedAmount, capacity, calculatorVersion },
  }),
  CreditorPaid: (state, { data: { debtId, amount }, happenedOn }) =>
    withDebt(state, debtId, (debt) => ({
      ...debt,
      settlement: { phase: 'paid', on: dayOf(happenedOn), paid: amount, discharged: 0 },
    })),
  DebtDischarged: (state, { data: { debtId, amount } }) =>
    withDebt(state, debtId, (debt) =>
      debt.settlement.phase === 'paid' ? { ...debt, settlement: { ...debt.settlement, discharged: amount } } : debt,
    ),
  MunicipalDebtForgiven: (state, { data: { debtId, amount }, happenedOn }) =>
    changed(state, debtId, (debt) => ({ ...debt, settlement: { phase: 'forgiven', on: dayOf(happenedOn), discharged: amount } })),
};
