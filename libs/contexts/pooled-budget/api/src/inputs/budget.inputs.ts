import { InputType } from '@nestjs/graphql';
import { Amount, Choice, Choices, Code, Day, Id, Nested, NestedList, PersonId, Text, Whole } from '@perspectief/edge';
import { domains, type BusinessDate, type Cents, type Domain, type Uuid } from '@perspectief/kernel';
import { remainders, schemes, type Remainder, type Scheme } from '@perspectief/pooled-budget-domain';
import { OnBudget, Year } from './on-budget.js';

@InputType()
export class TierInput {
  @Amount({ says: 'Above this amount.' }) above!: Cents;
  @Whole({ max: 20 }) approvers!: number;
}

@InputType()
export class OpenBudgetInput extends OnBudget {
  @Code() name!: string;
  @Choice(schemes) scheme!: Scheme;
  @Code() area!: string;
  @Amount({ optional: true }) householdCeiling?: Cents;
  @NestedList(() => TierInput, { optional: true, says: 'Left out: two approvers above 500.00.' }) tiers?: TierInput[];
}

@InputType()
export class ContributeInput extends OnBudget {
  @Year() year!: number;
  @Choice(domains) domain!: Domain;
  @Amount() amount!: Cents;
}

@InputType()
export class WithdrawContributionInput extends ContributeInput {}

@InputType()
export class EmergencyPartInput {
  @Amount() upTo!: Cents;
  @Whole({ max: 250 }) settleWithinWorkingDays!: number;
}

@InputType()
export class GrantMandateInput extends OnBudget {
  @PersonId() coachId!: string;
  @Amount() perRequest!: Cents;
  @Day() from!: BusinessDate;
  @Day({ optional: true, says: 'Last day.' }) until?: BusinessDate;
  @Choices(domains, { optional: true }) domains?: Domain[];
  @Nested(() => EmergencyPartInput, { optional: true }) emergency?: EmergencyPartInput;
}

@InputType()
export class RevokeMandateInput extends OnBudget {
  @PersonId() coachId!: string;
}

@InputType()
export class ProposeCeilingRaiseInput extends OnBudget {
  @Id() trajectoryId!: Uuid;
  @Amount() amount!: Cents;
  @Text() reason!: string;
}

@InputType()
export class ConfirmCeilingRaiseInput extends OnBudget {
  @Id() trajectoryId!: Uuid;
  @Amount({ optional: true, says: 'The amount that the holder saw: a proposal that changed meanwhile is then not confirmed.' }) amount?: Cents;
}

@InputType()
export class CloseYearInput extends OnBudget {
  @Year() year!: number;
  @Choice(remainders) remainder!: Remainder;
}

export const budgetInputs = {
  OpenBudget: OpenBudgetInput,
  Contribute: ContributeInput,
  WithdrawContribution: WithdrawContributionInput,
  GrantMandate: GrantMandateInput,
  RevokeMandate: RevokeMandateInput,
  ProposeCeilingRaise: ProposeCeilingRaiseInput,
  ConfirmCeilingRaise: ConfirmCeilingRaiseInput,
  CloseYear: CloseYearInput,
};
