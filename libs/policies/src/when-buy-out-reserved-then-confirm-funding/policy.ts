import { idOfStream, type Policy } from '@perspectief/kernel';
import type { PooledBudgetEvent } from '@perspectief/pooled-budget-domain';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';

/** The pot set the money aside: creditors can be paid. Where the buy-out failed meanwhile, its failure lets the money go. */
export const whenBuyOutReservedThenConfirmFunding: Policy<PooledBudgetEvent> = {
  name: 'when-buy-out-reserved-then-confirm-funding',
  on: ['BuyOutReserved'],
  react: (cause) => {
    if (cause.type !== 'BuyOutReserved') return [];
    const { trajectoryId, buyOutId } = cause.data;
    const reference = `pooled-budget ${idOfStream(cause.stream)}`;
    const command: TrajectoryCommand = { type: 'ConfirmFunding', data: { trajectoryId, buyOutId, reference } };
    return [{ command }];
  },
};
