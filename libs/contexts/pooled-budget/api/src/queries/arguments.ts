import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { BusinessDateScalar, MomentScalar } from '@perspectief/edge';
import { schemes } from '@perspectief/pooled-budget-domain';
import { ApprovalQueueTab } from './queue.types.js';

@ArgsType()
export class ReadArgs {
  @Field(() => ID, { nullable: true, description: 'The position that a mutation answered: read your own write.' }) after?: string | null;
}

/** Which page of time: as it was on a day, as it was known at a moment. */
@ArgsType()
export class LookArgs extends ReadArgs {
  @Field(() => BusinessDateScalar, { nullable: true, description: 'As it was at the end of this day.' }) asOf?: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'As it was known at this moment; a bare day is its end.' }) knownAt?: string | null;
}

@ArgsType()
export class PotArgs extends LookArgs {
  @Field(() => ID) budgetId!: string;
}

@ArgsType()
export class YearArgs extends PotArgs {
  @Field(() => Int) year!: number;
}

@ArgsType()
export class RequestArgs extends LookArgs {
  @Field(() => ID) requestId!: string;
}

@ArgsType()
export class HouseholdSpendArgs extends LookArgs {
  @Field(() => ID) trajectoryId!: string;
  @Field(() => ID, { nullable: true, description: 'Left out: every pot that it got something from.' }) budgetId?: string | null;
}

@ArgsType()
export class PurchasesArgs extends ReadArgs {
  @Field(() => ID) trajectoryId!: string;
}

@ArgsType()
export class PageArgs extends ReadArgs {
  @Field(() => Int, { defaultValue: 50, description: '1 to 200.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' }) cursor?: string | null;
  @Field(() => String, { nullable: true, description: 'Only pots of this area.' }) area?: string | null;
}

/** A page of a list as it was. */
@ArgsType()
export class PageOfThenArgs extends PageArgs {
  @Field(() => BusinessDateScalar, { nullable: true, description: 'As it was at the end of this day; who may see what is as of now.' }) asOf?: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'As it was known at this moment; a bare day is its end.' }) knownAt?: string | null;
}

@ArgsType()
export class PotsArgs extends PageOfThenArgs {
  @Field(() => String, { nullable: true, description: `One of: ${schemes.join(', ')}.` }) scheme?: string | null;
}

@ArgsType()
export class QueueArgs extends PageOfThenArgs {
  @Field(() => ApprovalQueueTab, { defaultValue: ApprovalQueueTab.MINE }) tab!: ApprovalQueueTab;
  @Field(() => ID, { nullable: true, description: 'Only this pot.' }) budgetId?: string | null;
}

@ArgsType()
export class AttentionArgs extends PageArgs {
  @Field(() => Int, { defaultValue: 14, description: 'How many days ahead, 0 to 400.' }) horizonDays!: number;
}
