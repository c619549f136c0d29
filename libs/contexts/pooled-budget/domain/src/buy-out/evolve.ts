import { dayOf, minus, plus, type Cents } from '@perspectief/kernel';
import { withHousehold } from '../ceilings/rules.js';
import type { EvolveOf } from '../concern.js';
import { find, put } from '../keyed.js';
import type { OpenedBudget } from '../state.js';
import { BUY_OUT_AREA } from '../words.js';
import { attributedMore, reservedMore } from '../years/year.js';
import type { BuyOutEvent } from './events.js';
import type { BuyOut } from './state.js';

const withBuyOut = (budget: OpenedBudget, buyOut: BuyOut): OpenedBudget => ({
  ...budget,
  buyOuts: put(budget.buyOuts, buyOut.buyOutId, buyOut),
});

const householdBuyOut = (budget: OpenedBudget, { trajectoryId }: BuyOut, reserved: Cents, paid: Cents): OpenedBudget =>
  withHousehold(budget, trajectoryId, (household) => ({
    ...household,
    buyOut: { reserved: plus(household.buyOut.reserved, reserved), paid: plus(household.buyOut.paid, paid) },
  }));

const unreserved = (budget: OpenedBudget, buyOut: BuyOut, amount: Cents, paid: Cents): OpenedBudget =>
  householdBuyOut(reservedMore(budget, buyOut.year, minus(0, amount)), buyOut, minus(0, amount), paid);

export const evolveBuyOut: EvolveOf<BuyOutEvent> = {
  BuyOutReserved: (budget, { data: { buyOutId, trajectoryId, amount, year } }) => {
    const paid = find(budget.buyOuts, buyOutId)?.paid ?? {};
    const buyOut: BuyOut = { buyOutId, trajectoryId, amount, year, left: amount, paid, phase: 'reserved' };
    return householdBuyOut(reservedMore(withBuyOut(budget, buyOut), year, amount), buyOut, amount, 0);
  },
  BuyOutReleased: (budget, { data: { buyOutId, amount } }) => {
    const buyOut = find(budget.buyOuts, buyOutId);
    return buyOut ? unreserved(withBuyOut(budget, { ...buyOut, left: 0, phase: 'released' }), buyOut, amount, 0) : budget;
  },
  BuyOutPaidFromPool: (budget, { data: { buyOutId, debtId, amount, year, attribution }, happenedOn }) => {
    const buyOut = find(budget.buyOuts, buyOutId);
    if (!buyOut) return budget;
    const next = { ...buyOut, left: minus(buyOut.left, amount), paid: { ...buyOut.paid, [debtId]: amount } };
    const lessReserved = unreserved(withBuyOut(budget, next), buyOut, amount, amount);
    return attributedMore(lessReserved, { year, day: dayOf(happenedOn) }, BUY_OUT_AREA, attribution);
  },
};
