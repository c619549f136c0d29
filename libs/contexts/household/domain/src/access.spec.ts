import type { HouseholdCommand } from './commands.js';
import { HOUSEHOLD, idOf, registered, scenario } from './testing/scenario.js';

const householdId = HOUSEHOLD;
const parent = idOf(10);
const youngest = idOf(11);
const eldest = idOf(12);
type Step = readonly [on: string, command: HouseholdCommand];

const member = (memberId: string, birthDate: string, role: 'adult' | 'child'): Step => [
  '2023-11-27T09:05',
  { type: 'AddMember', data: { householdId, memberId, role, name: 'Lid', birthDate, from: '2023-11-27' } },
];
const family = [registered, member(parent, '1987-05-03', 'adult'), member(youngest, '2008-08-14', 'child'), member(eldest, '2007-11-28', 'child')] as const;
const give = (memberId: string, personId: string): HouseholdCommand => ({ type: 'GiveMemberAccess', data: { householdId, memberId, personId } });
const withdraw = (memberId: string): HouseholdCommand => ({ type: 'WithdrawMemberAccess', data: { householdId, memberId } });
const restrict = (...named: string[]): HouseholdCommand => ({ type: 'RestrictHousehold', data: { householdId, named, reason: 'werkt bij de gemeente' } });
const lift: HouseholdCommand = { type: 'LiftRestriction', data: { householdId } };

describe('access of members', () => {
  scenario('an adult reads the own page, signed in as a person of the directory')
    .after(...family)
    .when('2023-11-28', give(parent, 'mother'))
    .then({ type: 'MemberAccessGiven', data: { memberId: parent, personId: 'mother' } });
  scenario('on the sixteenth birthday a child may')
    .after(...family)
    .when('2023-11-28', give(eldest, 'son'))
    .then({ type: 'MemberAccessGiven', data: { memberId: eldest, personId: 'son' } });
  scenario('a day before it a child may not')
    .after(...family)
    .when('2023-11-27T10:00', give(eldest, 'son'))
    .refused('TOO_YOUNG_FOR_ACCESS', { field: 'memberId' });
  scenario('one member signs in as one person')
    .after(...family, ['2023-11-28', give(parent, 'mother')])
    .when('2023-11-29', give(parent, 'somebody'))
    .refused('MEMBER_HAS_ACCESS', { field: 'memberId' });
  scenario('giving it twice repeats what stands')
    .after(...family, ['2023-11-28', give(parent, 'mother')])
    .when('2023-11-29', give(parent, 'mother'))
    .refused('OUT_OF_ORDER');
  scenario('who is no member gets none').after(registered).when('2023-11-28', give(parent, 'mother')).refused('UNKNOWN_MEMBER', { field: 'memberId' });
  scenario('it is withdrawn from whom it was given to')
    .after(...family, ['2023-11-28', give(parent, 'mother')])
    .when('2023-11-29', withdraw(parent))
    .then({ type: 'MemberAccessWithdrawn', data: { memberId: parent, personId: 'mother' } });
  scenario('what nobody gave is not withdrawn')
    .after(...family)
    .when('2023-11-29', withdraw(parent))
    .refused('OUT_OF_ORDER');
});

describe('a restricted household', () => {
  scenario('names who alone may find it')
    .after(registered)
    .when('2023-11-28', restrict('coach-1', 'coach-1', 'counsellor-1'))
    .then({ type: 'HouseholdRestricted', data: { named: ['coach-1', 'counsellor-1'], reason: 'werkt bij de gemeente' } });
  scenario('other names may take their place')
    .after(registered, ['2023-11-28', restrict('coach-1')])
    .when('2023-11-29', restrict('coach-2'))
    .then({ type: 'HouseholdRestricted', data: { named: ['coach-2'], reason: 'werkt bij de gemeente' } });
  scenario('the same names repeat what stands')
    .after(registered, ['2023-11-28', restrict('coach-1')])
    .when('2023-11-29', restrict('coach-1'))
    .refused('OUT_OF_ORDER');
  scenario('is found again when the restriction is lifted')
    .after(registered, ['2023-11-28', restrict('coach-1')])
    .when('2023-11-29', lift)
    .then({ type: 'RestrictionLifted', data: {} });
  scenario('cannot be lifted where there is none').after(registered).when('2023-11-29', lift).refused('OUT_OF_ORDER');
});
