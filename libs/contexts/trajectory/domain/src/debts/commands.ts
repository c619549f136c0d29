import type { BusinessDate, Cents, CommandOf, Uuid } from '@perspectief/kernel';
import type { DebtKind, Rank, Treatment } from './events.js';

export type DebtsCommand = CommandOf<{
  RegisterDebt: {
    trajectoryId: Uuid;
    debtId: Uuid;
    creditor: string;
    claim: Cents;
    rank: Rank;
    treatment: Treatment;
    kind: DebtKind;
    referenceDate?: BusinessDate;
  };
  CorrectDebt: {
    trajectoryId: Uuid;
    debtId: Uuid;
    claim?: Cents;
    rank?: Rank;
    treatment?: Treatment;
    creditor?: string;
    reason: string;
  };
  RemoveDebt: { trajectoryId: Uuid; debtId: Uuid; reason: string };
  ConfirmDebtInventory: { trajectoryId: Uuid };
  RequestBalances: { trajectoryId: Uuid; debts: readonly Uuid[] };
  RecordBalance: { trajectoryId: Uuid; debtId: Uuid; claim: Cents; referenceDate: BusinessDate; collectiveConsent?: boolean };
  StartArrangement: { trajectoryId: Uuid };
  RecordProtectedAmount: {
    trajectoryId: Uuid;
    income: Cents;
    protectedAmount: Cents;
    calculatorVersion: string;
    documentRef: string;
  };
}>;
