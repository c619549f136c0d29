import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, MaybeId, MaybeText, Sentence, ShowFlag, ShowId, ShowMoment, ShowText, ShowTexts, ShowTime } from '@perspectief/edge';

@ObjectType('Actor')
export class ActorShown {
  @ShowText() id!: string;
  @ShowText() role!: string;
}

@ObjectType('Correction', { description: 'What was said first, before it was put right.' })
export class CorrectionShown {
  @ShowTime() firstSaidOn!: string;
  @ShowText() reason!: string;
}

@ObjectType('TimelineEntry')
export class TimelineEntryShown {
  @ShowId() eventId!: string;
  @ShowText() type!: string;
  @ShowId() position!: string;
  @ShowTime('As it stands now, after any correction.') happenedOn!: string;
  @ShowMoment() recordedAt!: string;
  @Field(() => ActorShown) actor!: ActorShown;
  @ShowText() track!: string;
  @MaybeText('The law in whose work it was written.') domain?: string;
  @ShowTexts() persons!: readonly string[];
  @Field(() => Sentence) sentence!: Sentence;
  @Field(() => CorrectionShown, { nullable: true }) corrected?: CorrectionShown;
  @MaybeId('The event whose date this entry puts right.') corrects?: string;
  @Field(() => String, { nullable: true, description: 'What was written beside it, for who may read that.' }) note?: string | null;
  @ShowFlag('Recorded more than a day after it happened.') late!: boolean;
}

export const TimelineConnection = connectionOf(TimelineEntryShown, 'Timeline');
