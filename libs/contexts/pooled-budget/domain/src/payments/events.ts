import { event, field, type EventOf } from '@perspectief/kernel';
import { centsByDomain } from '../by-domain.js';

const { id, day, cents, count } = field;
const request = { requestId: id, trajectoryId: id };

export const paymentsEvents = {
  PaymentRecorded: event('Money went out; each law knows its part.', {
    ...request,
    paymentId: id,
    amount: cents,
    deliveredOn: day,
    year: count,
    attribution: centsByDomain(),
  }),
  RefundRecorded: event('Money of a payment came back; each law gets back its part.', {
    ...request,
    paymentId: id,
    refundId: id,
    amount: cents,
    year: count,
    attribution: centsByDomain(),
  }),
  SpendingSettled: event('No more is paid on this request; what was left of it is free again.', { ...request, freed: cents }),
};

export type PaymentsEvent = EventOf<typeof paymentsEvents>;
