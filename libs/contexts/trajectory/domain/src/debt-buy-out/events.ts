import { event, field, type EventOf } from '@perspectief/kernel';
import { ranks } from '../debts/events.js';

const { id, cents, code, count, day, flag, listOf, oneOf, personal, record, text } = field;

export const methods = ['settlement-credit', 'debt-mediation', 'buy-out-fund', 'zero-offer'] as const;
export type Method = (typeof methods)[number];

export const offerResponses = ['accepted', 'refused'] as const;
export type OfferResponse = (typeof offerResponses)[number];

export const fundingSources = ['credit-bank', 'pooled-budget'] as const;
export type Source = (typeof fundingSources)[number];

export const forms = ['money', 'in-kind'] as const;
export type Form = (typeof forms)[number];

/** Replaced by another draft, denied by the court, or given up by people. */
export const failures = ['replaced', 'court-denied', 'given-up'] as const;
export type Failure = (typeof failures)[number];

const budgetId = id.optional().describe('the pot that the money comes from; none where a credit bank lends it');
const minutes = count.optional().describe('work done in place of money, in whole minutes');

export const debtBuyOutEvents = {
  BuyOutDrafted: event('What each creditor would get was worked out.', {
    buyOutId: id,
    method: oneOf(methods),
    months: count,
    capacity: cents,
    extra: cents.optional(),
    interestMonthly: code.optional().describe('percentage, borne by the household'),
    motivation: personal(text).optional(),
    divisible: cents,
    percentages: record({ concurrent: code, preferential: code }).describe('rounded down to two decimals'),
    offers: listOf(record({ debtId: id, claim: cents, rank: oneOf(ranks), offer: cents })),
    inventory: count.describe('which confirmation of the list of debts it was drafted on'),
    rule: code.describe('version of the weight of preferential claims'),
  }),
  OffersSent: event('The creditors got their offers.', { buyOutId: id, respondBy: day }),
  OfferAccepted: event('A creditor agreed.', {
    buyOutId: id,
    debtId: id,
    collectively: flag.optional(),
    reason: personal(text).optional(),
  }),
  OfferRefused: event('A creditor did not agree.', { buyOutId: id, debtId: id, reason: personal(text).optional() }),
  OfferLapsed: event('A creditor did not answer in time; that is no yes.', { buyOutId: id, debtId: id }),
  ForcedSettlementAsked: event('The court was asked to make the others agree.', { buyOutId: id }),
  CourtRuled: event('The court ruled on the forced settlement.', {
    buyOutId: id,
    granted: flag,
    grounds: personal(listOf(text)),
  }),
  FundingRequested: event('The money to pay the creditors was asked for.', {
    buyOutId: id,
    from: oneOf(fundingSources),
    budgetId,
    amount: cents,
  }),
  FundingConfirmed: event('The money to pay the creditors is there.', { buyOutId: id, reference: personal(text) }),
  FundingRefused: event('The money was refused; it may be asked for again.', { buyOutId: id, reason: personal(text) }),
  CreditorPaid: event('A creditor got its part.', { buyOutId: id, debtId: id, amount: cents, budgetId }),
  DebtDischarged: event('A creditor gave up the rest of its claim.', { buyOutId: id, debtId: id, amount: cents }),
  BuyOutPaid: event('All creditors are paid.', { buyOutId: id, amount: cents }),
  RepaymentAgreed: event('The household pays or works back by the month.', {
    buyOutId: id,
    form: oneOf(forms),
    perMonth: cents.optional(),
    minutes,
    months: count,
    firstDue: day,
  }),
  RepaymentReceived: event('A part of the repayment came in.', {
    buyOutId: id,
    number: count,
    amount: cents.optional(),
    minutes,
  }),
  RepaymentMissed: event('A part of the repayment did not come in.', { buyOutId: id, number: count }),
  CreditClosed: event('All parts of the repayment came in.', { buyOutId: id }),
  MunicipalDebtForgiven: event('The municipality gave up its own claim.', { debtId: id, amount: cents, buyOutId: id.optional() }),
  IncentiveAwarded: event('A step of the household was rewarded.', {
    amount: cents,
    step: personal(text),
    buyOutId: id.optional(),
  }),
  BuyOutFailed: event('This buy-out goes no further; what was reserved and not paid is free again.', {
    buyOutId: id,
    cause: oneOf(failures),
    reason: personal(text).optional(),
    budgetId,
  }),
};

export type DebtBuyOutEvent = EventOf<typeof debtBuyOutEvents>;
