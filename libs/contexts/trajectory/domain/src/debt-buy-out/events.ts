import type { EventOf } from '@perspectief/kernel';

export const debtBuyOutEvents = {};

export type DebtBuyOutEvent = EventOf<typeof debtBuyOutEvents>;
