import { formatAmount, yearOf, type BusinessDate, type Cents, type Uuid } from '@perspectief/kernel';
import { apportion, weightsOf } from '../attribution.js';
import { totalOf, type ByDomain } from '../by-domain.js';
import type { Objection } from '../concern.js';
import { find } from '../keyed.js';
import type { SpendingRequest } from '../requests/state.js';
import type { OpenedBudget } from '../state.js';
import { fundsSuffice, keyOf, openYearFrom, yearIn } from '../years/year.js';
import type { Payment } from './state.js';

/** The payment, if it is one of this request. */
export const paymentOf = (budget: OpenedBudget, requestId: Uuid, paymentId: Uuid): Payment | undefined => {
  const payment = find(budget.payments, paymentId);
  return payment?.requestId === requestId ? payment : undefined;
};

/** The year of a cost is the year of delivery (PB-12); where that is closed, the first open year after it. */
export const yearOfCost = (budget: OpenedBudget, deliveredOn: BusinessDate): number => openYearFrom(budget, yearOf(deliveredOn));

export const fitsReservation = (request: SpendingRequest | undefined, amount: Cents): Objection => {
  const left = request?.money.phase === 'reserved' ? request.money.left : 0;
  return amount > left && { code: 'EXCEEDS_RESERVATION', field: 'amount', facts: { reserved: formatAmount(left) } };
};

/** Delivered in another year than the one that reserved it: that year must have the money. */
export const yearOfDeliveryHasIt = (budget: OpenedBudget, request: SpendingRequest | undefined, year: number, amount: Cents): Objection =>
  request !== undefined && request.year !== year && fundsSuffice(budget, year, amount);

export const fitsPayment = (payment: Payment | undefined, amount: Cents): Objection => {
  const standing = payment ? totalOf(payment.standing) : 0;
  return amount > standing && { code: 'EXCEEDS_PAYMENT', field: 'amount', facts: { standing: formatAmount(standing) } };
};

/** By the split of the request; without one, by the contributions of the year as they stand. */
export const attributionOf = (budget: OpenedBudget, { split }: SpendingRequest, year: number, amount: Cents): ByDomain =>
  apportion(amount, split ? weightsOf(split) : keyOf(yearIn(budget, year)));

/** In proportion to what still stands, so that refunds in parts add up to the payment in every domain. */
export const reversalOf = ({ standing }: Payment, amount: Cents): ByDomain => apportion(amount, standing);
