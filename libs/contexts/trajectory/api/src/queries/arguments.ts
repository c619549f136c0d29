import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { BusinessDateScalar, MomentScalar } from '@perspectief/edge';

/** Which page of time: as it was on a day, as it was known at a moment, and not before a position. */
@ArgsType()
export class LookArgs {
  @Field(() => BusinessDateScalar, { nullable: true, description: 'As it was at the end of this day.' }) asOf?: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'As it was known at this moment; a bare day is its end.' }) knownAt?: string | null;
  @Field(() => ID, { nullable: true, description: 'The position that a mutation answered: read your own write.' }) after?: string | null;
}

@ArgsType()
export class TrajectoryArgs extends LookArgs {
  @Field(() => ID) id!: string;
}

@ArgsType()
export class ClocksArgs extends LookArgs {
  @Field(() => ID) trajectoryId!: string;
}

@ArgsType()
export class TimelineArgs extends ClocksArgs {
  @Field(() => [String], { nullable: true, description: 'Only these tracks.' }) tracks?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Only the work of these laws.' }) domains?: string[] | null;
  @Field(() => ID, { nullable: true, description: 'Only what this person did or is named in.' }) person?: string | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' }) cursor?: string | null;
}

@ArgsType()
export class WorklistArgs {
  @Field(() => String, { defaultValue: 'mine', description: 'mine, team, unassigned or all' }) tab!: string;
  @Field(() => [String], { nullable: true, description: 'Only these kinds.' }) kinds?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'The areas of the team; left out, those of who asks.' }) areas?: string[] | null;
  @Field(() => Int, { defaultValue: 14, description: 'How many days ahead, 0 to 400.' }) horizonDays!: number;
  @Field(() => BusinessDateScalar, { nullable: true, description: 'As if it were this day; left out, today.' }) today?: string | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' }) cursor?: string | null;
  @Field(() => ID, { nullable: true, description: 'The position that a mutation answered: read your own write.' }) after?: string | null;
}
