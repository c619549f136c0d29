import {
  choice, date, fresh, given, lines, longText, money, number, optional, picks, pick, text, whole, yesNo, type Forms,
} from '../fields';

const rank = choice('rank', ['concurrent', 'preferential']);
const treatment = choice('treatment', ['included', 'excluded']);

/** Debts, and buying them out. */
export const debts: Forms<
  | 'registerDebt' | 'correctDebt' | 'removeDebt' | 'confirmDebtInventory' | 'requestBalances' | 'recordBalance' | 'startArrangement'
  | 'recordProtectedAmount' | 'draftBuyOut' | 'sendOffers' | 'recordOfferResponse' | 'askForcedSettlement' | 'recordCourtRuling' | 'requestFunding'
  | 'confirmFunding' | 'refuseFunding' | 'payCreditor' | 'agreeRepayment' | 'recordRepayment' | 'missRepayment' | 'forgiveMunicipalDebt'
  | 'awardIncentive' | 'failBuyOut'
> = {
  registerDebt: {
    trajectoryId: given, debtId: fresh, creditor: text, claim: money, kind: choice('debtKind', ['housing', 'utilities', 'care', 'public', 'other']), rank, treatment,
    referenceDate: optional(date),
  },
  correctDebt: {
    trajectoryId: given, debtId: given, claim: optional(money), rank: optional(rank), treatment: optional(treatment), creditor: optional(text), reason: longText,
  },
  removeDebt: { trajectoryId: given, debtId: given, reason: longText },
  confirmDebtInventory: { trajectoryId: given },
  requestBalances: { trajectoryId: given, debts: picks('debts') },
  recordBalance: { trajectoryId: given, debtId: given, claim: money, referenceDate: date, collectiveConsent: optional(yesNo) },
  startArrangement: { trajectoryId: given },
  recordProtectedAmount: { trajectoryId: given, income: money, protectedAmount: money, calculatorVersion: text, documentRef: text },
  draftBuyOut: {
    trajectoryId: given, buyOutId: fresh, method: choice('method', ['settlement-credit', 'debt-mediation', 'buy-out-fund', 'zero-offer']), months: whole(1, 60),
    extra: optional(money), interestMonthly: optional(number(0, 5)), motivation: optional(longText),
  },
  sendOffers: { trajectoryId: given, buyOutId: given, respondBy: date },
  recordOfferResponse: { trajectoryId: given, buyOutId: given, debtId: given, response: choice('response', ['accepted', 'refused']), reason: optional(text) },
  askForcedSettlement: { trajectoryId: given, buyOutId: given },
  recordCourtRuling: { trajectoryId: given, buyOutId: given, granted: yesNo, grounds: lines },
  requestFunding: { trajectoryId: given, buyOutId: given, from: choice('fundingFrom', ['credit-bank', 'pooled-budget']), budgetId: optional(pick('budgets')) },
  confirmFunding: { trajectoryId: given, buyOutId: given, reference: text },
  refuseFunding: { trajectoryId: given, buyOutId: given, reason: longText },
  payCreditor: { trajectoryId: given, buyOutId: given, debtId: given },
  agreeRepayment: {
    trajectoryId: given, buyOutId: given, form: choice('form', ['money', 'in-kind']), perMonth: optional(money), hours: optional(number(1, 2000)), months: whole(1, 60), firstDue: date,
  },
  recordRepayment: { trajectoryId: given, buyOutId: given, number: given, amount: optional(money), hours: optional(number(0, 500)) },
  missRepayment: { trajectoryId: given, buyOutId: given, number: given },
  forgiveMunicipalDebt: { trajectoryId: given, buyOutId: given, debtId: given },
  awardIncentive: { trajectoryId: given, buyOutId: given, amount: money, step: text },
  failBuyOut: { trajectoryId: given, buyOutId: given, reason: longText },
};
