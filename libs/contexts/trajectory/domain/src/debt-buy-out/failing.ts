import type { TrajectoryEvent } from '../events.js';
import type { Failure } from './events.js';
import type { BuyOut } from './state.js';

/** The pot that has money set aside hears of the failure by its id. */
export const potOf = ({ funding }: BuyOut): string | undefined =>
  funding.phase === 'asked' || funding.phase === 'confirmed' ? funding.budgetId : undefined;

export const failed = (buyOut: BuyOut, cause: Failure, reason?: string): TrajectoryEvent => ({
  type: 'BuyOutFailed',
  data: { buyOutId: buyOut.buyOutId, cause, reason, budgetId: potOf(buyOut) },
});
