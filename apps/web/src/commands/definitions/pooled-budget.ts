import {
  area, checks, choice, date, emergencyPart, fresh, given, law, LAWS, lifeArea, longText, money, optional, percentages, pick, text, tiers, whole, yesNo, type Forms,
} from '../fields';

const year = whole(2015, 2100);

/** Pots with the money of several laws: asking, deciding, paying, accounting. */
export const pooledBudget: Forms<
  | 'openBudget' | 'contribute' | 'withdrawContribution' | 'grantMandate' | 'revokeMandate' | 'requestSpending' | 'approveSpending' | 'returnSpending'
  | 'answerReturn' | 'rejectSpending' | 'withdrawSpending' | 'confirmDelivery' | 'confirmReceipt' | 'recordPayment' | 'settleSpending' | 'recordRefund'
  | 'proposeCeilingRaise' | 'confirmCeilingRaise' | 'closeYear'
> = {
  openBudget: { budgetId: fresh, name: text, scheme: choice('scheme', ['maatwerkbudget', 'doorbraak']), area, householdCeiling: optional(money), tiers: optional(tiers) },
  contribute: { budgetId: given, year, domain: law, amount: money },
  withdrawContribution: { budgetId: given, year, domain: law, amount: money },
  grantMandate: { budgetId: given, coachId: pick('coaches'), perRequest: money, from: date, until: optional(date), domains: optional(checks('law', LAWS)), emergency: optional(emergencyPart) },
  revokeMandate: { budgetId: given, coachId: given },
  requestSpending: {
    budgetId: pick('budgets'), requestId: fresh, trajectoryId: given, amount: money, purpose: text, payee: text, lifeArea, regularRouteRuledOut: longText, legitimate: longText,
    committed: longText, returns: longText, emergency: optional(yesNo), duplicateConfirmed: optional(yesNo), split: optional(percentages), year: optional(year),
  },
  approveSpending: { budgetId: given, requestId: given },
  returnSpending: { budgetId: given, requestId: given, question: longText },
  answerReturn: { budgetId: given, requestId: given, answer: longText },
  rejectSpending: { budgetId: given, requestId: given, reason: longText },
  withdrawSpending: { budgetId: given, requestId: given },
  confirmDelivery: { budgetId: given, requestId: given, on: date },
  confirmReceipt: { budgetId: given, requestId: given, by: choice('receiver', ['coach', 'household']) },
  recordPayment: { budgetId: given, requestId: given, paymentId: fresh, amount: money, deliveredOn: date },
  settleSpending: { budgetId: given, requestId: given },
  recordRefund: { budgetId: given, requestId: given, paymentId: pick('payments'), refundId: fresh, amount: money },
  proposeCeilingRaise: { budgetId: given, trajectoryId: given, amount: money, reason: longText },
  confirmCeilingRaise: { budgetId: given, trajectoryId: given, amount: given },
  closeYear: { budgetId: given, year: given, remainder: choice('remainder', ['return', 'carry-over']) },
};
