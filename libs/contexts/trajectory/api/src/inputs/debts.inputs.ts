import { InputType } from '@nestjs/graphql';
import { Amount, Choice, Code, Day, Flag, Id, Ids, Text } from '@perspectief/edge';
import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import { OnTrajectory } from './on-trajectory.js';

const ranks = ['preferential', 'concurrent'] as const;
type Rank = (typeof ranks)[number];
const treatments = ['included', 'excluded'] as const;
type Treatment = (typeof treatments)[number];
const debtKinds = ['housing', 'utilities', 'care', 'public', 'other'] as const;

@InputType({ isAbstract: true })
abstract class OnDebt extends OnTrajectory {
  @Id() debtId!: Uuid;
}

@InputType()
export class RegisterDebtInput extends OnDebt {
  @Code() creditor!: string;
  @Amount() claim!: Cents;
  @Choice(ranks) rank!: Rank;
  @Choice(treatments) treatment!: Treatment;
  @Choice(debtKinds) kind!: (typeof debtKinds)[number];
  @Day({ optional: true, says: 'Day of which the claim is the balance.' }) referenceDate?: BusinessDate;
}

@InputType()
export class CorrectDebtInput extends OnDebt {
  @Amount({ optional: true }) claim?: Cents;
  @Choice(ranks, { optional: true }) rank?: Rank;
  @Choice(treatments, { optional: true }) treatment?: Treatment;
  @Code({ optional: true }) creditor?: string;
  @Text() reason!: string;
}

@InputType()
export class RemoveDebtInput extends OnDebt {
  @Text() reason!: string;
}

@InputType()
export class ConfirmDebtInventoryInput extends OnTrajectory {}

@InputType()
export class RequestBalancesInput extends OnTrajectory {
  @Ids() debts!: Uuid[];
}

@InputType()
export class RecordBalanceInput extends OnDebt {
  @Amount() claim!: Cents;
  @Day() referenceDate!: BusinessDate;
  @Flag({ optional: true, says: 'The creditor agrees beforehand with a settlement credit.' }) collectiveConsent?: boolean;
}

@InputType()
export class StartArrangementInput extends OnTrajectory {}

@InputType()
export class RecordProtectedAmountInput extends OnTrajectory {
  @Amount() income!: Cents;
  @Amount({ says: 'Outcome of the recognised calculator; never computed here.' }) protectedAmount!: Cents;
  @Code() calculatorVersion!: string;
  @Code() documentRef!: string;
}

export const debtsInputs = {
  RegisterDebt: RegisterDebtInput,
  CorrectDebt: CorrectDebtInput,
  RemoveDebt: RemoveDebtInput,
  ConfirmDebtInventory: ConfirmDebtInventoryInput,
  RequestBalances: RequestBalancesInput,
  RecordBalance: RecordBalanceInput,
  StartArrangement: StartArrangementInput,
  RecordProtectedAmount: RecordProtectedAmountInput,
};
