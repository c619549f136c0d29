import { accept, refuse, unless, type CommandMeta, type Decision } from '@perspectief/kernel';
import { access } from './access.js';
import type { DataOf, HouseholdCommand } from './commands.js';
import type { HouseholdContext } from './context.js';
import type { HouseholdEvent } from './events.js';
import type { HouseholdRefusal } from './refusals.js';
import { bsnIsValid, groundOf, memberIsKnown, memberIsPresent, memberOf } from './rules.js';
import type { Member, RegisteredHousehold } from './state.js';

export type HouseholdDecision = Decision<HouseholdEvent, HouseholdRefusal>;
export type Later = Exclude<HouseholdCommand['type'], 'RegisterHousehold'>;
export type Handlers = {
  readonly [Type in Later]: (data: DataOf<Type>, household: RegisteredHousehold, context: HouseholdContext, meta: CommandMeta) => HouseholdDecision;
};

const saysNothingNew = (member: Member, { name, birthDate, bsn, role }: DataOf<'ChangeMember'>): boolean =>
  (name === undefined || name === member.name) &&
  (birthDate === undefined || birthDate === member.birthDate) &&
  (bsn === undefined || bsn === member.bsn) &&
  (role === undefined || role === member.role);

/** Held by a trajectory, as far as known: a closed one no longer holds, even where its release is still under way. */
const held = ({ claim }: RegisteredHousehold, { claimIsVoid }: HouseholdContext): boolean => claim.phase === 'claimed' && !claimIsVoid;

const members: Pick<Handlers, 'AddMember' | 'ChangeMember' | 'LeaveHousehold'> = {
  AddMember: ({ householdId: _, ...data }, household) =>
    unless(
      [memberOf(household, data.memberId) && { code: 'MEMBER_EXISTS', field: 'memberId' }, bsnIsValid(data.bsn)],
      () => [{ type: 'MemberAdded', data }],
    ),

  ChangeMember: ({ householdId, ...data }, household) => {
    const member = memberOf(household, data.memberId);
    return unless(
      [
        memberIsKnown(member),
        bsnIsValid(data.bsn),
        memberIsPresent(member),
        member && saysNothingNew(member, { householdId, ...data }) && { code: 'OUT_OF_ORDER' },
      ],
      () => [{ type: 'MemberChanged', data }],
    );
  },

  LeaveHousehold: ({ memberId, on, reason }, household) => {
    const member = memberOf(household, memberId);
    return unless(
      [memberIsKnown(member), memberIsPresent(member), member && on < member.from && { code: 'OUT_OF_ORDER', field: 'on' }],
      () => [{ type: 'MemberLeft', data: { memberId, on, reason } }],
    );
  },
};

const sharing: Pick<Handlers, 'RecordSharingGround' | 'WithdrawSharingGround'> = {
  RecordSharingGround: ({ householdId: _, domains, ...data }, household) =>
    groundOf(household, data.groundId)
      ? refuse('GROUND_EXISTS', { field: 'groundId' })
      : accept({ type: 'SharingGroundRecorded', data: { ...data, domains: [...domains] } }),

  WithdrawSharingGround: ({ groundId }, household) => {
    const ground = groundOf(household, groundId);
    return unless(
      [!ground && { code: 'UNKNOWN_GROUND', field: 'groundId' }, ground?.phase === 'withdrawn' && { code: 'OUT_OF_ORDER' }],
      () => [{ type: 'SharingGroundWithdrawn', data: { groundId } }],
    );
  },
};

export const handlers: Handlers = {
  ...members,
  ...sharing,
  ...access,

  MoveHousehold: ({ area, address, on }, { residences }) =>
    residences.some((known) => known.area === area && known.address === address && known.from === on)
      ? refuse('OUT_OF_ORDER')
      : accept({ type: 'HouseholdMoved', data: { area, address, on } }),

  EraseLawData: ({ law, reason }, household, context) =>
    unless(
      [held(household, context) && { code: 'TRAJECTORY_OPEN' }, household.erasedLaws[law] === household.trajectories.length && { code: 'OUT_OF_ORDER' }],
      () => [{ type: 'LawDataErased', data: { law, reason } }],
    ),

  EraseHousehold: ({ reason }, household, context) =>
    held(household, context) ? refuse('TRAJECTORY_OPEN') : accept({ type: 'HouseholdErased', data: { reason } }),

  ClaimHousehold: ({ trajectoryId, area, source }, household, context) => {
    const { claim } = household;
    if (claim.phase === 'claimed' && claim.trajectoryId === trajectoryId) return accept();
    return held(household, context)
      ? refuse('HOUSEHOLD_HAS_OPEN_TRAJECTORY', { field: 'householdId' })
      : accept({ type: 'TrajectoryClaimed', data: { trajectoryId, area, source } });
  },

  ReleaseHousehold: ({ trajectoryId }, { claim }) =>
    claim.phase === 'claimed' && claim.trajectoryId === trajectoryId
      ? accept({ type: 'TrajectoryReleased', data: { trajectoryId } })
      : accept(),
};
