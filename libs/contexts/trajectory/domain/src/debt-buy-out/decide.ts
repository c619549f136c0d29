import { unless } from '@perspectief/kernel';
import { debtIsKnown, debtIsNotSettled, debtOf, isPositive } from '../debts/rules.js';
import type { DecideOf } from '../track.js';
import type { DebtBuyOutCommand } from './commands.js';
import { draftBuyOut } from './drafting.js';
import { decideOffering } from './offering.js';
import { decidePaying } from './paying.js';
import { decideRepaying } from './repaying.js';
import { buyOutOf } from './rules.js';
import type { DebtBuyOutState } from './state.js';

/** These may do without a buy-out, but do not take an id that is none. */
const buyOutIsKnown = (state: DebtBuyOutState, buyOutId: string | undefined) =>
  buyOutId !== undefined && !buyOutOf(state, buyOutId) && ({ code: 'UNKNOWN_BUY_OUT', field: 'buyOutId' } as const);

const decideMunicipal: Pick<DecideOf<DebtBuyOutCommand>, 'ForgiveMunicipalDebt' | 'AwardIncentive'> = {
  ForgiveMunicipalDebt: ({ debtId, buyOutId }, { trajectory }) => {
    const debt = debtOf(trajectory.debts, debtId);
    return unless(
      [
        buyOutIsKnown(trajectory.debtBuyOut, buyOutId),
        debtIsKnown(trajectory.debts, debtId),
        debtIsNotSettled(trajectory, debtId),
      ],
      () => [{ type: 'MunicipalDebtForgiven', data: { debtId, amount: debt?.claim ?? 0, buyOutId } }],
    );
  },

  AwardIncentive: ({ amount, step, buyOutId }, { trajectory }) =>
    unless([buyOutIsKnown(trajectory.debtBuyOut, buyOutId), isPositive(amount, 'amount')], () => [
      { type: 'IncentiveAwarded', data: { amount, step, buyOutId } },
    ]),
};

export const decideDebtBuyOut: DecideOf<DebtBuyOutCommand> = {
  DraftBuyOut: draftBuyOut,
  ...decideOffering,
  ...decidePaying,
  ...decideRepaying,
  ...decideMunicipal,
};
