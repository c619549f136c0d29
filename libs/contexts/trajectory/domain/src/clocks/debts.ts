import type { BusinessDate } from '@perspectief/kernel';
import { isAgreed } from '../debt-buy-out/rules.js';
import type { BuyOut, DebtBuyOutState } from '../debt-buy-out/state.js';
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

/** The day of the last yes, when every creditor agreed or was made to. */
const agreedOn = ({ offers, outcome }: BuyOut): readonly BusinessDate[] => {
  if (outcome.phase === 'failed' || !offers.every(isAgreed)) return [];
  const days = offers.flatMap(({ answer }) => (answer.phase === 'awaiting' ? [] : [answer.on]));
  return days.sort().slice(-1);
};

/** BO-09: from the start of the arranging until the creditors agree. */
export const arrangementClocks = ({ arrangement }: DebtsState, { buyOuts }: DebtBuyOutState): readonly Counted[] =>
  arrangement.phase === 'none'
    ? []
    : [
        {
          about: {},
          term: {
            rule: 'arrangement',
            startedOn: arrangement.startedOn,
            metOn: buyOuts.flatMap(agreedOn).filter((on) => on >= arrangement.startedOn).sort()[0],
          },
        },
      ];
