import { Field, ObjectType } from '@nestjs/graphql';
import { ClosedPartShown, MaybeDay, MaybeText, ShowDay, ShowId, ShowText } from '@perspectief/edge';
import type { TrajectoryView } from '@perspectief/trajectory-read';
import { AftercareShown } from './aftercare.js';
import { BuyOutShown, IncentiveShown } from './buy-outs.js';
import { ApplicationShown, ClockShown, CoachShown, ConversationShown } from './clocks.js';
import { FreezeShown, SafetyTaskShown, ThreatShown } from './crisis.js';
import { ArrangementShown, DebtShown, DebtSumsShown, InventoryShown, ProtectedAmountShown } from './debts.js';
import { BottleneckShown, LifeAreaShown, NeedShown, PlanShown, StoryShown, TandemShown } from './plan.js';

/** Shows what the page says, field by field; one that the page lacks does not compile. */
@ObjectType('Trajectory', { description: 'The page of one course of support, as it is or as it was on a day.' })
export class TrajectoryShown implements Partial<Record<keyof TrajectoryView, unknown>> {
  @ShowId() id!: string;
  @ShowId() householdId!: string;
  @ShowText() municipality!: string;
  @ShowText() area!: string;
  @ShowText() source!: string;
  @ShowText('intake, active, aftercare or closed') status!: string;
  @MaybeText() outcome?: string;
  @ShowDay() openedOn!: string;
  @MaybeDay() closedOn?: string;
  @ShowDay('The day that the page is of.') day!: string;
  @MaybeText() coachId?: string;
  @Field(() => [CoachShown]) coaches!: readonly CoachShown[];
  @Field(() => [ApplicationShown]) applications!: readonly ApplicationShown[];
  @Field(() => [ConversationShown]) conversations!: readonly ConversationShown[];
  @Field(() => TandemShown, { nullable: true }) tandem!: TandemShown | null;
  @Field(() => PlanShown, { nullable: true }) plan!: PlanShown | null;
  @Field(() => [NeedShown]) needs!: readonly NeedShown[];
  @Field(() => [StoryShown]) stories!: readonly StoryShown[];
  @Field(() => [LifeAreaShown]) lifeAreas!: readonly LifeAreaShown[];
  @Field(() => [DebtShown]) debts!: readonly DebtShown[];
  @Field(() => DebtSumsShown, { nullable: true }) debtSums!: DebtSumsShown | null;
  @Field(() => InventoryShown, { nullable: true }) inventory!: InventoryShown | null;
  @Field(() => ArrangementShown, { nullable: true }) arrangement!: ArrangementShown | null;
  @Field(() => ProtectedAmountShown, { nullable: true }) protectedAmount!: ProtectedAmountShown | null;
  @Field(() => [FreezeShown], { description: 'In order of request.' }) freezes!: readonly FreezeShown[];
  @Field(() => [ThreatShown]) threats!: readonly ThreatShown[];
  @Field(() => [SafetyTaskShown]) safetyTasks!: readonly SafetyTaskShown[];
  @Field(() => [BuyOutShown]) buyOuts!: readonly BuyOutShown[];
  @Field(() => [IncentiveShown]) incentives!: readonly IncentiveShown[];
  @Field(() => AftercareShown, { nullable: true }) aftercare!: AftercareShown | null;
  @Field(() => [BottleneckShown]) bottlenecks!: readonly BottleneckShown[];
  @Field(() => [ClockShown]) clocks!: readonly ClockShown[];
  @Field(() => [ClosedPartShown], { nullable: true, description: 'What was left out: there it is empty or null.' }) closed?: readonly ClosedPartShown[];
}
