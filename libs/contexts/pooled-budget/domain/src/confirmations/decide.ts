import { dayOf, unless, type Actor } from '@perspectief/kernel';
import type { DecideOf } from '../concern.js';
import { isApproved, requestIsKnown, requestOf } from '../requests/rules.js';
import type { SpendingRequest } from '../requests/state.js';
import type { Confirmer } from '../words.js';
import type { ConfirmationsCommand } from './commands.js';

const isResident = ({ role }: Actor): boolean => role === 'household-member';

/** What somebody wrote down for the household does not keep the household from saying so itself. */
const isSaid = (request: SpendingRequest | undefined, by: Confirmer, onBehalf: boolean): boolean =>
  request?.receipts.some((receipt) => receipt.by === by && (onBehalf || !receipt.onBehalf)) ?? false;

export const decideConfirmations: DecideOf<ConfirmationsCommand> = {
  ConfirmDelivery: ({ requestId, on }, { budget, meta }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [
        requestIsKnown(request),
        on > dayOf(meta.nowLocal) && { code: 'IN_THE_FUTURE', field: 'on' },
        isApproved(request),
        request?.delivery.phase === 'delivered' && { code: 'OUT_OF_ORDER' },
      ],
      () => (request ? [{ type: 'DeliveryConfirmed', data: { requestId, trajectoryId: request.trajectoryId, on } }] : []),
    );
  },

  ConfirmReceipt: ({ requestId, by }, { budget, meta: { actor } }) => {
    const request = requestOf(budget, requestId);
    const onBehalf = by === 'household' && !isResident(actor);
    return unless(
      [
        requestIsKnown(request),
        by === 'coach' && isResident(actor) && { code: 'NOT_THE_COACH', field: 'by' },
        isApproved(request),
        isSaid(request, by, onBehalf) && { code: 'OUT_OF_ORDER' },
      ],
      () => (request ? [{ type: 'ReceiptConfirmed', data: { requestId, trajectoryId: request.trajectoryId, by, ...(onBehalf && { onBehalf }) } }] : []),
    );
  },
};
