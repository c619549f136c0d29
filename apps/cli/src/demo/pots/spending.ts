import { addDays, yearOf, type BusinessDate } from '@perspectief/kernel';
import type { HelpedHousehold, PotHistory } from './pot-history.js';
import { euros } from './pot-history.js';
import { emergencies, purchases, questions, reasons, type Purchase } from './purchases.js';

const MANDATE = 250;
const TWO_APPROVERS = 500;
const EMERGENCY = 400;
/** Numbers of what lies on the desk, beyond those of what went before. */
const DESK = 100;

/** What is on its way: a request with its amount in whole euros. */
interface Asked {
  readonly requestId: string;
  readonly coach: { readonly id: string; readonly role: string };
  readonly amount: number;
}

export const openPot = (h: PotHistory): void => {
  const { pot, openedOn } = h;
  const holder = h.holder(0);
  const tiers = [{ above: euros(TWO_APPROVERS), approvers: 2 }];
  h.does(openedOn, holder, 'OpenBudget', 'pot', { name: pot.name, scheme: pot.scheme, area: pot.area, tiers });
  for (const year of [yearOf(openedOn), yearOf(h.today)])
    for (const [domain, amount] of Object.entries(pot.perYear))
      h.does(openedOn, holder, 'Contribute', `${year} ${domain}`, { year, domain, amount: euros(amount) });
  for (const coachId of pot.coaches) {
    const emergency = { upTo: euros(EMERGENCY), settleWithinWorkingDays: 5 };
    h.does(openedOn, holder, 'GrantMandate', coachId, { coachId, perRequest: euros(MANDATE), from: openedOn, emergency });
  }
};

export const closeYear = (h: PotHistory): void => {
  const { remainder } = h.pot;
  if (remainder) h.does(`${yearOf(h.today)}-01-15`, h.holder(0), 'CloseYear', 'last year', { year: yearOf(h.openedOn), remainder });
};

const ask = (h: PotHistory, on: BusinessDate, household: HelpedHousehold, what: Purchase, n: number, more: object = {}): Asked | undefined => {
  const { trajectoryId, coachId } = household;
  const amount = h.roll.between(...what.euros);
  const requestId = h.id('request', trajectoryId, String(n));
  const coach = { id: coachId, role: 'neighbourhood-coach' };
  const { purpose, payee, lifeArea, split } = what;
  const data = { requestId, trajectoryId, amount: euros(amount), purpose, payee, lifeArea, ...(split && { split }), ...h.roll.pick(reasons), ...more };
  if (!h.does(on, coach, 'RequestSpending', requestId, data)) return undefined;
  h.requests += 1;
  return { requestId, coach, amount };
};

/** Question and answer. Answers the day of the answer, none where it is still waited for. */
const askedBack = (h: PotHistory, on: BusinessDate, { requestId, coach }: Asked): BusinessDate | undefined => {
  const { question, answer } = h.roll.pick(questions);
  h.does(on, h.holder(0), 'ReturnSpending', requestId, { requestId, question });
  const answered = h.later(on, 1, 5);
  return h.does(answered, coach, 'AnswerReturn', requestId, { requestId, answer }) ? answered : undefined;
};

/** Holders look at it. Answers the day on which the money may be spent, none where it may not or not yet. */
const judged = (h: PotHistory, on: BusinessDate, asked: Asked): BusinessDate | undefined => {
  const { requestId, amount } = asked;
  const looked = h.later(on, 1, 4);
  const from = h.roll.chance(0.12) ? askedBack(h, looked, asked) : looked;
  if (from === undefined) return undefined;
  if (h.roll.chance(0.06)) {
    h.does(from, h.holder(0), 'RejectSpending', requestId, { requestId, reason: 'Een voorliggende regeling past hier.' });
    return undefined;
  }
  if (!h.does(from, h.holder(0), 'ApproveSpending', `${requestId} first`, { requestId })) return undefined;
  if (amount <= TWO_APPROVERS) return from;
  const second = h.later(from, 1, 3);
  return h.does(second, h.holder(1), 'ApproveSpending', `${requestId} second`, { requestId }) ? second : undefined;
};

/** Paid, now and then a little less than was asked, delivered, and mostly confirmed. */
const paid = (h: PotHistory, on: BusinessDate, { requestId, coach, amount }: Asked): void => {
  const cheaper = amount > 60 && h.roll.chance(0.15) ? h.roll.between(5, 40) : 0;
  const deliveredOn = h.later(on, 1, 6);
  const paymentId = h.id('payment', requestId);
  if (!h.does(deliveredOn, h.holder(1), 'RecordPayment', requestId, { requestId, paymentId, amount: euros(amount - cheaper), deliveredOn })) return;
  if (cheaper > 0) h.does(deliveredOn, h.holder(1), 'SettleSpending', requestId, { requestId });
  const confirmed = h.later(deliveredOn, 1, 14);
  if (!h.slips(confirmed, 0.15)) h.does(confirmed, coach, 'ConfirmDelivery', requestId, { requestId, on: deliveredOn });
  if (!h.slips(confirmed, 0.2)) h.does(confirmed, coach, 'ConfirmReceipt', requestId, { requestId, by: h.roll.pick(['coach', 'household'] as const) });
  const refundId = h.id('refund', requestId);
  if (h.roll.chance(0.04)) h.does(h.later(confirmed, 3, 20), h.holder(1), 'RecordRefund', requestId, { requestId, paymentId, refundId, amount: '25.00' });
};

/** Spent first; a holder looks at it well within its term. */
const spentFirst = (h: PotHistory, on: BusinessDate, household: HelpedHousehold, n: number): void => {
  const asked = ask(h, on, household, h.roll.pick(emergencies), n, { emergency: true });
  if (!asked) return;
  paid(h, on, asked);
  h.does(h.later(on, 1, 2), h.holder(0), 'ApproveSpending', `${asked.requestId} afterwards`, { requestId: asked.requestId });
};

/** What one household gets: up to three things over its time with us, far below the ceiling. */
export const spendOn = (h: PotHistory, household: HelpedHousehold): void => {
  const first = household.openedOn > h.openedOn ? household.openedOn : h.openedOn;
  let on = h.later(first, 10, 120);
  for (const [n, what] of h.roll.some(purchases, h.roll.between(0, 3)).entries()) {
    if (h.roll.chance(0.08)) spentFirst(h, on, household, n);
    else {
      const asked = ask(h, on, household, what, n);
      const free = asked && asked.amount > MANDATE ? judged(h, on, asked) : on;
      if (asked && free !== undefined) paid(h, free, asked);
    }
    on = h.later(addDays(on, 35), 0, 120);
  }
};

/** What lies on the desk today: asked this week and not decided, one with a first approval, one asked back, one spent first. */
export const waitOnDesk = (h: PotHistory, households: readonly HelpedHousehold[]): void => {
  const onDesk = purchases.filter(({ euros: [low] }) => low > MANDATE);
  const dear = purchases.filter(({ euros: [low] }) => low > TWO_APPROVERS);
  const days = [-9, -8, -6, -5, -7, -4].map((days) => h.later(addDays(h.today, days), 0));
  const [halfway, askedBefore, third, fourth, first, spent] = households;
  const asks = (household: HelpedHousehold | undefined, n: number, from: readonly Purchase[], more?: object): Asked | undefined => {
    const on = days[n] ?? h.today;
    return household && household.openedOn <= on ? ask(h, on, household, h.roll.pick(from), DESK + n, more) : undefined;
  };
  const half = asks(halfway, 0, dear);
  if (half) h.does(h.later(days[0] ?? h.today, 1), h.holder(0), 'ApproveSpending', `${half.requestId} first`, { requestId: half.requestId });
  const back = asks(askedBefore, 1, onDesk);
  if (back) h.does(h.later(days[1] ?? h.today, 1), h.holder(0), 'ReturnSpending', back.requestId, { requestId: back.requestId, question: questions[0].question });
  asks(third, 2, onDesk);
  asks(fourth, 3, onDesk);
  asks(first, 4, dear);
  asks(spent, 5, emergencies, { emergency: true });
};
