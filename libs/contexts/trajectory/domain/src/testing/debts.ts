import type { TrajectoryCommand } from '../commands.js';
import type { DebtsCommand } from '../debts/commands.js';
import type { OpenedTrajectory, TrajectoryState } from '../state.js';
import { idOf, opened, TRAJECTORY as trajectoryId } from './histories.js';

type Command = DebtsCommand;
type Registered = Extract<DebtsCommand, { type: 'RegisterDebt' }>['data'];

export const [C1, C2, C3, C4, C5, CJIB, DUO] = [31, 32, 33, 34, 35, 36, 37].map(idOf) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

export const register = (debtId: string, claim: number, more: Partial<Registered> = {}): Command => ({
  type: 'RegisterDebt',
  data: {
    trajectoryId,
    debtId,
    creditor: 'schuldeiser',
    claim,
    rank: 'concurrent',
    treatment: 'included',
    kind: 'other',
    ...more,
  },
});
export const correct = (
  debtId: string,
  right: { claim?: number; treatment?: 'included' | 'excluded'; rank?: 'preferential' | 'concurrent'; creditor?: string },
): Command => ({
  type: 'CorrectDebt',
  data: { trajectoryId, debtId, reason: 'saldo-opgave', ...right },
});
export const remove = (debtId: string): Command => ({
  type: 'RemoveDebt',
  data: { trajectoryId, debtId, reason: 'bestaat niet' },
});
export const confirmInventory: Command = { type: 'ConfirmDebtInventory', data: { trajectoryId } };
export const requestBalances = (...debts: string[]): Command => ({ type: 'RequestBalances', data: { trajectoryId, debts } });
export const recordBalance = (debtId: string, claim: number, collectiveConsent?: boolean): Command => ({
  type: 'RecordBalance',
  data: { trajectoryId, debtId, claim, referenceDate: '2024-02-01', collectiveConsent },
});
export const startArrangement: Command = { type: 'StartArrangement', data: { trajectoryId } };
export const recordProtectedAmount = (income = 181_240, protectedAmount = 171_590): Command => ({
  type: 'RecordProtectedAmount',
  data: { trajectoryId, income, protectedAmount, calculatorVersion: '2024-01', documentRef: 'vtlb-2024-02-28' },
});

/** A command that is accepted on its day. */
export type Step = readonly [on: string, command: TrajectoryCommand];

/** The five debts of the worked example. */
export const fiveDebts: readonly Step[] = [
  opened,
  ['2024-01-09', register(C1, 284_637, { kind: 'housing' })],
  ['2024-01-09', register(C2, 131_890, { kind: 'utilities' })],
  ['2024-01-09', register(C3, 96_425, { kind: 'care' })],
  ['2024-01-09', register(C4, 148_600, { kind: 'public', rank: 'preferential' })],
  ['2024-01-09', register(C5, 219_348)],
];

export const confirmed: readonly Step[] = [
  ...fiveDebts,
  ['2024-02-26', confirmInventory],
  ['2024-02-28', recordProtectedAmount()],
];

export const openedState = (state: TrajectoryState): OpenedTrajectory => {
  if (state.phase === 'none') throw new Error('not opened');
  return state;
};
