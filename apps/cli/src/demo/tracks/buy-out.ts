import { addDays, addMonths, type BusinessDate, type Uuid } from '@perspectief/kernel';
import type { DemoDebt, History } from '../history.js';
import { refusals } from '../words.js';

export const MONTHS = 18;

type Method = 'settlement-credit' | 'debt-mediation' | 'buy-out-fund' | 'zero-offer';

const draft = (h: History, on: BusinessDate, method: Method): Uuid => {
  const buyOutId = h.id();
  const motivation = 'jongere met begeleiding en leerwerkplek';
  h.does(on, 'counsellor', 'DraftBuyOut', { buyOutId, method, months: MONTHS, ...(method === 'zero-offer' ? { motivation } : {}) });
  h.does(on, 'counsellor', 'SendOffers', { buyOutId, respondBy: addDays(on, 28) });
  return buyOutId;
};

const respond = (h: History, on: BusinessDate, buyOutId: Uuid, { debtId }: DemoDebt, response: 'accepted' | 'refused'): void =>
  h.does(on, 'counsellor', 'RecordOfferResponse', {
    buyOutId,
    debtId,
    response,
    ...(response === 'refused' ? { reason: h.roll.pick(refusals) } : {}),
  });

/** Everybody agrees within the term; now and then somebody needs a second letter. */
const allAgree = (h: History, sent: BusinessDate, buyOutId: Uuid): BusinessDate => {
  for (const debt of h.debts) {
    const answered = h.later(sent, 4, 16);
    const doubts = h.roll.chance(0.1);
    respond(h, answered, buyOutId, debt, doubts ? 'refused' : 'accepted');
    if (doubts) respond(h, h.later(answered, 5, 8), buyOutId, debt, 'accepted');
  }
  return h.later(sent, 28, 31);
};

/** One says no, the others agree; the court is asked. Answers the day of the ruling. */
const refuserBeforeCourt = (h: History, sent: BusinessDate, buyOutId: Uuid, granted: boolean): BusinessDate => {
  h.debts.forEach((debt, index) => respond(h, h.later(sent, 4, 20), buyOutId, debt, index === 1 ? 'refused' : 'accepted'));
  const asked = h.later(sent, 26, 35);
  h.does(asked, 'counsellor', 'AskForcedSettlement', { buyOutId });
  const ruled = h.later(asked, 25, 50);
  const grounds = [granted ? 'utmost-offer' : 'not-utmost-offer'];
  h.does(ruled, 'counsellor', 'RecordCourtRuling', { buyOutId, granted, grounds });
  return ruled;
};

const payAll = (h: History, on: BusinessDate, buyOutId: Uuid): void => {
  for (const { debtId } of h.debts) h.does(on, 'counsellor', 'PayCreditor', { buyOutId, debtId });
};

const repay = (h: History, buyOutId: Uuid, firstDue: BusinessDate, part: Readonly<Record<string, unknown>>, missing: number): void => {
  for (let number = 1; number <= MONTHS; number += 1) {
    const due = addMonths(firstDue, number - 1);
    const missed = h.roll.chance(missing);
    if (missed) h.does(due, 'counsellor', 'MissRepayment', { buyOutId, number });
    h.does(missed ? h.later(due, 6, 24) : due, 'counsellor', 'RecordRepayment', { buyOutId, number, ...part });
  }
};

/** Every household has a pay day of its own; they pay the day after it, from the next month on. */
const firstInstalment = ({ n }: History, day: BusinessDate): BusinessDate => `${addMonths(day, 1).slice(0, 8)}${String(1 + ((n * 11) % 27)).padStart(2, '0')}`;

const fund = (h: History, from: BusinessDate, buyOutId: Uuid): BusinessDate => {
  h.does(from, 'counsellor', 'RequestFunding', { buyOutId, from: 'credit-bank' });
  const confirmed = h.later(from, 3, 12);
  h.does(confirmed, 'counsellor', 'ConfirmFunding', { buyOutId, reference: `krediet-${confirmed}` });
  return confirmed;
};

/** A credit pays all creditors at once; the household owes one lender. Answers the day of payment. */
export const settlementCredit = (h: History, from: BusinessDate, court = false): BusinessDate => {
  const buyOutId = draft(h, from, 'settlement-credit');
  const agreed = court ? refuserBeforeCourt(h, from, buyOutId, true) : allAgree(h, from, buyOutId);
  const funded = fund(h, h.later(agreed, 1, 5), buyOutId);
  const firstDue = firstInstalment(h, funded);
  h.does(funded, 'counsellor', 'AgreeRepayment', { buyOutId, form: 'money', perMonth: h.perMonth, months: MONTHS, firstDue });
  const paid = h.later(funded, 1, 4);
  payAll(h, paid, buyOutId);
  repay(h, buyOutId, firstDue, { amount: h.perMonth }, 0.05);
  return paid;
};

/** A fund pays, and a young household works for it. */
export const workedOff = (h: History, from: BusinessDate): BusinessDate => {
  const buyOutId = draft(h, from, 'buy-out-fund');
  const funded = fund(h, h.later(allAgree(h, from, buyOutId), 1, 5), buyOutId);
  const firstDue = firstInstalment(h, funded);
  h.does(funded, 'counsellor', 'AgreeRepayment', { buyOutId, form: 'in-kind', hours: 8 * MONTHS, months: MONTHS, firstDue });
  const paid = h.later(funded, 1, 4);
  payAll(h, paid, buyOutId);
  repay(h, buyOutId, firstDue, { hours: 8 }, 0.08);
  return paid;
};

/** Saved month by month, and paid when it is all there. Answers the day of payment. */
export const mediation = (h: History, from: BusinessDate): BusinessDate => {
  const buyOutId = draft(h, from, 'debt-mediation');
  const firstDue = firstInstalment(h, allAgree(h, from, buyOutId));
  h.does(addDays(firstDue, -1), 'counsellor', 'AgreeRepayment', { buyOutId, form: 'money', perMonth: h.perMonth, months: MONTHS, firstDue });
  repay(h, buyOutId, firstDue, { amount: h.perMonth }, 0.04);
  const paid = h.later(addMonths(firstDue, MONTHS), 3, 12);
  payAll(h, paid, buyOutId);
  return paid;
};

/** The court says no to forcing the refuser: the buy-out fails, nothing is paid. Answers the day of the ruling. */
export const deniedByCourt = (h: History, from: BusinessDate): BusinessDate =>
  refuserBeforeCourt(h, from, draft(h, from, 'settlement-credit'), false);

/** Offers went out, and nobody pressed the silent ones: they lapse. */
export const halfAnswered = (h: History, from: BusinessDate): void => {
  const buyOutId = draft(h, from, 'settlement-credit');
  for (const debt of h.debts.filter(() => h.roll.chance(0.6))) respond(h, h.later(from, 4, 20), buyOutId, debt, 'accepted');
};

/** Nothing can be repaid, and that is said with a reason. */
export const zeroOffer = (h: History, from: BusinessDate): BusinessDate => {
  const buyOutId = draft(h, from, 'zero-offer');
  const paid = h.later(allAgree(h, from, buyOutId), 2, 8);
  payAll(h, paid, buyOutId);
  return paid;
};
