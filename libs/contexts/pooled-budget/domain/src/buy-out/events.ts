import { event, field, type EventOf } from '@perspectief/kernel';
import { centsByDomain } from '../by-domain.js';

const { id, cents, count } = field;
const buyOut = { buyOutId: id, trajectoryId: id };

export const buyOutEvents = {
  BuyOutReserved: event('Money to buy out debts was set aside in the pot.', { ...buyOut, amount: cents, year: count }),
  BuyOutReleased: event('A buy-out ended; what was not paid of it is free again.', { ...buyOut, amount: cents }),
  BuyOutPaidFromPool: event('A creditor was paid from the pot; each law knows its part.', {
    ...buyOut,
    debtId: id,
    amount: cents,
    year: count,
    attribution: centsByDomain(),
  }),
};

export type BuyOutEvent = EventOf<typeof buyOutEvents>;
