import type { Policy } from '@perspectief/kernel';
import type { PooledBudgetCommand } from '@perspectief/pooled-budget-domain';
import type { TrajectoryEvent } from '@perspectief/trajectory-domain';

/** A creditor got its part out of a pot: the pot books it, and each law knows its share. */
export const whenCreditorPaidThenRecordBuyOutPaid: Policy<TrajectoryEvent> = {
  name: 'when-creditor-paid-then-record-buy-out-paid',
  on: ['CreditorPaid'],
  react: (cause) => {
    if (cause.type !== 'CreditorPaid' || cause.data.budgetId === undefined) return [];
    const { budgetId, buyOutId, debtId, amount } = cause.data;
    const command: PooledBudgetCommand = { type: 'RecordBuyOutPaid', data: { budgetId, buyOutId, debtId, amount } };
    return [{ command }];
  },
};
