import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { ClosedPartShown, connectionOf, kindOf, MaybeCount, MaybeDay, MaybeId, MaybeText, otherAnswers, ShowDay, ShowFlag, ShowId, ShowText, ShowTexts } from '@perspectief/edge';

@ObjectType('HouseholdMember')
export class MemberShown {
  @ShowId() memberId!: string;
  @ShowText('adult or child') role!: string;
  @ShowText() name!: string;
  @MaybeCount('On the day of the page; none for who may not know it.') age?: number;
  @ShowDay() from!: string;
  @MaybeDay() leftOn?: string;
  @ShowFlag('Belongs to the household on the day of the page.') present!: boolean;
}

@ObjectType('SharingGround', { description: 'On what laws may share what they know of this household.' })
export class SharingGroundShown {
  @ShowId() groundId!: string;
  @ShowText() law!: string;
  @ShowText() purpose!: string;
  @ShowText() ground!: string;
  @ShowTexts() domains!: readonly string[];
  @ShowDay() recordedOn!: string;
  @MaybeDay() validUntil?: string;
}

@ObjectType('Residence')
export class ResidenceShown {
  @ShowText() area!: string;
  @ShowText() address!: string;
  @ShowDay() from!: string;
}

@ObjectType('Household')
export class HouseholdShown {
  @ShowId() id!: string;
  @ShowText() municipality!: string;
  @ShowDay('The day that the page is of.') day!: string;
  @ShowFlag('Who it was is erased; nothing else is left.') erased!: boolean;
  @MaybeText() name?: string;
  @MaybeText() area?: string;
  @MaybeText() address?: string;
  @MaybeDay() registeredOn?: string;
  @MaybeId() openTrajectoryId?: string;
  @Field(() => [MemberShown], { description: 'All who belonged to it, also who left.' }) members!: readonly MemberShown[];
  @Field(() => [SharingGroundShown], { description: 'In force on the day of the page.' }) sharingGrounds!: readonly SharingGroundShown[];
  @Field(() => [ResidenceShown], { description: 'Oldest first.' }) residences!: readonly ResidenceShown[];
  @Field(() => [ClosedPartShown], { nullable: true, description: 'What was left out.' }) closed?: readonly ClosedPartShown[];
}

export const HouseholdConnection = connectionOf(HouseholdShown, 'Household');

export const HouseholdResult = createUnionType({
  name: 'HouseholdResult',
  types: () => [HouseholdShown, ...otherAnswers] as const,
  resolveType: kindOf(HouseholdShown),
});

export const HouseholdsResult = createUnionType({
  name: 'HouseholdsResult',
  types: () => [HouseholdConnection, ...otherAnswers] as const,
  resolveType: kindOf(HouseholdConnection),
});
