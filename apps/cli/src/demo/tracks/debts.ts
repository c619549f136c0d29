import { addMonths, type BusinessDate } from '@perspectief/kernel';
import { euros, type History } from '../history.js';
import { creditors, landlord, outsideTheOffer } from '../words.js';
import { checkCurrentCosts } from './current-costs.js';

type Owed = (typeof creditors)[number];

const registerDebt = (h: History, on: BusinessDate, { creditor, kind, rank, claim: [low, high] }: Owed, treatment: 'included' | 'excluded'): void => {
  const debtId = h.id();
  const claim = h.roll.between(low, high) * 100 + h.roll.between(0, 99);
  if (treatment === 'included') h.debts.push({ debtId, claim, housing: kind === 'housing' });
  h.does(on, 'counsellor', 'RegisterDebt', { debtId, creditor, claim: euros(0, claim), rank, treatment, kind });
};

/** What they owe, and to whom. */
export const registerDebts = (h: History, on: BusinessDate): void => {
  registerDebt(h, on, landlord, 'included');
  for (const owed of h.roll.some(creditors, h.roll.between(3, 7))) registerDebt(h, on, owed, 'included');
  for (const owed of h.roll.some(outsideTheOffer, h.roll.between(0, 2))) registerDebt(h, on, owed, 'excluded');
};

const balances = (h: History, on: BusinessDate): void => {
  h.does(on, 'counsellor', 'RequestBalances', { debts: h.debts.map(({ debtId }) => debtId) });
  for (const { debtId, claim } of h.debts) {
    const answered = h.roll.chance(0.9) ? h.later(on, 3, 26) : h.later(on, 29, 38);
    const more = h.roll.chance(0.25) ? h.roll.between(10, 60) * 100 : 0;
    h.does(answered, 'counsellor', 'RecordBalance', { debtId, claim: euros(0, claim + more), referenceDate: on });
  }
};

/** Balances asked and confirmed, and what can be repaid worked out. Answers the day on which a buy-out can be drafted. */
export const takeStock = (h: History, from: BusinessDate): BusinessDate => {
  h.does(from, 'counsellor', 'StartArrangement');
  balances(h, from);
  const confirmed = h.later(from, 42, 60);
  h.does(confirmed, 'counsellor', 'ConfirmDebtInventory');
  const income = h.roll.between(1_350, 2_450);
  const capacity = h.roll.between(48, 190);
  h.perMonth = euros(capacity);
  h.does(confirmed, 'counsellor', 'RecordProtectedAmount', {
    income: euros(income),
    protectedAmount: euros(income - capacity),
    calculatorVersion: `${confirmed.slice(0, 4)}-${confirmed.slice(5, 7) < '07' ? '01' : '07'}`,
    documentRef: `vtlb-${confirmed}`,
  });
  return h.later(confirmed, 2, 8);
};

/** Calm that the creditors grant themselves, by covenant: at most eight months. */
export const standstill = (h: History, on: BusinessDate, months: number): void => {
  const freezeId = h.id();
  const until = addMonths(on, months);
  const debts = h.debts.map(({ debtId }) => debtId);
  h.does(on, 'counsellor', 'RequestFreeze', { freezeId, instrument: 'standstill', debts, until, evidence: [] });
  h.does(on, 'counsellor', 'GrantFreeze', { freezeId, from: on, until, conditions: ['current-costs'] });
  for (const debtId of debts) {
    const response = h.roll.chance(0.85) ? 'accepted' : 'refused';
    h.does(h.later(on, 1, 6), 'counsellor', 'RecordCreditorResponse', { freezeId, debtId, response });
  }
  h.standstills.push({ freezeId, from: on, until });
};

/** The debts are settled or given up: nobody needs to stand still any more. */
export const liftStandstills = (h: History, on: BusinessDate, reason: string): void => {
  for (const { freezeId, from } of h.standstills.splice(0)) {
    checkCurrentCosts(h, freezeId, from, on);
    h.does(on, 'counsellor', 'LiftFreeze', { freezeId, reason });
  }
};

/** Nobody lifts it: the current costs are looked at until the day on which it runs out. */
export const standStillToTheEnd = (h: History): void => {
  for (const { freezeId, from, until } of h.standstills.splice(0)) checkCurrentCosts(h, freezeId, from, until);
};
