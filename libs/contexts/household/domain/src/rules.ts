import type { Refusal, Uuid } from '@perspectief/kernel';
import { isBsn } from './bsn.js';
import type { HouseholdRefusal } from './refusals.js';
import type { Member, RegisteredHousehold, SharingGround } from './state.js';

export type Objection = Refusal<HouseholdRefusal> | false;

export const memberOf = (household: RegisteredHousehold, memberId: Uuid): Member | undefined =>
  household.members.find((member) => member.memberId === memberId);

export const groundOf = (household: RegisteredHousehold, groundId: Uuid): SharingGround | undefined =>
  household.grounds.find((ground) => ground.groundId === groundId);

export const bsnIsValid = (bsn: string | undefined): Objection =>
  bsn !== undefined && !isBsn(bsn) && { code: 'INVALID_BSN', field: 'bsn' };

export const memberIsKnown = (member: Member | undefined): Objection => !member && { code: 'UNKNOWN_MEMBER', field: 'memberId' };

export const memberIsPresent = (member: Member | undefined): Objection =>
  member?.phase === 'left' && { code: 'MEMBER_LEFT', field: 'memberId' };
