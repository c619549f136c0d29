import type { BusinessDate, CommandOf, Domain, Uuid } from '@perspectief/kernel';
import type { ErasableWork, ErasureReason, Law, MemberRole, Purpose, SharingBasis } from './words.js';

export type HouseholdCommand = CommandOf<{
  RegisterHousehold: { householdId: Uuid; municipality: string; area: string; name: string; address: string };
  AddMember: {
    householdId: Uuid;
    memberId: Uuid;
    role: MemberRole;
    name: string;
    birthDate: BusinessDate;
    bsn?: string;
    from: BusinessDate;
  };
  ChangeMember: { householdId: Uuid; memberId: Uuid; name?: string; birthDate?: BusinessDate; bsn?: string; role?: MemberRole };
  LeaveHousehold: { householdId: Uuid; memberId: Uuid; on: BusinessDate; reason: string };
  RecordSharingGround: {
    householdId: Uuid;
    groundId: Uuid;
    law: Law;
    purpose: Purpose;
    ground: SharingBasis;
    domains: readonly Domain[];
    validUntil?: BusinessDate;
  };
  WithdrawSharingGround: { householdId: Uuid; groundId: Uuid };
  MoveHousehold: { householdId: Uuid; area: string; address: string; on: BusinessDate };
  /** A member of 16 or over signs in as this person of the directory. */
  GiveMemberAccess: { householdId: Uuid; memberId: Uuid; personId: string };
  WithdrawMemberAccess: { householdId: Uuid; memberId: Uuid };
  /** From now on these people alone find the household: staff, or a safe address. */
  RestrictHousehold: { householdId: Uuid; named: readonly string[]; reason: string };
  LiftRestriction: { householdId: Uuid };
  /** What was written in the work of one law, or of the tandem, alone; the rest stays. */
  EraseLawData: { householdId: Uuid; law: ErasableWork; reason: 'retention-ended' };
  EraseHousehold: { householdId: Uuid; reason: ErasureReason };
  /** Sent by the platform before a trajectory opens, so that two coaches opening at once get one trajectory. */
  ClaimHousehold: { householdId: Uuid; trajectoryId: Uuid; area: string; source: string };
  /** Sent by the platform when a trajectory closed. */
  ReleaseHousehold: { householdId: Uuid; trajectoryId: Uuid };
}>;

type Named<Type extends HouseholdCommand['type']> = Extract<HouseholdCommand, { type: Type }>;
export type DataOf<Type extends HouseholdCommand['type']> = Named<Type>['data'];
