import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'Something that is true of a case or not.' })
export class StudyConditionInput {
  @Field(() => String, { description: 'happened or attribute' }) kind!: string;
  @Field(() => String, { nullable: true }) event?: string;
  @Field(() => String, { nullable: true, description: 'area, source, municipality or year' }) attribute?: string;
  @Field(() => [String], { nullable: true }) values?: string[];
  @Field(() => String, { nullable: true, description: 'Whole days from time zero, negative before it.' }) from?: string;
  @Field(() => String, { nullable: true }) to?: string;
  @Field(() => Boolean, { nullable: true }) not?: boolean;
}

@InputType()
export class StudyArmInput {
  @Field(() => String) name!: string;
  @Field(() => [StudyConditionInput]) when!: StudyConditionInput[];
}

@InputType() export class StudyTimeZeroInput {
  @Field(() => String) event!: string;
}

@InputType() export class StudyOutcomeInput {
  @Field(() => String) event!: string;
  @Field(() => String) says!: string;
}

@InputType() export class StudyCensoringInput {
  @Field(() => String) reason!: string;
  @Field(() => Boolean) informative!: boolean;
}

@InputType({ description: 'A target trial: see docs/how-to/evaluation.md.' })
export class StudyCardInput {
  @Field(() => String) question!: string;
  @Field(() => [String], { nullable: true, description: 'Whose cases are looked at; left out, those of your own municipality.' }) municipalities?: string[];
  @Field(() => String) purpose!: string;
  @Field(() => String) legalBasis!: string;
  @Field(() => [StudyConditionInput]) eligibility!: StudyConditionInput[];
  @Field(() => [StudyArmInput]) arms!: StudyArmInput[];
  @Field(() => StudyTimeZeroInput) timeZero!: StudyTimeZeroInput;
  @Field(() => StudyOutcomeInput) outcome!: StudyOutcomeInput;
  @Field(() => Int) followUpDays!: number;
  @Field(() => [StudyCensoringInput]) censoring!: StudyCensoringInput[];
  @Field(() => [String]) competing!: string[];
  @Field(() => String) contrast!: string;
  @Field(() => [String]) analysis!: string[];
  @Field(() => [String]) subgroups!: string[];
}

@InputType()
export class DraftStudyInput {
  @Field(() => ID, { description: 'Chosen by the sender; that of a study that is there makes a new version.' }) studyId!: string;
  @Field(() => StudyCardInput) card!: StudyCardInput;
}

@InputType()
export class ApproveStudyInput {
  @Field(() => ID) studyId!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { description: 'Of the card that was read.' }) hash!: string;
}

@InputType()
export class FreezeCohortInput {
  @Field(() => ID) studyId!: string;
}

@InputType()
export class CutDatasetInput {
  @Field(() => ID) studyId!: string;
  @Field(() => ID) cohortId!: string;
  @Field(() => Boolean, { nullable: true, description: 'Data up to now instead of up to when the cohort was frozen.' }) upToNow?: boolean;
}

@InputType({ description: 'Which figure, and of what.' })
export class FigureInput {
  @Field(() => String, { description: 'attrition, balance, survival, cumulative-incidence, lead-time, on-time, outflow, dropout, relapse, life-areas, quality-of-life, credit, cost, reach, time-in-track, process-map, variants, counterfactual' })
  kind!: string;
  @Field(() => String, { nullable: true, description: 'arm, area, source, tandem, instrument or year' }) by?: string;
  @Field(() => String, { nullable: true, description: 'Of a lead time: a milestone.' }) from?: string;
  @Field(() => String, { nullable: true }) to?: string;
  @Field(() => String, { nullable: true, description: 'Of a counterfactual: mandate-250, freeze-for-heat, conversation-in-two-weeks or equal-creditors.' }) ruleSet?: string;
}

@InputType()
export class ReleaseFiguresInput {
  @Field(() => ID) studyId!: string;
  @Field(() => ID) cohortId!: string;
  @Field(() => [FigureInput], { nullable: true, description: 'Left out, those that every study shows first.' }) figures?: FigureInput[];
}

@InputType()
export class CancelJobInput {
  @Field(() => ID) jobId!: string;
}

@InputType()
export class DestroyStudyKeyInput {
  @Field(() => ID) studyId!: string;
}
