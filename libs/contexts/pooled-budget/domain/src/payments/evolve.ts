import { dayOf, minus } from '@perspectief/kernel';
import { nothingYet, taken } from '../by-domain.js';
import { householdPaid, householdReserved } from '../ceilings/rules.js';
import type { EventNamed, EvolveOf } from '../concern.js';
import { change, put } from '../keyed.js';
import { withMoney } from '../requests/evolve.js';
import { requestOf } from '../requests/rules.js';
import type { SpendingRequest } from '../requests/state.js';
import type { OpenedBudget } from '../state.js';
import { attributedMore, reservedMore } from '../years/year.js';
import type { PaymentsEvent } from './events.js';
import type { Payment } from './state.js';

/** So much less is set aside for the request: in its year, and for its household. */
const unreserved = (budget: OpenedBudget, { trajectoryId, year }: SpendingRequest, amount: number): OpenedBudget =>
  householdReserved(reservedMore(budget, year, minus(0, amount)), trajectoryId, minus(0, amount));

const paymentFrom = ({ data, happenedOn }: EventNamed<'PaymentRecorded'>): Payment => ({
  paymentId: data.paymentId,
  requestId: data.requestId,
  amount: data.amount,
  paidOn: dayOf(happenedOn),
  year: data.year,
  attribution: data.attribution,
  standing: data.attribution,
});

const paid = (budget: OpenedBudget, request: SpendingRequest, event: EventNamed<'PaymentRecorded'>): OpenedBudget => {
  const { requestId, trajectoryId, paymentId, amount, year, deliveredOn, attribution } = event.data;
  const left = request.money.phase === 'reserved' ? minus(request.money.left, amount) : 0;
  const lessReserved = unreserved(withMoney(budget, requestId, { phase: 'reserved', left }), request, amount);
  const booked = attributedMore(lessReserved, { year, day: deliveredOn }, request.lifeArea, attribution);
  return householdPaid({ ...booked, payments: put(booked.payments, paymentId, paymentFrom(event)) }, trajectoryId, amount);
};

const refunded = (budget: OpenedBudget, request: SpendingRequest, event: EventNamed<'RefundRecorded'>): OpenedBudget => {
  const { trajectoryId, paymentId, refundId, amount, year, attribution } = event.data;
  const back = { year, day: dayOf(event.happenedOn) };
  const booked = attributedMore(budget, back, request.lifeArea, taken(nothingYet, attribution));
  const standing = (payment: Payment): Payment => ({ ...payment, standing: taken(payment.standing, attribution) });
  return householdPaid(
    { ...booked, payments: change(booked.payments, paymentId, standing), refunds: put(booked.refunds, refundId, paymentId) },
    trajectoryId,
    minus(0, amount),
  );
};

export const evolvePayments: EvolveOf<PaymentsEvent> = {
  PaymentRecorded: (budget, event) => {
    const request = requestOf(budget, event.data.requestId);
    return request ? paid(budget, request, event) : budget;
  },
  RefundRecorded: (budget, event) => {
    const request = requestOf(budget, event.data.requestId);
    return request ? refunded(budget, request, event) : budget;
  },
  SpendingSettled: (budget, { data: { requestId, freed } }) => {
    const request = requestOf(budget, requestId);
    return request ? unreserved(withMoney(budget, requestId, { phase: 'settled' }), request, freed) : budget;
  },
};
