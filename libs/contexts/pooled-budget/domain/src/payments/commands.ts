import type { BusinessDate, Cents, CommandOf, Uuid } from '@perspectief/kernel';

export type PaymentsCommand = CommandOf<{
  RecordPayment: { budgetId: Uuid; requestId: Uuid; paymentId: Uuid; amount: Cents; deliveredOn: BusinessDate };
  RecordRefund: { budgetId: Uuid; requestId: Uuid; paymentId: Uuid; refundId: Uuid; amount: Cents };
  SettleSpending: { budgetId: Uuid; requestId: Uuid };
}>;
