import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { kindOf, otherAnswers } from '@perspectief/edge';
import { BudgetMandate, HouseholdSpend, PooledBudget, PooledBudgetConnection } from './budget.types.js';
import { ApprovalQueueConnection, BudgetAttentionConnection } from './queue.types.js';
import { SpendingRequest } from './record.types.js';
import { Purchase } from './request.types.js';
import { FlowLink, YearStatement } from './statement.types.js';

@ObjectType({ description: 'Every mandate ever granted, by coach.' })
export class Mandates {
  @Field(() => [BudgetMandate]) mandates!: readonly BudgetMandate[];
}

@ObjectType({ description: 'Contribution by law, purpose by life area, law that benefits.' })
export class SpendingFlow {
  @Field(() => [FlowLink]) links!: readonly FlowLink[];
}

@ObjectType({ description: 'What one household got, from each pot.' })
export class SpendOfHousehold {
  @Field(() => [HouseholdSpend]) pots!: readonly HouseholdSpend[];
}

@ObjectType({ description: 'What was asked for one household, of every pot; the latest first.' })
export class HouseholdPurchases {
  @Field(() => [Purchase]) purchases!: readonly Purchase[];
}

export const PooledBudgetResult = createUnionType({ name: 'PooledBudgetResult', types: () => [PooledBudget, ...otherAnswers] as const, resolveType: kindOf(PooledBudget) });
export const PooledBudgetsResult = createUnionType({
  name: 'PooledBudgetsResult', types: () => [PooledBudgetConnection, ...otherAnswers] as const, resolveType: kindOf(PooledBudgetConnection),
});
export const MandatesResult = createUnionType({ name: 'MandatesResult', types: () => [Mandates, ...otherAnswers] as const, resolveType: kindOf(Mandates) });
export const YearStatementResult = createUnionType({
  name: 'YearStatementResult', types: () => [YearStatement, ...otherAnswers] as const, resolveType: kindOf(YearStatement),
});
export const SpendingFlowResult = createUnionType({ name: 'SpendingFlowResult', types: () => [SpendingFlow, ...otherAnswers] as const, resolveType: kindOf(SpendingFlow) });
export const HouseholdSpendResult = createUnionType({
  name: 'HouseholdSpendResult', types: () => [SpendOfHousehold, ...otherAnswers] as const, resolveType: kindOf(SpendOfHousehold),
});
export const HouseholdPurchasesResult = createUnionType({
  name: 'HouseholdPurchasesResult', types: () => [HouseholdPurchases, ...otherAnswers] as const, resolveType: kindOf(HouseholdPurchases),
});
export const ApprovalQueueResult = createUnionType({
  name: 'ApprovalQueueResult', types: () => [ApprovalQueueConnection, ...otherAnswers] as const, resolveType: kindOf(ApprovalQueueConnection),
});
export const SpendingRequestResult = createUnionType({
  name: 'SpendingRequestResult', types: () => [SpendingRequest, ...otherAnswers] as const, resolveType: kindOf(SpendingRequest),
});
export const BudgetAttentionResult = createUnionType({
  name: 'BudgetAttentionResult', types: () => [BudgetAttentionConnection, ...otherAnswers] as const, resolveType: kindOf(BudgetAttentionConnection),
});
