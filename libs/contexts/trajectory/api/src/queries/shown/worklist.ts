import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MaybeId, MaybeText, PageInfo, Sentence, ShowCount, ShowDay, ShowFlag, ShowId, ShowText } from '@perspectief/edge';

@ObjectType('WorklistItem')
export class WorklistItemShown {
  @ShowId() itemId!: string;
  @ShowId() trajectoryId!: string;
  @MaybeId('The pot that asks for it, if one does.') budgetId?: string | null;
  @MaybeId('The spending request that it is about.') requestId?: string | null;
  @ShowText() area!: string;
  @MaybeText() coachId?: string | null;
  @ShowText() forRole!: string;
  @ShowText() kind!: string;
  @MaybeText() rule?: string | null;
  @MaybeText() article?: string | null;
  @ShowDay() dueOn!: string;
  @ShowDay() since!: string;
  @ShowFlag('A clock that stands still: the day is not fixed.') standsStill!: boolean;
  @ShowText('overdue, today or coming') state!: string;
  @Field(() => Sentence) sentence!: Sentence;
}

@ObjectType()
export class WorklistEdge {
  @Field(() => WorklistItemShown) node!: WorklistItemShown;
  @ShowText() cursor!: string;
}

@ObjectType({ description: 'How many there are on each tab, within the horizon.' })
export class WorklistTotals {
  @ShowCount() mine!: number;
  @ShowCount() team!: number;
  @ShowCount() unassigned!: number;
  @ShowCount() all!: number;
}

@ObjectType()
export class WorklistConnection {
  @Field(() => [WorklistEdge]) edges!: readonly WorklistEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
  @Field(() => WorklistTotals) totals!: WorklistTotals;
}
