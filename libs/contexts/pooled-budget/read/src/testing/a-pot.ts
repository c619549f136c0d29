import { idIn, told, type Told } from './read-side.js';

const why = { purpose: 'Wasmachine', payee: 'witgoedwinkel', legitimate: 'past', committed: 'wil', returns: 'spaart', regularRouteRuledOut: 'te laat' };
const halves = (amount: number) => ({ jeugd: Math.ceil(amount / 2), wmo: Math.floor(amount / 2), participatiewet: 0, schuldhulp: 0 });

const asked = (pot: string, on: string, word: string, amount: number, more: object = {}): Told =>
  told(pot, on, 'SpendingRequested', {
    ...{ requestId: idIn(`${pot} ${word}`), trajectoryId: idIn(`${pot} household`), requestedBy: 'coach-1', amount, ...why, lifeArea: 'daily-life' },
    ...{ year: 2024, rule: 'above-mandate' as const, approvers: 2, ...more },
  }, 'coach-1');

/** A year of one pot: granted in two steps, paid in parts, partly back; an emergency refused afterwards; a question; closed. */
export const aPot = (pot: string): readonly Told[] => {
  const of = (word: string) => ({ requestId: idIn(`${pot} ${word}`), trajectoryId: idIn(`${pot} household`) });
  return [
    told(pot, '2024-01-02', 'BudgetOpened', { budgetId: idIn(pot), name: `Pot ${pot}`, scheme: 'doorbraak', area: 'beijum', householdCeiling: 300_000, tiers: [{ above: 50_000, approvers: 2 }] }),
    told(pot, '2024-01-02', 'ContributionMade', { year: 2024, domain: 'jeugd', amount: 100_000 }),
    told(pot, '2024-01-02', 'ContributionMade', { year: 2024, domain: 'wmo', amount: 100_000 }),
    told(pot, '2024-01-03', 'MandateGranted', { coachId: 'coach-1', perRequest: 20_000, from: '2024-01-03' }),
    asked(pot, '2024-02-01', 'washer', 60_001),
    told(pot, '2024-02-02', 'ApprovalGiven', { ...of('washer'), approvedBy: 'holder-1' }),
    told(pot, '2024-02-05', 'SpendingReturned', { ...of('washer'), question: 'Waarom nieuw?' }, 'holder-2'),
    told(pot, '2024-02-06', 'ReturnAnswered', { ...of('washer'), answer: 'Goedkoper in gebruik.' }, 'coach-1'),
    told(pot, '2024-02-07', 'ApprovalGiven', { ...of('washer'), approvedBy: 'holder-1' }),
    told(pot, '2024-02-08', 'ApprovalGiven', { ...of('washer'), approvedBy: 'holder-2' }, 'holder-2'),
    told(pot, '2024-02-08', 'SpendingApproved', { ...of('washer'), by: 'approvers', year: 2024, reserved: 60_001 }, 'holder-2'),
    asked(pot, '2024-03-01', 'stay', 35_000, { rule: 'emergency', approvers: 1, emergency: true }),
    told(pot, '2024-03-01', 'SpendingApproved', { ...of('stay'), by: 'emergency', year: 2024, reserved: 35_000, settleBy: '2024-03-08' }, 'coach-1'),
    told(pot, '2024-03-02', 'PaymentRecorded', { ...of('stay'), paymentId: idIn(`${pot} stay paid`), amount: 35_000, deliveredOn: '2024-03-01', year: 2024, attribution: halves(35_000) }),
    told(pot, '2024-03-04', 'PaymentRecorded', { ...of('washer'), paymentId: idIn(`${pot} washer paid`), amount: 40_000, deliveredOn: '2024-03-04', year: 2024, attribution: halves(40_000) }),
    told(pot, '2024-03-20', 'SpendingRejected', { ...of('stay'), rejectedBy: 'holder-1', reason: 'Er was opvang' }),
    told(pot, '2024-04-01', 'RefundRecorded', { ...of('washer'), paymentId: idIn(`${pot} washer paid`), refundId: idIn(`${pot} back`), amount: 5_001, year: 2024, attribution: halves(5_001) }),
    told(pot, '2024-04-02', 'DeliveryConfirmed', { ...of('washer'), on: '2024-03-04' }, 'coach-1'),
    asked(pot, '2024-05-01', 'bike', 30_000, { approvers: 1 }),
    told(pot, '2024-05-03', 'SpendingReturned', { ...of('bike'), question: 'Tweedehands?' }),
    told(pot, '2024-12-31', 'YearClosed', {
      ...{ year: 2024, remainder: 'return', over: halves(20_001), back: halves(110_000), reserved: 20_001 },
      ...{ requests: [{ requestId: of('washer').requestId, reserved: 20_001 }, { requestId: of('bike').requestId, reserved: 0 }], buyOuts: [] },
    }),
    told(pot, '2025-01-06', 'ReceiptConfirmed', { ...of('stay'), by: 'household', onBehalf: true }, 'coach-1'),
  ];
};
