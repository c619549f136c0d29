import type { Policy } from '@perspectief/kernel';
import type { PooledBudgetCommand } from '@perspectief/pooled-budget-domain';
import type { TrajectoryEvent } from '@perspectief/trajectory-domain';

/** A buy-out that goes no further lets go of what a pot set aside for it and did not pay. */
export const whenBuyOutFailedThenReleaseBuyOut: Policy<TrajectoryEvent> = {
  name: 'when-buy-out-failed-then-release-buy-out',
  on: ['BuyOutFailed'],
  react: (cause) => {
    if (cause.type !== 'BuyOutFailed' || cause.data.budgetId === undefined) return [];
    const { budgetId, buyOutId } = cause.data;
    const command: PooledBudgetCommand = { type: 'ReleaseBuyOut', data: { budgetId, buyOutId } };
    return [{ command }];
  },
};
