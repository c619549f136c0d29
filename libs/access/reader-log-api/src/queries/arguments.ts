import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { BusinessDateScalar, faultIn, faultInCursor, faultOutside, type OtherAnswer } from '@perspectief/edge';
import { parseBusinessDate } from '@perspectief/kernel';
import { lookActions, type LookAction, type LooksFilter } from '@perspectief/reader-log';

const PAGE = { defaultValue: 20, description: '1 to 200.' };
const NEXT = { nullable: true, description: 'endCursor of the page before.' };

@ArgsType()
export class ReaderLogArgs {
  @Field(() => ID) householdId!: string;
  @Field(() => Int, PAGE) first!: number;
  @Field(() => String, NEXT) cursor?: string | null;
}

@ArgsType()
export class PeriodArgs {
  @Field(() => BusinessDateScalar, { nullable: true, description: 'First day.' }) from?: string | null;
  @Field(() => BusinessDateScalar, { nullable: true, description: 'Last day, counted.' }) until?: string | null;
}

@ArgsType()
export class DeniedTriesArgs extends PeriodArgs {
  @Field(() => ID, { nullable: true }) householdId?: string | null;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => Int, PAGE) first!: number;
  @Field(() => String, NEXT) cursor?: string | null;
}

@ArgsType()
export class LooksArgs extends DeniedTriesArgs {
  @Field(() => [String], { nullable: true, description: 'read, write, denied, listed, exported, break-glass' }) actions?: string[] | null;
}

@ArgsType()
export class ReaderLogExportArgs extends PeriodArgs {
  @Field(() => ID) householdId!: string;
  @Field(() => String, { defaultValue: 'json', description: 'csv, or json in the shape of Logboek Dataverwerkingen.' }) format!: string;
}

export const faultInPeriod = ({ from, until }: PeriodArgs): OtherAnswer | undefined =>
  faultIn([['from', from, 'isBusinessDate'], ['until', until, 'isBusinessDate']]);

export const faultInLooks = (args: LooksArgs): OtherAnswer | undefined =>
  faultIn([['householdId', args.householdId, 'isUuid'], ['personId', args.personId, 'isCode'], ['first', args.first, 'isWhole']]) ??
  faultOutside('actions', args.actions, lookActions) ??
  faultInPeriod(args) ??
  faultInCursor(args.cursor, 1);

export const filterOf = (args: Partial<LooksArgs>): LooksFilter => ({
  householdId: args.householdId ?? undefined,
  personId: args.personId ?? undefined,
  actions: (args.actions as readonly LookAction[] | null | undefined) ?? undefined,
  from: parseBusinessDate(args.from),
  until: parseBusinessDate(args.until),
});
