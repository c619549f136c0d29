import { accept, dayOfCommand, formatAmount, refuse, unless, yearOf, type Cents, type CommandMeta } from '@perspectief/kernel';
import { apportion } from '../attribution.js';
import type { BudgetDecision, DecideOf, Objection, Situation } from '../concern.js';
import { find } from '../keyed.js';
import type { OpenedBudget } from '../state.js';
import { amountIsPositive, availableOf, fundsSuffice, keyOf, openYearFrom, yearIn } from '../years/year.js';
import type { BuyOutCommand } from './commands.js';
import type { BuyOut } from './state.js';

type DataOf<Type extends BuyOutCommand['type']> = Extract<BuyOutCommand, { type: Type }>['data'];

const standsAlready = (buyOut: BuyOut | undefined, { trajectoryId, amount }: DataOf<'ReserveBuyOut'>): boolean =>
  buyOut?.phase === 'reserved' && buyOut.trajectoryId === trajectoryId && buyOut.amount === amount;

const reserve = (data: DataOf<'ReserveBuyOut'>, { budget, meta, context }: Situation): BudgetDecision => {
  const { buyOutId, trajectoryId, amount } = data;
  const known = find(budget.buyOuts, buyOutId);
  if (standsAlready(known, data)) return accept();
  const year = openYearFrom(budget, yearOf(dayOfCommand(meta)));
  return unless(
    [
      !context.trajectory?.exists && { code: 'UNKNOWN_TRAJECTORY', field: 'trajectoryId' },
      known?.phase === 'reserved' && { code: 'BUY_OUT_EXISTS', field: 'buyOutId' },
      amountIsPositive(amount),
      fundsSuffice(budget, year, amount),
    ],
    () => [{ type: 'BuyOutReserved', data: { buyOutId, trajectoryId, amount, year } }],
  );
};

/**
 * The year in which the creditor is paid. Where that year lacks the money, the year that has it reserved: the creditor
 * was paid already, and the ledger may not refuse a fact that it promised to carry.
 */
const yearOfPayment = (budget: OpenedBudget, buyOut: BuyOut, amount: Cents, meta: CommandMeta): number => {
  const year = openYearFrom(budget, yearOf(dayOfCommand(meta)));
  return year === buyOut.year || amount <= availableOf(budget, year) ? year : buyOut.year;
};

const isAmount = (amount: Cents): Objection => amount !== 0 && amountIsPositive(amount);

const recordPaid = ({ debtId, amount }: DataOf<'RecordBuyOutPaid'>, buyOut: BuyOut, { budget, meta }: Situation): BudgetDecision => {
  if (buyOut.paid[debtId] === amount) return accept();
  const { buyOutId, trajectoryId, left } = buyOut;
  const year = yearOfPayment(budget, buyOut, amount, meta);
  return unless(
    [
      isAmount(amount),
      amount > left && { code: 'EXCEEDS_RESERVATION', field: 'amount', facts: { reserved: formatAmount(left) } },
      buyOut.paid[debtId] !== undefined && { code: 'OUT_OF_ORDER', field: 'debtId' },
    ],
    () => {
      const attribution = apportion(amount, keyOf(yearIn(budget, year)));
      return [{ type: 'BuyOutPaidFromPool', data: { buyOutId, trajectoryId, debtId, amount, year, attribution } }];
    },
  );
};

export const decideBuyOut: DecideOf<BuyOutCommand> = {
  ReserveBuyOut: reserve,

  ReleaseBuyOut: ({ buyOutId }, { budget }) => {
    const buyOut = find(budget.buyOuts, buyOutId);
    if (!buyOut) return refuse('UNKNOWN_BUY_OUT', { field: 'buyOutId' });
    const { phase, trajectoryId, left: amount } = buyOut;
    return phase === 'released' ? accept() : accept({ type: 'BuyOutReleased', data: { buyOutId, trajectoryId, amount } });
  },

  RecordBuyOutPaid: (data, situation) => {
    const buyOut = find(situation.budget.buyOuts, data.buyOutId);
    return buyOut ? recordPaid(data, buyOut, situation) : refuse('UNKNOWN_BUY_OUT', { field: 'buyOutId' });
  },
};
