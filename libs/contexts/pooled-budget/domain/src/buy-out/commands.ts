import type { Cents, CommandOf, Uuid } from '@perspectief/kernel';

/** Sent by policies, which may run twice: what stands is not refused but written once. */
export type BuyOutCommand = CommandOf<{
  ReserveBuyOut: { budgetId: Uuid; buyOutId: Uuid; trajectoryId: Uuid; amount: Cents };
  ReleaseBuyOut: { budgetId: Uuid; buyOutId: Uuid };
  RecordBuyOutPaid: { budgetId: Uuid; buyOutId: Uuid; debtId: Uuid; amount: Cents };
}>;
