import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { BusinessDateScalar, MomentScalar, RefusalCode, Sentence } from '@perspectief/edge';

@ObjectType({ description: 'A number that may be shown, with the limits of a 95 % interval where it has one.' })
export class SafeNumberShown {
  @Field(() => Float) value!: number;
  @Field(() => Int, { nullable: true, description: 'How many people are behind it, rounded.' }) of!: number | null;
  @Field(() => String, { description: 'days, percent, score, mark, euro, standard-deviations, p-value' }) unit!: string;
  @Field(() => Float, { nullable: true }) lower!: number | null;
  @Field(() => Float, { nullable: true }) upper!: number | null;
}

@ObjectType({ description: 'Counts of people, rounded; null is hidden. Parts need not add up to totals.' })
export class SafeTableShown {
  @Field(() => [String]) rows!: string[];
  @Field(() => [String]) columns!: string[];
  @Field(() => [[Int]], { nullable: 'itemsAndList' }) counts!: (number | null)[][];
  @Field(() => [Int], { nullable: 'items' }) rowTotals!: (number | null)[];
  @Field(() => [Int], { nullable: 'items' }) columnTotals!: (number | null)[];
  @Field(() => Int, { nullable: true }) total!: number | null;
}

@ObjectType({ description: 'A stage of a flow; null is hidden.' })
export class SafeStage {
  @Field(() => String) name!: string;
  @Field(() => Int, { nullable: true }) kept!: number | null;
}

@ObjectType({ description: 'A step at the end of a group of days, with its band and how many were at risk after it.' })
export class SafeCurveStep {
  @Field(() => Float) time!: number;
  @Field(() => Float) estimate!: number;
  @Field(() => Float, { nullable: true }) lower!: number | null;
  @Field(() => Float, { nullable: true }) upper!: number | null;
  @Field(() => Int) atRisk!: number;
}

@ObjectType({ description: 'A curve in whole percents, up to where enough people are still at risk.' })
export class SafeCurveShown {
  @Field(() => [SafeCurveStep]) steps!: SafeCurveStep[];
  @Field(() => Int, { description: 'At risk at the beginning, rounded.' }) begins!: number;
  @Field(() => Float, { description: 'Last day shown.' }) ends!: number;
}

@ObjectType({ description: 'One thing directly after another; without `from` it began so, without `to` it ended so.' })
export class SafeArcShown {
  @Field(() => String, { nullable: true }) from!: string | null;
  @Field(() => String, { nullable: true }) to!: string | null;
  @Field(() => Int) cases!: number;
  @Field(() => Float, { nullable: true, description: 'Days in the middle, in whole weeks.' }) medianWait!: number | null;
}

@ObjectType()
export class SafeMapShown {
  @Field(() => [SafeArcShown]) arcs!: SafeArcShown[];
  @Field(() => Int) hiddenArcs!: number;
}

@ObjectType()
export class SafeVariant {
  @Field(() => [String]) steps!: string[];
  @Field(() => Int) cases!: number;
}

@ObjectType()
export class SafeVariantsShown {
  @Field(() => [SafeVariant]) shown!: SafeVariant[];
  @Field(() => Int) hidden!: number;
  @Field(() => Int, { nullable: true }) hiddenCases!: number | null;
}

@ObjectType()
export class SafeCount {
  @Field(() => String) figure!: string;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class SafeCountsShown {
  @Field(() => [SafeCount]) rows!: SafeCount[];
  @Field(() => Int, { description: 'How many rows are not shown.' }) hidden!: number;
}

@ObjectType({ description: 'One part of a figure: what it shows, or why it stays hidden.' })
export class ReleasedPart {
  @Field(() => String) name!: string;
  @Field(() => RefusalCode, { nullable: true }) hidden!: string | null;
  @Field(() => Sentence, { nullable: true, description: 'Why it stays hidden.' }) sentence!: Sentence | null;
  @Field(() => SafeNumberShown, { nullable: true }) number!: SafeNumberShown | null;
  @Field(() => SafeTableShown, { nullable: true }) table!: SafeTableShown | null;
  @Field(() => [SafeStage], { nullable: true }) flow!: SafeStage[] | null;
  @Field(() => SafeCurveShown, { nullable: true }) curve!: SafeCurveShown | null;
  @Field(() => SafeMapShown, { nullable: true }) map!: SafeMapShown | null;
  @Field(() => SafeVariantsShown, { nullable: true }) variants!: SafeVariantsShown | null;
  @Field(() => SafeCountsShown, { nullable: true }) counts!: SafeCountsShown | null;
}

@ObjectType({ description: 'A figure that was let out, for good. It says how groups differ, not why.' })
export class StudyRelease {
  @Field(() => ID) id!: string;
  @Field(() => ID) studyId!: string;
  @Field(() => ID) cohortId!: string;
  @Field(() => String) kind!: string;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => String, { nullable: true }) from!: string | null;
  @Field(() => String, { nullable: true }) to!: string | null;
  @Field(() => String, { nullable: true }) ruleSet!: string | null;
  @Field(() => BusinessDateScalar, { description: 'Last day of the data.' }) cutOn!: string;
  @Field(() => MomentScalar) madeAt!: string;
  @Field(() => [ReleasedPart]) parts!: ReleasedPart[];
}
