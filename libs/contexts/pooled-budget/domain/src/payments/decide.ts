import { unless } from '@perspectief/kernel';
import type { DecideOf } from '../concern.js';
import { find } from '../keyed.js';
import { isApproved, requestIsKnown, requestOf } from '../requests/rules.js';
import { amountIsPositive, openYearFrom } from '../years/year.js';
import type { PaymentsCommand } from './commands.js';
import { attributionOf, fitsPayment, fitsReservation, paymentOf, reversalOf, yearOfCost, yearOfDeliveryHasIt } from './rules.js';

export const decidePayments: DecideOf<PaymentsCommand> = {
  RecordPayment: ({ requestId, paymentId, amount, deliveredOn }, { budget }) => {
    const request = requestOf(budget, requestId);
    const year = yearOfCost(budget, deliveredOn);
    return unless(
      [
        requestIsKnown(request),
        find(budget.payments, paymentId) && { code: 'PAYMENT_EXISTS', field: 'paymentId' },
        amountIsPositive(amount),
        isApproved(request),
        fitsReservation(request, amount),
        yearOfDeliveryHasIt(budget, request, year, amount),
      ],
      () => {
        if (!request) return [];
        const attribution = attributionOf(budget, request, year, amount);
        const { trajectoryId } = request;
        return [{ type: 'PaymentRecorded', data: { requestId, trajectoryId, paymentId, amount, deliveredOn, year, attribution } }];
      },
    );
  },

  RecordRefund: ({ requestId, paymentId, refundId, amount }, { budget }) => {
    const request = requestOf(budget, requestId);
    const payment = paymentOf(budget, requestId, paymentId);
    return unless(
      [
        requestIsKnown(request),
        !payment && { code: 'UNKNOWN_PAYMENT', field: 'paymentId' },
        find(budget.refunds, refundId) !== undefined && { code: 'REFUND_EXISTS', field: 'refundId' },
        amountIsPositive(amount),
        fitsPayment(payment, amount),
      ],
      () => {
        if (!request || !payment) return [];
        const [year, attribution] = [openYearFrom(budget, payment.year), reversalOf(payment, amount)];
        const { trajectoryId } = request;
        return [{ type: 'RefundRecorded', data: { requestId, trajectoryId, paymentId, refundId, amount, year, attribution } }];
      },
    );
  },

  SettleSpending: ({ requestId }, { budget }) => {
    const request = requestOf(budget, requestId);
    return unless(
      [requestIsKnown(request), isApproved(request), request?.money.phase === 'settled' && { code: 'OUT_OF_ORDER' }],
      () =>
        request?.money.phase === 'reserved'
          ? [{ type: 'SpendingSettled', data: { requestId, trajectoryId: request.trajectoryId, freed: request.money.left } }]
          : [],
    );
  },
};
