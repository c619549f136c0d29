import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BusinessDateScalar, MomentScalar } from '@perspectief/edge';

@ObjectType({ description: 'Something that is true of a case or not; an event within days from time zero, or one of the values of an attribute.' })
export class StudyCondition {
  @Field(() => String, { description: 'happened or attribute' }) kind!: string;
  @Field(() => String, { nullable: true }) event?: string;
  @Field(() => String, { nullable: true }) attribute?: string;
  @Field(() => [String], { nullable: true }) values?: string[];
  @Field(() => String, { nullable: true, description: 'Whole days from time zero, negative before it.' }) from?: string;
  @Field(() => String, { nullable: true }) to?: string;
  @Field(() => Boolean, { nullable: true }) not?: boolean;
}

@ObjectType({ description: 'One of the ways that are compared.' })
export class StudyArm {
  @Field(() => String) name!: string;
  @Field(() => [StudyCondition]) when!: StudyCondition[];
}

@ObjectType() export class StudyTimeZero {
  @Field(() => String) event!: string;
}

@ObjectType() export class StudyOutcome {
  @Field(() => String) event!: string;
  @Field(() => String) says!: string;
}

@ObjectType() export class StudyCensoring {
  @Field(() => String) reason!: string;
  @Field(() => Boolean, { description: 'May hang together with the outcome.' }) informative!: boolean;
}

@ObjectType({ description: 'A target trial, written down before anybody looks at data.' })
export class StudyCardShown {
  @Field(() => String) question!: string;
  @Field(() => [String], { description: 'Whose cases are looked at.' }) municipalities!: string[];
  @Field(() => String) purpose!: string;
  @Field(() => String) legalBasis!: string;
  @Field(() => [StudyCondition]) eligibility!: StudyCondition[];
  @Field(() => [StudyArm]) arms!: StudyArm[];
  @Field(() => StudyTimeZero) timeZero!: StudyTimeZero;
  @Field(() => StudyOutcome) outcome!: StudyOutcome;
  @Field(() => Int) followUpDays!: number;
  @Field(() => [StudyCensoring]) censoring!: StudyCensoring[];
  @Field(() => [String]) competing!: string[];
  @Field(() => String) contrast!: string;
  @Field(() => [String]) analysis!: string[];
  @Field(() => [String]) subgroups!: string[];
}

@ObjectType({ description: 'Who is in, fixed at one place of the log.' })
export class StudyCohort {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Version of the card that it was frozen under.' }) version!: number;
  @Field(() => BusinessDateScalar, { description: 'Last day of the data.' }) cutOn!: string;
  @Field(() => MomentScalar) frozenAt!: string;
  @Field(() => String, { description: 'Digest over the names of all who are in.' }) members!: string;
  @Field(() => [String], { description: 'Kinds of figures that left of it: attrition, balance, outcome.' }) released!: string[];
}

@ObjectType({ description: 'A step in the life of a study.' })
export class StudyStep {
  @Field(() => String) event!: string;
  @Field(() => MomentScalar) at!: string;
  @Field(() => String, { description: 'Id of who did it.' }) by!: string;
  @Field(() => String) role!: string;
}

@ObjectType()
export class Study {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'drafted or approved' }) phase!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'Digest of exactly this card: who approves names it.' }) hash!: string;
  @Field(() => StudyCardShown) card!: StudyCardShown;
  @Field(() => [String], { description: 'Ids of who wrote a version: none of them may approve.' }) authors!: string[];
  @Field(() => [StudyCohort]) cohorts!: StudyCohort[];
  @Field(() => Int) dataSets!: number;
  @Field(() => [StudyStep], { description: 'What happened, the latest first.' }) history!: StudyStep[];
}
