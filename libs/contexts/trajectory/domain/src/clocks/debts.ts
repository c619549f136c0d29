import type { BusinessDate } from '@perspectief/kernel';
import type { Debt, DebtsState } from '../debts/state.js';
import type { Counted } from './clock.js';

const settledOn = ({ settlement }: Debt): BusinessDate | undefined => (settlement.phase === 'open' ? undefined : settlement.on);

/** BO-10: a creditor that was asked what is still owed answers within the term; who was not asked has none. */
export const balanceClocks = ({ debts }: DebtsState): readonly Counted[] =>
  debts.flatMap((debt) => {
    const { balance } = debt;
    if (balance.phase === 'not-asked' || balance.requestedOn === undefined) return [];
    const metOn = balance.phase === 'answered' ? balance.answeredOn : undefined;
    return [
      {
        about: { debt: debt.debtId },
        term: { rule: 'balance-answer', startedOn: balance.requestedOn, metOn },
        lapsedOn: settledOn(debt),
      },
    ];
  });
