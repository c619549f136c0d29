import { Field, ObjectType } from '@nestjs/graphql';
import { MaybeAmount, MaybeDay, MaybeText, ShowAmount, ShowCount, ShowDay, ShowFlag, ShowId, ShowText } from '@perspectief/edge';

@ObjectType('Balance')
export class BalanceShown {
  @ShowText('not-asked, asked or answered') phase!: string;
  @MaybeDay() requestedOn?: string;
  @MaybeDay() answeredOn?: string;
}

@ObjectType('Settlement')
export class SettlementShown {
  @ShowText('open, paid or forgiven') phase!: string;
  @MaybeDay() on?: string;
  @MaybeAmount() paid?: number;
  @MaybeAmount() discharged?: number;
}

@ObjectType('Debt')
export class DebtShown {
  @ShowId() debtId!: string;
  @ShowText() creditor!: string;
  @ShowAmount() claim!: number;
  @ShowText('preferential or concurrent') rank!: string;
  @ShowText('included or excluded') treatment!: string;
  @ShowText() kind!: string;
  @MaybeDay() referenceDate?: string;
  @ShowDay() registeredOn!: string;
  @ShowFlag('The creditor agreed in advance with a settlement credit.') collectiveConsent!: boolean;
  @Field(() => BalanceShown) balance!: BalanceShown;
  @Field(() => SettlementShown) settlement!: SettlementShown;
}

@ObjectType('DebtSums')
export class DebtSumsShown {
  @ShowCount('Number of included debts.') included!: number;
  @ShowAmount('Claims of the excluded debts.') excluded!: number;
  @ShowAmount('Claims of the included debts that are not paid yet.') open!: number;
  @ShowAmount('Paid to creditors.') paid!: number;
  @ShowAmount('Discharged or forgiven.') discharged!: number;
}

@ObjectType('Inventory')
export class InventoryShown {
  @ShowText('open or confirmed') phase!: string;
  @MaybeDay() confirmedOn?: string;
}

@ObjectType('Arrangement')
export class ArrangementShown {
  @ShowText('none or started') phase!: string;
  @MaybeDay() startedOn?: string;
}

@ObjectType('ProtectedAmount', { description: 'What the household keeps to live on: an input, never computed here.' })
export class ProtectedAmountShown {
  @ShowText('none or recorded') phase!: string;
  @MaybeDay() on?: string;
  @MaybeAmount() income?: number;
  @MaybeAmount() protectedAmount?: number;
  @MaybeAmount('Left each month for the creditors.') capacity?: number;
  @MaybeText() calculatorVersion?: string;
}
