import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AmountScalar, BusinessDateScalar } from '@perspectief/edge';

@ObjectType({ isAbstract: true })
abstract class RequestFields {
  @Field(() => ID) requestId!: string;
  @Field(() => ID) budgetId!: string;
  @Field(() => ID) trajectoryId!: string;
  @Field(() => String) area!: string;
  @Field(() => ID) requestedBy!: string;
  @Field(() => BusinessDateScalar) requestedOn!: string;
  @Field(() => AmountScalar) amount!: number;
  @Field(() => String) lifeArea!: string;
  @Field(() => Int) year!: number;
  @Field(() => String, { description: 'The rule that approved it at once, or sent it to approvers.' }) rule!: string;
  @Field(() => Int, { description: 'How many must approve.' }) approvers!: number;
  @Field(() => [ID], { description: 'Who did so far.' }) approvals!: readonly string[];
  @Field(() => String, { description: 'awaiting, returned, approved, rejected or withdrawn.' }) state!: string;
  @Field(() => Int, { description: 'How many approvals it still wants.' }) waitingFor!: number;
  @Field(() => BusinessDateScalar, { nullable: true, description: 'Of an emergency: the last day for its approval afterwards.' }) settleBy!: string | null;
  @Field(() => BusinessDateScalar, { nullable: true }) decidedOn!: string | null;
  @Field(() => [ID]) decidedBy!: readonly string[];
  @Field(() => AmountScalar, { description: 'Refunds deducted.' }) paid!: number;
  @Field(() => AmountScalar) reserved!: number;
  @Field(() => BusinessDateScalar, { nullable: true }) deliveredOn!: string | null;
  @Field(() => [String], { description: 'Who confirmed that it was received: coach, household, or coach-for-household where the coach wrote it down for them.' }) receivedBy!: readonly string[];
}

@ObjectType({ description: 'A spending request as lists show it. No personal data.' })
export class SpendingRequestSummary extends RequestFields {}

@ObjectType({ description: 'What was asked for a household, and how far it came; for the household itself and its coach.' })
export class Purchase extends RequestFields {
  @Field(() => String) purpose!: string;
  @Field(() => String) payee!: string;
}

@ObjectType({ description: 'A request in a list of the desk.' })
export class ApprovalQueueItem extends RequestFields {
  @Field(() => Boolean, { description: 'Whether you may decide it: not your own, and not twice.' }) mine!: boolean;
  @Field(() => Int, { nullable: true, description: 'Of an emergency: days until its term ends, below nought when it has.' }) daysLeft!: number | null;
  @Field(() => Boolean) overdue!: boolean;
}
