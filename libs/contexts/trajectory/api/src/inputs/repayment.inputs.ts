import { InputType } from '@nestjs/graphql';
import { Amount, Choice, Day, Hours, Id, Text, Whole } from '@perspectief/edge';
import type { BusinessDate, Cents, Uuid } from '@perspectief/kernel';
import { OnBuyOut } from './debt-buy-out.inputs.js';

const forms = ['money', 'in-kind'] as const;

@InputType()
export class AgreeRepaymentInput extends OnBuyOut {
  @Choice(forms) form!: (typeof forms)[number];
  @Amount({ optional: true }) perMonth?: Cents;
  @Hours({ optional: true, says: 'In all.' }) hours?: number;
  @Whole({ min: 1, max: 600 }) months!: number;
  @Day() firstDue!: BusinessDate;
}

@InputType()
export class RecordRepaymentInput extends OnBuyOut {
  @Whole() number!: number;
  @Amount({ optional: true }) amount?: Cents;
  @Hours({ optional: true }) hours?: number;
}

@InputType()
export class MissRepaymentInput extends OnBuyOut {
  @Whole() number!: number;
}

@InputType()
export class ForgiveMunicipalDebtInput extends OnBuyOut {
  @Id() debtId!: Uuid;
}

@InputType()
export class AwardIncentiveInput extends OnBuyOut {
  @Amount() amount!: Cents;
  @Text() step!: string;
}

export const repaymentInputs = {
  AgreeRepayment: AgreeRepaymentInput,
  RecordRepayment: RecordRepaymentInput,
  MissRepayment: MissRepaymentInput,
  ForgiveMunicipalDebt: ForgiveMunicipalDebtInput,
  AwardIncentive: AwardIncentiveInput,
};
