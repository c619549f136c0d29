import { accept, dayOf, refuse, unless } from '@perspectief/kernel';
import { parameter } from '@perspectief/law';
import type { Handlers } from './decide.js';
import { ageOn } from './membership.js';
import { memberIsKnown, memberIsPresent, memberOf } from './rules.js';
import type { RegisteredHousehold } from './state.js';

const accessOf = (household: RegisteredHousehold, memberId: string) => household.access.find((access) => access.memberId === memberId);

const sameNames = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  some.size === others.size && [...some].every((name) => others.has(name));

/** Who besides those who help may read the household's page, and who of those who help may not. */
export const access: Pick<Handlers, 'GiveMemberAccess' | 'WithdrawMemberAccess' | 'RestrictHousehold' | 'LiftRestriction'> = {
  GiveMemberAccess: ({ memberId, personId }, household, _context, { happenedOn }) => {
    const member = memberOf(household, memberId);
    const day = dayOf(happenedOn);
    const given = accessOf(household, memberId);
    return unless(
      [
        memberIsKnown(member),
        memberIsPresent(member),
        given?.personId === personId && { code: 'OUT_OF_ORDER' },
        given && { code: 'MEMBER_HAS_ACCESS', field: 'memberId' },
        member && ageOn(member.birthDate, day) < parameter('own-access-age', day).value && { code: 'TOO_YOUNG_FOR_ACCESS', field: 'memberId' },
      ],
      () => [{ type: 'MemberAccessGiven', data: { memberId, personId } }],
    );
  },

  WithdrawMemberAccess: ({ memberId }, household) => {
    const given = accessOf(household, memberId);
    return unless([memberIsKnown(memberOf(household, memberId)), !given && { code: 'OUT_OF_ORDER' }], () =>
      given ? [{ type: 'MemberAccessWithdrawn', data: given }] : [],
    );
  },

  RestrictHousehold: ({ named, reason }, { restriction }) =>
    restriction.phase === 'restricted' && sameNames(new Set(restriction.named), new Set(named))
      ? refuse('OUT_OF_ORDER')
      : accept({ type: 'HouseholdRestricted', data: { named: [...new Set(named)], reason } }),

  LiftRestriction: (_data, { restriction }) =>
    restriction.phase === 'none' ? refuse('OUT_OF_ORDER') : accept({ type: 'RestrictionLifted', data: {} }),
};
