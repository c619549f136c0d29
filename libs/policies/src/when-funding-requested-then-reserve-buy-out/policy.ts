import { idOfStream, type Policy } from '@perspectief/kernel';
import type { PooledBudgetCommand } from '@perspectief/pooled-budget-domain';
import type { TrajectoryCommand, TrajectoryEvent } from '@perspectief/trajectory-domain';

/** A buy-out asks a pot for its money: the pot sets it aside, or the trajectory hears why not and may ask again. */
export const whenFundingRequestedThenReserveBuyOut: Policy<TrajectoryEvent> = {
  name: 'when-funding-requested-then-reserve-buy-out',
  on: ['FundingRequested'],
  react: (cause) => {
    if (cause.type !== 'FundingRequested' || cause.data.from !== 'pooled-budget' || cause.data.budgetId === undefined) return [];
    const { budgetId, buyOutId, amount } = cause.data;
    const trajectoryId = idOfStream(cause.stream);
    const command: PooledBudgetCommand = { type: 'ReserveBuyOut', data: { budgetId, buyOutId, trajectoryId, amount } };
    const refuse: TrajectoryCommand = { type: 'RefuseFunding', data: { trajectoryId, buyOutId, reason: '' } };
    return [{ command, otherwise: { command: refuse, codeAs: 'reason' } }];
  },
};
