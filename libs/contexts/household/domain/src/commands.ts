import type { BusinessDate, CommandOf, Domain, Uuid } from '@perspectief/kernel';
import type { ErasureReason, Law, MemberRole, Purpose, SharingBasis } from './words.js';

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
  EraseHousehold: { householdId: Uuid; reason: ErasureReason };
  /** Sent by the platform before a trajectory opens, so that two coaches opening at once get one trajectory. */
  ClaimHousehold: { householdId: Uuid; trajectoryId: Uuid; area: string; source: string };
  /** Sent by the platform when a trajectory closed. */
  ReleaseHousehold: { householdId: Uuid; trajectoryId: Uuid };
}>;

type Named<Type extends HouseholdCommand['type']> = Extract<HouseholdCommand, { type: Type }>;
export type DataOf<Type extends HouseholdCommand['type']> = Named<Type>['data'];
