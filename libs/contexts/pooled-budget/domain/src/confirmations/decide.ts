import { dayOf, unless } from '@perspectief/kernel';
import type { DecideOf } from '../concern.js';
import { isApproved, requestIsKnown, requestOf } from '../requests/rules.js';
import type { ConfirmationsCommand } from './commands.js';

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

  ConfirmReceipt: ({ requestId, by }, { budget }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [
        requestIsKnown(request),
        isApproved(request),
        request?.receipts.some((receipt) => receipt.by === by) && { code: 'OUT_OF_ORDER' },
      ],
      () => (request ? [{ type: 'ReceiptConfirmed', data: { requestId, trajectoryId: request.trajectoryId, by } }] : []),
    );
  },
};
