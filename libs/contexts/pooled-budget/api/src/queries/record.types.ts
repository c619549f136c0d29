import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { AmountScalar, BusinessDateScalar } from '@perspectief/edge';
import { BudgetMandate, BudgetTier, HouseholdSpend } from './budget.types.js';
import { SpendingRequestSummary } from './request.types.js';

@ObjectType({ description: 'Percentage of one law.' })
export class SplitPart {
  @Field(() => String) domain!: string;
  @Field(() => Float) percentage!: number;
}

@ObjectType({ description: 'Why it is asked, in the words of whoever asks.' })
export class SpendingReasons {
  @Field(() => String) purpose!: string;
  @Field(() => String) payee!: string;
  @Field(() => String) legitimate!: string;
  @Field(() => String) committed!: string;
  @Field(() => String) returns!: string;
  @Field(() => String) regularRouteRuledOut!: string;
  @Field(() => [SplitPart], { nullable: true, description: 'Left out: in proportion to the contributions of the year.' }) split!: readonly SplitPart[] | null;
  @Field(() => Boolean) duplicateConfirmed!: boolean;
  @Field(() => Boolean) emergency!: boolean;
}

@ObjectType({ description: 'A word about the request: question, answer, approval or refusal.' })
export class SpendingWord {
  @Field(() => String) kind!: string;
  @Field(() => ID) by!: string;
  @Field(() => BusinessDateScalar) on!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
}

@ObjectType()
export class SpendingPayment {
  @Field(() => String, { description: 'payment or refund.' }) kind!: string;
  @Field(() => ID) paymentId!: string;
  @Field(() => BusinessDateScalar) on!: string;
  @Field(() => AmountScalar) amount!: number;
}

@ObjectType({ description: 'The rule that sent the request to approvers, or spared it them.' })
export class SpendingRule {
  @Field(() => String) rule!: string;
  @Field(() => Int) approvers!: number;
  @Field(() => BudgetTier, { nullable: true, description: 'The tier that sets their number.' }) tier!: BudgetTier | null;
  @Field(() => BudgetMandate, { nullable: true, description: 'What the coach could spend alone at that moment.' }) mandate!: BudgetMandate | null;
}

@ObjectType({ description: 'What one law has left, what the request takes of it, and what is left then; what is promised is deducted.' })
export class DomainBalance {
  @Field(() => String) domain!: string;
  @Field(() => AmountScalar) before!: number;
  @Field(() => AmountScalar) share!: number;
  @Field(() => AmountScalar) after!: number;
}

@ObjectType({ description: 'The pot without the request and with it; balances add up to what is available.' })
export class SpendingImpact {
  @Field(() => Int) year!: number;
  @Field(() => AmountScalar) availableBefore!: number;
  @Field(() => AmountScalar) availableAfter!: number;
  @Field(() => [DomainBalance]) domains!: readonly DomainBalance[];
}

@ObjectType({ description: 'All that whoever decides should see: as it stands, or once decided, as it stood just before.' })
export class SpendingRequest {
  @Field(() => SpendingRequestSummary) request!: SpendingRequestSummary;
  @Field(() => SpendingReasons) reasons!: SpendingReasons;
  @Field(() => [SpendingWord]) said!: readonly SpendingWord[];
  @Field(() => [SpendingPayment]) payments!: readonly SpendingPayment[];
  @Field(() => SpendingRule) rule!: SpendingRule;
  @Field(() => SpendingImpact, { nullable: true }) impact!: SpendingImpact | null;
  @Field(() => HouseholdSpend, { description: 'What this household had from this pot.' }) household!: HouseholdSpend;
  @Field(() => [SpendingRequestSummary], { description: 'What this household asked before, of any pot.' }) earlier!: readonly SpendingRequestSummary[];
  @Field(() => [SpendingRequestSummary], { description: 'Decided before on the same life area and an amount of the same size.' })
  similar!: readonly SpendingRequestSummary[];
}
