import { accept, minus, refuse, unless } from '@perspectief/kernel';
import type { DecideOf } from '../track.js';
import type { DebtsCommand } from './commands.js';
import { debtIsKnown, debtIsNew, debtIsNotSettled, debtOf, debtsAreKnown, isPositive } from './rules.js';
import type { Debt, DebtsState } from './state.js';

type DataOf<Type extends DebtsCommand['type']> = Extract<DebtsCommand, { type: Type }>['data'];

const corrects = (debt: Debt | undefined, { claim, rank, treatment, creditor }: DataOf<'CorrectDebt'>): boolean =>
  debt !== undefined &&
  [
    [claim, debt.claim],
    [rank, debt.rank],
    [treatment, debt.treatment],
    [creditor, debt.creditor],
  ].some(([right, known]) => right !== undefined && right !== known);

const repeatsAnswer = (debt: Debt | undefined, answer: DataOf<'RecordBalance'>): boolean =>
  debt?.balance.phase === 'answered' &&
  debt.claim === answer.claim &&
  debt.referenceDate === answer.referenceDate &&
  debt.collectiveConsent === (answer.collectiveConsent ?? debt.collectiveConsent);

const repeatsAmount = ({ protectedAmount: known }: DebtsState, data: DataOf<'RecordProtectedAmount'>): boolean =>
  known.phase === 'recorded' &&
  known.income === data.income &&
  known.protectedAmount === data.protectedAmount &&
  known.calculatorVersion === data.calculatorVersion;

const decideList: Pick<DecideOf<DebtsCommand>, 'RegisterDebt' | 'CorrectDebt' | 'RemoveDebt' | 'ConfirmDebtInventory'> = {
  RegisterDebt: ({ debtId, creditor, claim, rank, treatment, kind, referenceDate }, { trajectory: { debts } }) =>
    unless([debtIsNew(debts, debtId), isPositive(claim, 'claim')], () => [
      { type: 'DebtRegistered', data: { debtId, creditor, claim, rank, treatment, kind, referenceDate } },
    ]),

  CorrectDebt: (data, { trajectory }) => {
    const { debtId, claim, rank, treatment, creditor, reason } = data;
    return unless(
      [
        debtIsKnown(trajectory.debts, debtId),
        claim !== undefined && isPositive(claim, 'claim'),
        debtIsNotSettled(trajectory, debtId),
        !corrects(debtOf(trajectory.debts, debtId), data) && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'DebtCorrected', data: { debtId, claim, rank, treatment, creditor, reason } }],
    );
  },

  RemoveDebt: ({ debtId, reason }, { trajectory }) =>
    unless([debtIsKnown(trajectory.debts, debtId), debtIsNotSettled(trajectory, debtId)], () => [
      { type: 'DebtRemoved', data: { debtId, reason } },
    ]),

  ConfirmDebtInventory: (_, { trajectory: { debts } }) =>
    unless(
      [debts.debts.length === 0 && { code: 'NO_DEBTS' }, debts.inventory.phase === 'confirmed' && { code: 'OUT_OF_ORDER' }],
      () => [{ type: 'DebtInventoryConfirmed', data: {} }],
    ),
};

export const decideDebts: DecideOf<DebtsCommand> = {
  ...decideList,

  RequestBalances: ({ debts: asked }, { trajectory }) =>
    unless(
      [
        debtsAreKnown(trajectory.debts, asked),
        ...asked.map((debtId) => debtIsNotSettled(trajectory, debtId)),
        asked.every((debtId) => debtOf(trajectory.debts, debtId)?.balance.phase === 'asked') && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'BalancesRequested', data: { debts: [...asked] } }],
    ),

  RecordBalance: (data, { trajectory }) => {
    const { debtId, claim, referenceDate, collectiveConsent } = data;
    return unless(
      [
        debtIsKnown(trajectory.debts, debtId),
        isPositive(claim, 'claim'),
        debtIsNotSettled(trajectory, debtId),
        repeatsAnswer(debtOf(trajectory.debts, debtId), data) && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'BalanceRecorded', data: { debtId, claim, referenceDate, collectiveConsent } }],
    );
  },

  StartArrangement: (_, { trajectory: { debts } }) =>
    debts.arrangement.phase === 'none' ? accept({ type: 'ArrangementStarted', data: {} }) : refuse('OUT_OF_ORDER'),

  RecordProtectedAmount: (data, { trajectory: { debts } }) => {
    const { income, protectedAmount, calculatorVersion, documentRef } = data;
    return unless(
      [
        isPositive(protectedAmount, 'protectedAmount'),
        income < 0 && { code: 'AMOUNT_NOT_POSITIVE', field: 'income' },
        repeatsAmount(debts, data) && { code: 'OUT_OF_ORDER' },
      ],
      () => {
        const capacity = Math.max(0, minus(income, protectedAmount));
        return [{ type: 'ProtectedAmountRecorded', data: { income, protectedAmount, capacity, calculatorVersion, documentRef } }];
      },
    );
  },
};
