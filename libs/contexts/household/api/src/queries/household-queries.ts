import { Args, ArgsType, Context, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import {
  BusinessDateScalar,
  connected,
  faultIn,
  faultInCursor,
  faultInMoments,
  invalidInput,
  MomentScalar,
  momentsIn,
  notFound,
  notYet,
  placeIn,
  withinOf,
  type EdgeContext,
  type OtherAnswer,
} from '@perspectief/edge';
import { Households } from '@perspectief/household-read';
import { isUuid } from '@perspectief/kernel';
import { ReadGate } from '@perspectief/runtime';
import { HouseholdResult, HouseholdsResult } from './household-shown.js';

const READ_OWN_WRITE = 'The position that a mutation answered: read your own write.';

@ArgsType()
export class HouseholdArgs {
  @Field(() => ID) id!: string;
  @Field(() => BusinessDateScalar, { nullable: true, description: 'As it was at the end of this day.' }) asOf?: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'As it was known at this moment; a bare day is its end.' }) knownAt?: string | null;
  @Field(() => ID, { nullable: true, description: READ_OWN_WRITE }) after?: string | null;
}

@ArgsType()
export class HouseholdsArgs {
  @Field(() => [String], { nullable: true, description: 'Only households that live there.' }) areas?: string[] | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' }) cursor?: string | null;
  @Field(() => ID, { nullable: true, description: READ_OWN_WRITE }) after?: string | null;
}

const idAt = (cursor: string | null | undefined): string | undefined => (cursor == null ? undefined : placeIn(cursor, 1)?.[0]);

const faultInCursorOfHouseholds = (cursor: string | null | undefined): OtherAnswer | undefined =>
  faultInCursor(cursor, 1) ?? (cursor != null && !isUuid(idAt(cursor)) ? invalidInput('cursor', 'isCode') : undefined);

/** Households: one on a day, or all of some areas. */
@Resolver()
export class HouseholdQueries {
  constructor(
    private readonly households: Households,
    private readonly gate: ReadGate,
  ) {}

  @Query(() => HouseholdResult, { name: 'household' })
  async household(@Args() args: HouseholdArgs): Promise<object> {
    const fault = faultIn([['id', args.id, 'isUuid']]) ?? faultInMoments(args) ?? (await this.behind(args.after));
    return fault ?? (await this.households.household(args.id, momentsIn(args))) ?? notFound('UNKNOWN_HOUSEHOLD');
  }

  @Query(() => HouseholdsResult, { name: 'households' })
  async page(@Args() { areas, first, cursor, after }: HouseholdsArgs, @Context() context: EdgeContext): Promise<object> {
    const fault =
      faultIn([
        ['areas', areas, 'isList'],
        ['first', first, 'isWhole'],
      ]) ??
      faultInCursorOfHouseholds(cursor) ??
      (await this.behind(after));
    if (fault) return fault;
    return connected(await this.households.page({ within: withinOf(context), areas: areas ?? undefined, first, cursor: idAt(cursor) }), ({ id }) => [id]);
  }

  private async behind(after: string | null | undefined): Promise<OtherAnswer | undefined> {
    if (after == null) return undefined;
    return faultIn([['after', after, 'isPosition']]) ?? ((await this.gate.reached(['household'], after)) ? undefined : notYet());
  }
}
