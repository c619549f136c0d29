import { ArgsType, createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Id, kindOf, MaybeId, MaybeMoment, otherAnswers, PageInfo, ShowId, ShowMoment, ShowText, Text } from '@perspectief/edge';
import type { Uuid } from '@perspectief/kernel';

@InputType()
export class BreakGlassInput {
  @Id() householdId!: Uuid;
  @Text({ max: 500, says: 'Why it cannot wait. The household and the privacy officer read it.' }) reason!: string;
}

@InputType()
export class ReviewBreakGlassInput {
  @Id() householdId!: Uuid;
  @Id() glassId!: Uuid;
}

@ObjectType('BreakGlass', { description: 'An emergency access. It ends by itself.' })
export class GlassShown {
  @ShowId() glassId!: string;
  @ShowId() householdId!: string;
  @ShowId() personId!: string;
  @ShowText() role!: string;
  @ShowText() reason!: string;
  @ShowMoment() brokenAt!: string;
  @ShowMoment() endsAt!: string;
  @MaybeId('The officer who looked whether it was right; nobody yet.') reviewedBy!: string | null;
  @MaybeMoment() reviewedAt!: string | null;
}

@ObjectType()
export class BreakGlassEdge {
  @Field(() => GlassShown) node!: GlassShown;
  @Field(() => String) cursor!: string;
}

/** Without a count: the list is read from the newest. */
@ObjectType()
export class BreakGlassConnection {
  @Field(() => [BreakGlassEdge]) edges!: readonly BreakGlassEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int, { description: 'How many wait for an officer, on whatever page.' }) toReview!: number;
}

export const BreakGlassesResult = createUnionType({
  name: 'BreakGlassesResult',
  types: () => [BreakGlassConnection, ...otherAnswers] as const,
  resolveType: kindOf(BreakGlassConnection),
});

@ArgsType()
export class BreakGlassesArgs {
  @Field(() => Int, { defaultValue: 50, description: '1 to 200.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' }) cursor?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only those that no officer looked at yet.' }) toReview!: boolean;
}

@ObjectType({ description: 'Somebody took emergency access, or an officer looked at one: read the list again.' })
export class BreakGlassesChange {
  @MaybeId('Always null: the list is no read model of the log.') position!: string | null;
}

