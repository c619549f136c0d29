import { Field, ObjectType } from '@nestjs/graphql';
import { MaybeAmount, MaybeCount, MaybeDay, MaybeId, MaybeText, Sentence, ShowCount, ShowDay, ShowFlag, ShowId, ShowText } from '@perspectief/edge';

@ObjectType('Limit')
export class LimitShown {
  @ShowCount() n!: number;
  @ShowText() unit!: string;
}

@ObjectType('Suspension')
export class SuspensionShown {
  @ShowDay() from!: string;
  @MaybeDay() until?: string;
  @MaybeCount('Days that it added to the term.') days?: number;
  @MaybeText() reason?: string;
}

@ObjectType('Clock', { description: 'A statutory clock: derived from what happened by the rules of its day.' })
export class ClockShown {
  @ShowText() rule!: string;
  @ShowText() law!: string;
  @ShowText() article!: string;
  @ShowText('sure, likely, verify or product') confidence!: string;
  @ShowText('The version of the rule that counts.') parameterVersion!: string;
  @ShowText('Who has to act: municipality, household or creditor.') duty!: string;
  @ShowDay() startedOn!: string;
  @Field(() => LimitShown) limit!: LimitShown;
  @ShowDay('The last day before anything stood still or was extended.') baseDue!: string;
  @ShowDay() due!: string;
  @ShowFlag('It stands still: the last day is not fixed.') provisional!: boolean;
  @MaybeDay() extendedTo?: string;
  @ShowDay('The day on which we want to be done.') workTarget!: string;
  @MaybeDay() reminderOn?: string;
  @ShowFlag() running!: boolean;
  @ShowText('running, suspended, met, met-late, breached or lapsed') state!: string;
  @MaybeDay() metOn?: string;
  @MaybeDay() lapsedOn?: string;
  @MaybeCount() daysLeft?: number;
  @ShowCount() suspendedDays!: number;
  @Field(() => [SuspensionShown]) suspensions!: readonly SuspensionShown[];
  @MaybeId() application?: string;
  @MaybeId() threat?: string;
  @MaybeId() debt?: string;
  @MaybeId() freeze?: string;
  @Field(() => Sentence) explanation!: Sentence;
}

@ObjectType('Investigation')
export class InvestigationShown {
  @ShowText('none, running or completed') phase!: string;
  @MaybeDay() completedOn?: string;
}

@ObjectType('Extension')
export class ExtensionShown {
  @ShowDay() toldOn!: string;
  @ShowDay() newDue!: string;
}

@ObjectType('Advance')
export class AdvanceShown {
  @ShowDay() paidOn!: string;
  @MaybeAmount() amount?: number;
}

@ObjectType('Application')
export class ApplicationShown {
  @ShowId() applicationId!: string;
  @ShowText() law!: string;
  @ShowText() kind!: string;
  @ShowDay() receivedOn!: string;
  @ShowText('open or decided') phase!: string;
  @MaybeDay() decidedOn?: string;
  @MaybeText() outcome?: string;
  @Field(() => InvestigationShown) investigation!: InvestigationShown;
  @Field(() => [SuspensionShown]) suspensions!: readonly SuspensionShown[];
  @Field(() => [ExtensionShown]) extensions!: readonly ExtensionShown[];
  @Field(() => [AdvanceShown]) advances!: readonly AdvanceShown[];
}

@ObjectType('Conversation')
export class ConversationShown {
  @ShowDay() on!: string;
  @ShowText() place!: string;
  @MaybeId() applicationId?: string;
}

@ObjectType('Coach')
export class CoachShown {
  @ShowText() coachId!: string;
  @ShowDay() since!: string;
}
