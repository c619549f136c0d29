import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BusinessDateScalar, PageInfo, Sentence } from '@perspectief/edge';
import { ApprovalQueueItem } from './request.types.js';

export enum ApprovalQueueTab {
  MINE = 'mine',
  SECOND = 'second',
  EMERGENCY = 'emergency',
  ALL = 'all',
  PAY = 'pay',
  DECIDED = 'decided',
}
registerEnumType(ApprovalQueueTab, {
  name: 'ApprovalQueueTab',
  valuesMap: {
    MINE: { description: 'You may decide it.' },
    SECOND: { description: 'Somebody approved; it waits for another.' },
    EMERGENCY: { description: 'Spent first; by the end of its term.' },
    ALL: { description: 'All that is not decided, also what went back with a question.' },
    PAY: { description: 'Approved, with money set apart that is not paid yet.' },
    DECIDED: { description: 'Approved or refused, the latest first.' },
  },
});

@ObjectType()
export class ApprovalQueueEdge {
  @Field(() => ApprovalQueueItem) node!: ApprovalQueueItem;
  @Field(() => String) cursor!: string;
}

@ObjectType()
export class ApprovalQueueTotals {
  @Field(() => Int) mine!: number;
  @Field(() => Int) second!: number;
  @Field(() => Int) emergency!: number;
  @Field(() => Int) all!: number;
  @Field(() => Int) pay!: number;
}

@ObjectType({ description: 'What waits for approvers or for its payment; the longest waiting first, emergencies by their term. And what was decided.' })
export class ApprovalQueueConnection {
  @Field(() => [ApprovalQueueEdge]) edges!: readonly ApprovalQueueEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType({ description: 'The queue may have changed: read it again.' })
export class ApprovalQueueChange {
  @Field(() => ID, { nullable: true, description: 'Give this to a query as `after`; null when changes were missed.' }) position!: string | null;
  @Field(() => [ID], { nullable: true, description: 'The pots that moved; null when they are too many to name.' }) budgetIds!: readonly string[] | null;
}

@ObjectType({ description: 'Something about a spending request that asks for your attention.' })
export class BudgetAttentionItem {
  @Field(() => ID) itemId!: string;
  @Field(() => ID) budgetId!: string;
  @Field(() => ID) requestId!: string;
  @Field(() => ID) trajectoryId!: string;
  @Field(() => String) area!: string;
  @Field(() => ID) coachId!: string;
  @Field(() => String) forRole!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) rule!: string;
  @Field(() => BusinessDateScalar) dueOn!: string;
  @Field(() => BusinessDateScalar) since!: string;
  @Field(() => String, { description: 'overdue, today or coming.' }) state!: string;
  @Field(() => Sentence) sentence!: Sentence;
}

@ObjectType()
export class BudgetAttentionEdge {
  @Field(() => BudgetAttentionItem) node!: BudgetAttentionItem;
  @Field(() => String) cursor!: string;
}

@ObjectType()
export class BudgetAttentionConnection {
  @Field(() => [BudgetAttentionEdge]) edges!: readonly BudgetAttentionEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}
