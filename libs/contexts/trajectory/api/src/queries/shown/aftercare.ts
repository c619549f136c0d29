import { Field, ObjectType } from '@nestjs/graphql';
import { MaybeAmount, MaybeDay, MaybeText, ShowDay, ShowText } from '@perspectief/edge';
import { CheckInShown } from './plan.js';

@ObjectType('Setback')
export class SetbackShown {
  @ShowDay() on!: string;
  @ShowText() kind!: string;
  @MaybeText() partner?: string;
  @MaybeAmount() amount?: number;
}

@ObjectType('Relapse')
export class RelapseShown {
  @ShowText('none or flagged') phase!: string;
  @MaybeDay() on?: string;
  @MaybeText() cause?: string;
}

@ObjectType()
export class AftercareCourse {
  @ShowText('none, running, completed, resumed or stopped') phase!: string;
  @MaybeDay() startedOn?: string;
  @MaybeDay() until?: string;
  @MaybeDay() endedOn?: string;
  @Field(() => [CheckInShown], { nullable: true }) checkIns?: readonly CheckInShown[];
  @Field(() => [SetbackShown], { nullable: true }) setbacks?: readonly SetbackShown[];
  @Field(() => RelapseShown, { nullable: true }) relapse?: RelapseShown;
}

@ObjectType('Aftercare')
export class AftercareShown {
  @Field(() => AftercareCourse) current!: AftercareCourse;
  @Field(() => [AftercareCourse]) earlier!: readonly AftercareCourse[];
}
