import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, createUnionType, Field, Float, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Platform, RetentionDue } from '@perspectief/assembly';
import { Directory } from '@perspectief/directory';
import { connected, connectionOf, faultIn, faultInCursor, kindOf, otherAnswers, placeIn, ShowDay, ShowId, ShowText, type EdgeContext } from '@perspectief/edge';
import { dayOfMoment } from '@perspectief/kernel';
import { PLATFORM } from '../tokens.js';
import { personOf } from './person.js';

@ObjectType({ description: 'A number of the law that says how long.' })
export class RetentionRule {
  @ShowId('Id of the parameter, as in docs/reference/law.md.') id!: string;
  @Field(() => Float) years!: number;
  @ShowText('How sure the number is: sure, likely or verify.') confidence!: string;
}

@ObjectType('RetentionDue', { description: 'Work of one household that may be erased. Nothing goes by itself.' })
export class RetentionDueShown {
  @ShowId() householdId!: string;
  @ShowText('jeugd, wmo, participatiewet, schuldhulp or tandem: erase that alone; household: erase the household.') what!: string;
  @ShowDay() lastClosedOn!: string;
  @ShowDay() dueOn!: string;
  @Field(() => [RetentionRule]) rules!: readonly RetentionRule[];
}

export const RetentionDueConnection = connectionOf(RetentionDueShown, 'RetentionDue');
const RetentionDueResult = createUnionType({
  name: 'RetentionDueResult',
  types: () => [RetentionDueConnection, ...otherAnswers] as const,
  resolveType: kindOf(RetentionDueConnection),
});

@ArgsType()
export class RetentionDueArgs {
  @Field(() => Int, { defaultValue: 50, description: '1 to 200.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'endCursor of the page before.' }) cursor?: string | null;
}

const placeOf = ({ dueOn, householdId, what }: RetentionDue): readonly string[] => [dueOn, householdId, what];

/** What may be erased in the officer's municipality, longest due first. */
@Resolver()
export class RetentionDueQuery {
  constructor(
    @Inject(PLATFORM) private readonly platform: Pick<Platform, 'retention'>,
    private readonly directory: Directory,
  ) {}

  @Query(() => RetentionDueResult, { name: 'retentionDue', description: 'Whose retention has ended. A privacy officer decides, with eraseLawData or eraseHousehold.' })
  async retentionDue(@Args() { first, cursor }: RetentionDueArgs, @Context() context: EdgeContext): Promise<object> {
    const fault = faultIn([['first', first, 'isWhole']]) ?? faultInCursor(cursor, 3);
    if (fault) return fault;
    const { municipality } = await personOf(this.directory, context);
    const keyed = (await this.platform.retention.due(municipality, dayOfMoment(new Date().toISOString()))).map((due) => ({ due, key: placeOf(due).join(' ') }));
    const after = cursor == null ? '' : (placeIn(cursor, 3) ?? []).join(' ');
    const rest = keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).filter(({ key }) => key > after);
    return connected({ items: rest.slice(0, first).map(({ due }) => due), hasNext: rest.length > first, total: keyed.length }, placeOf);
  }
}
