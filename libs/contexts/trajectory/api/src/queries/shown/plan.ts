import { Field, ObjectType } from '@nestjs/graphql';
import { MaybeCount, MaybeDay, MaybeText, ShowCount, ShowDay, ShowDays, ShowId, ShowIds, ShowText, ShowTexts } from '@perspectief/edge';

@ObjectType('Action')
export class ActionShown {
  @ShowId() actionId!: string;
  @ShowText() who!: string;
  @ShowText() what!: string;
  @ShowDay() dueOn!: string;
  @ShowText('planned or completed') phase!: string;
  @MaybeDay() completedOn?: string;
  @ShowTexts() rewards!: readonly string[];
}

@ObjectType('Goal')
export class GoalShown {
  @ShowId() goalId!: string;
  @ShowText("In the household's own words.") wish!: string;
  @ShowText() lifeArea!: string;
  @ShowDay() setOn!: string;
  @ShowDay() targetDate!: string;
  @ShowText('open, reached or dropped') phase!: string;
  @MaybeDay() closedOn?: string;
  @Field(() => [ActionShown]) actions!: readonly ActionShown[];
}

@ObjectType('PlanVersion')
export class PlanVersionShown {
  @ShowCount() version!: number;
  @ShowDay() agreedOn!: string;
  @ShowIds() goals!: readonly string[];
  @ShowIds() actions!: readonly string[];
}

@ObjectType('Plan')
export class PlanShown {
  @ShowText('agreed, or draft: changed since the last agreement, or never agreed on') agreement!: string;
  @Field(() => [PlanVersionShown]) versions!: readonly PlanVersionShown[];
  @Field(() => [GoalShown]) goals!: readonly GoalShown[];
}

@ObjectType('Need')
export class NeedShown {
  @ShowId() needId!: string;
  @ShowDay() on!: string;
  @ShowText() domain!: string;
  @ShowText() description!: string;
}

@ObjectType('Story')
export class StoryShown {
  @ShowId() storyId!: string;
  @ShowText() toldBy!: string;
  @ShowDay() toldOn!: string;
  @ShowText() text!: string;
  @ShowTexts('People or roles who may read it.') visibleTo!: readonly string[];
  @ShowDays() correctedOn!: readonly string[];
}

@ObjectType()
export class ScoreBefore {
  @ShowCount() score!: number;
  @ShowDay() on!: string;
}

@ObjectType('LifeArea', { description: 'A score with the one before it; never an average.' })
export class LifeAreaShown {
  @ShowText() lifeArea!: string;
  @ShowText('household or coach') by!: string;
  @ShowCount() score!: number;
  @ShowDay() on!: string;
  @Field(() => ScoreBefore, { nullable: true }) previous?: ScoreBefore;
}

@ObjectType('TandemContact')
export class TandemContactShown {
  @ShowId() contactId!: string;
  @ShowText() kind!: string;
  @ShowCount() minutes!: number;
  @MaybeText() note?: string;
  @ShowDay() on!: string;
  @ShowText('Who wrote it down.') by!: string;
}

@ObjectType('Tandem')
export class TandemShown {
  @ShowText('none, proposed, running, paused or ended') phase!: string;
  @Field(() => String, { nullable: true }) tandemId?: string;
  @Field(() => String, { nullable: true }) coachId?: string;
  @Field(() => String, { nullable: true }) expertId?: string;
  @MaybeDay() since?: string;
  @ShowCount('How often the pair was in touch.') contacts!: number;
  @ShowCount() minutes!: number;
  @Field(() => [TandemContactShown], { nullable: true, description: 'Contacts of this pair with their notes, for its coach and expert; null for all others.' })
  contactLog!: readonly TandemContactShown[] | null;
}

@ObjectType('Bottleneck')
export class BottleneckShown {
  @ShowId() bottleneckId!: string;
  @ShowDay() reportedOn!: string;
  @ShowText() rule!: string;
  @ShowText() organisation!: string;
  @ShowText() description!: string;
}

@ObjectType('CheckIn')
export class CheckInShown {
  @ShowCount() number!: number;
  @ShowDay() plannedOn!: string;
  @ShowText('planned, held, missed or lapsed') phase!: string;
  @MaybeDay() heldOn?: string;
  @MaybeCount() wellbeing?: number;
  @Field(() => Boolean, { nullable: true }) newArrears?: boolean;
}
