import type { BusinessDate, CommandOf, Uuid } from '@perspectief/kernel';
import type { Confirmer } from '../words.js';

export type ConfirmationsCommand = CommandOf<{
  ConfirmDelivery: { budgetId: Uuid; requestId: Uuid; on: BusinessDate };
  ConfirmReceipt: { budgetId: Uuid; requestId: Uuid; by: Confirmer };
}>;
