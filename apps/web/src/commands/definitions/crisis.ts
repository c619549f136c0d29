import { checks, choice, date, fresh, given, lines, longText, month, optional, pick, picks, text, type Forms } from '../fields';

const EVIDENCE = ['admitted', 'duties-met', 'lighter-means-tried', 'budget-management', 'fixed-costs-payable', 'creditors-informed', 'judgment', 'debt-list', 'budget'];
export const THREATS = ['eviction', 'energy-cutoff', 'water-cutoff', 'heat-cutoff', 'health-insurance-ending'];
export const INSTRUMENTS = ['standstill', 'narrow-moratorium', 'broad-moratorium', 'provisional-relief', 'municipal-collection-stop'];

/** What threatens, and the time that is won. */
export const crisis: Forms<
  | 'reportThreat' | 'closeThreat' | 'postponeThreat' | 'requestFreeze' | 'recordInterimOrder' | 'grantFreeze' | 'denyFreeze'
  | 'recordCreditorResponse' | 'confirmCurrentCostsPaid' | 'reportBreach' | 'extendFreeze' | 'liftFreeze' | 'reportToCourt' | 'openSafetyTask'
  | 'closeSafetyTask'
> = {
  reportThreat: { trajectoryId: given, threatId: fresh, threat: choice('threat', THREATS), threatensOn: date, debtId: optional(pick('debts')) },
  closeThreat: { trajectoryId: given, threatId: given, how: choice('threatsHow', ['averted', 'carried-out']) },
  postponeThreat: { trajectoryId: given, threatId: given, threatensOn: date },
  requestFreeze: {
    trajectoryId: given, freezeId: fresh, instrument: choice('instrument', INSTRUMENTS), threatId: optional(pick('threats')), debts: optional(picks('debts')),
    until: optional(date), evidence: optional(checks('evidence', EVIDENCE)),
  },
  recordInterimOrder: { trajectoryId: given, freezeId: given },
  grantFreeze: { trajectoryId: given, freezeId: given, from: date, until: optional(date), conditions: optional(lines) },
  denyFreeze: { trajectoryId: given, freezeId: given, grounds: lines },
  recordCreditorResponse: { trajectoryId: given, freezeId: given, debtId: pick('debts'), response: choice('response', ['accepted', 'refused']) },
  confirmCurrentCostsPaid: { trajectoryId: given, freezeId: given, month },
  reportBreach: {
    trajectoryId: given, freezeId: given, what: choice('breach', ['current-costs-unpaid', 'creditor-went-on', 'new-debt']), debtId: optional(pick('debts')), note: optional(longText),
  },
  extendFreeze: { trajectoryId: given, freezeId: given, until: date },
  liftFreeze: { trajectoryId: given, freezeId: given, reason: longText },
  reportToCourt: { trajectoryId: given, freezeId: given },
  openSafetyTask: { trajectoryId: given, taskId: fresh, kind: text, dueOn: date },
  closeSafetyTask: { trajectoryId: given, taskId: given, result: optional(longText) },
};

