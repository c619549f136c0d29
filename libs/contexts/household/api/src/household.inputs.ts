import { InputType } from '@nestjs/graphql';
import { Choice, Choices, Code, Codes, Day, Id, inputsOf, PersonId, Text } from '@perspectief/edge';
import { erasableWork, erasureReasons, laws, memberRoles, sharingGrounds } from '@perspectief/household-domain';
import type { ErasableWork, ErasureReason, HouseholdCommand, Law, MemberRole, Purpose, SharingBasis } from '@perspectief/household-domain';
import { domains, type BusinessDate, type Domain, type Uuid } from '@perspectief/kernel';

@InputType({ isAbstract: true })
abstract class OnHousehold {
  @Id() householdId!: Uuid;
}

@InputType()
export class RegisterHouseholdInput extends OnHousehold {
  @Code() municipality!: string;
  @Code() area!: string;
  @Code() name!: string;
  @Text({ max: 400 }) address!: string;
}

@InputType()
export class AddMemberInput extends OnHousehold {
  @Id() memberId!: Uuid;
  @Choice(memberRoles) role!: MemberRole;
  @Code() name!: string;
  @Day() birthDate!: BusinessDate;
  @Code({ optional: true }) bsn?: string;
  @Day() from!: BusinessDate;
}

@InputType()
export class ChangeMemberInput extends OnHousehold {
  @Id() memberId!: Uuid;
  @Code({ optional: true }) name?: string;
  @Day({ optional: true }) birthDate?: BusinessDate;
  @Code({ optional: true }) bsn?: string;
  @Choice(memberRoles, { optional: true }) role?: MemberRole;
}

@InputType()
export class LeaveHouseholdInput extends OnHousehold {
  @Id() memberId!: Uuid;
  @Day() on!: BusinessDate;
  @Text() reason!: string;
}

@InputType()
export class RecordSharingGroundInput extends OnHousehold {
  @Id() groundId!: Uuid;
  @Choice(laws) law!: Law;
  @Code({ says: 'Such as one-plan, crisis, debt-help, pooled-spending or aftercare.' }) purpose!: Purpose;
  @Choice(sharingGrounds) ground!: SharingBasis;
  @Choices(domains) domains!: Domain[];
  @Day({ optional: true, says: 'Last day.' }) validUntil?: BusinessDate;
}

@InputType()
export class WithdrawSharingGroundInput extends OnHousehold {
  @Id() groundId!: Uuid;
}

@InputType()
export class MoveHouseholdInput extends OnHousehold {
  @Code() area!: string;
  @Text({ max: 400 }) address!: string;
  @Day() on!: BusinessDate;
}

@InputType()
export class GiveMemberAccessInput extends OnHousehold {
  @Id() memberId!: Uuid;
  @PersonId({ says: 'Of the directory: under which the member signs in.' }) personId!: string;
}

@InputType()
export class WithdrawMemberAccessInput extends OnHousehold {
  @Id() memberId!: Uuid;
}

@InputType()
export class RestrictHouseholdInput extends OnHousehold {
  @Codes({ says: 'Ids of the people in the directory who alone find the household.' }) named!: string[];
  @Text() reason!: string;
}

@InputType()
export class LiftRestrictionInput extends OnHousehold {}

@InputType()
export class EraseLawDataInput extends OnHousehold {
  @Choice(erasableWork, { says: 'What was written in this work alone.' }) law!: ErasableWork;
  @Choice(['retention-ended']) reason!: 'retention-ended';
}

@InputType()
export class EraseHouseholdInput extends OnHousehold {
  @Choice(erasureReasons) reason!: ErasureReason;
}

/** What the platform alone may send, before a trajectory opens and after it closed. */
export const internalHouseholdCommands = ['ClaimHousehold', 'ReleaseHousehold'] as const satisfies readonly HouseholdCommand['type'][];

/** Every command of a household that may come from outside. */
export const householdInputs = inputsOf<HouseholdCommand, (typeof internalHouseholdCommands)[number]>()({
  RegisterHousehold: RegisterHouseholdInput,
  AddMember: AddMemberInput,
  ChangeMember: ChangeMemberInput,
  LeaveHousehold: LeaveHouseholdInput,
  RecordSharingGround: RecordSharingGroundInput,
  WithdrawSharingGround: WithdrawSharingGroundInput,
  MoveHousehold: MoveHouseholdInput,
  GiveMemberAccess: GiveMemberAccessInput,
  WithdrawMemberAccess: WithdrawMemberAccessInput,
  RestrictHousehold: RestrictHouseholdInput,
  LiftRestriction: LiftRestrictionInput,
  EraseLawData: EraseLawDataInput,
  EraseHousehold: EraseHouseholdInput,
});
