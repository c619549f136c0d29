import { event, field, type EventOf, type Recorded } from '@perspectief/kernel';
import { erasableWork, erasureReasons, laws, memberRoles, sharingGrounds } from './words.js';

const { id, day, code, text, personal, oneOf, listOf } = field;

/** Every event of a household, by its stable name. */
export const householdEvents = {
  HouseholdRegistered: event('A household became known.', {
    householdId: id,
    municipality: code,
    area: code,
    name: personal(text),
    address: personal(text),
  }),
  MemberAdded: event('Someone belongs to the household from a day on.', {
    memberId: id,
    role: oneOf(memberRoles),
    name: personal(text),
    birthDate: personal(day),
    bsn: personal(text).optional(),
    from: day,
  }),
  MemberChanged: event('What is known of a member changed or was put right.', {
    memberId: id,
    role: oneOf(memberRoles).optional(),
    name: personal(text).optional(),
    birthDate: personal(day).optional(),
    bsn: personal(text).optional(),
  }),
  MemberLeft: event('Someone no longer belongs to the household from a day on.', {
    memberId: id,
    on: day,
    reason: personal(text),
  }),
  SharingGroundRecorded: event('There is a ground on which laws may share what they know of this household.', {
    groundId: id,
    law: oneOf(laws),
    purpose: code,
    ground: oneOf(sharingGrounds),
    domains: listOf(field.domain),
    validUntil: day.optional(),
  }),
  SharingGroundWithdrawn: event('A ground for sharing was taken back.', { groundId: id }),
  HouseholdMoved: event('The household lives elsewhere from a day on.', { area: code, address: personal(text), on: day }),
  TrajectoryClaimed: event('A trajectory holds the household: no other opens beside it.', {
    trajectoryId: id,
    area: code,
    source: code,
  }),
  TrajectoryReleased: event('The trajectory that held the household let it go.', { trajectoryId: id }),
  MemberAccessGiven: event('A member may read the own page, signed in as this person.', { memberId: id, personId: code }),
  MemberAccessWithdrawn: event('That person no longer reads the page as this member.', { memberId: id, personId: code }),
  HouseholdRestricted: event('Only the named people find the household.', { named: listOf(code), reason: personal(text) }),
  RestrictionLifted: event('The household is found again by everybody whose work it is.', {}),
  LawDataErased: event('What was written of the household in the work of one law is erased.', {
    law: oneOf(erasableWork),
    reason: oneOf(erasureReasons),
  }),
  HouseholdErased: event('Who the household was is erased.', { reason: oneOf(erasureReasons) }),
};

export type HouseholdEvent = EventOf<typeof householdEvents>;
export type EventNamed<Type extends HouseholdEvent['type']> = Recorded<Extract<HouseholdEvent, { type: Type }>>;
