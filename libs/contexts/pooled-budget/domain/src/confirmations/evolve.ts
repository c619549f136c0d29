import { dayOf } from '@perspectief/kernel';
import type { EvolveOf } from '../concern.js';
import { change } from '../keyed.js';
import type { ConfirmationsEvent } from './events.js';

export const evolveConfirmations: EvolveOf<ConfirmationsEvent> = {
  DeliveryConfirmed: (budget, { data: { requestId, on } }) => ({
    ...budget,
    requests: change(budget.requests, requestId, (request) => ({ ...request, delivery: { phase: 'delivered', on } })),
  }),
  ReceiptConfirmed: (budget, { data: { requestId, by, onBehalf }, happenedOn }) => ({
    ...budget,
    requests: change(budget.requests, requestId, (request) => ({
      ...request,
      receipts: [...request.receipts, { by, on: dayOf(happenedOn), ...(onBehalf && { onBehalf }) }],
    })),
  }),
};
