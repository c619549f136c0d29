import { isBsn } from './bsn.js';
import type { DataOf, HouseholdCommand } from './commands.js';
import { ageOn, membersOn } from './membership.js';
import type { HouseholdState } from './state.js';
import { HOUSEHOLD, idOf, registered, scenario } from './testing/scenario.js';

const householdId = HOUSEHOLD;
const parent = { memberId: idOf(10), role: 'adult', name: 'Ouder M', birthDate: '1987-05-03', bsn: '111222333', from: '2023-11-27' } as const;
const child = { memberId: idOf(11), role: 'child', name: 'Kind 1', birthDate: '2008-08-14', from: '2023-11-27' } as const;
const add = (member: Omit<DataOf<'AddMember'>, 'householdId'>): HouseholdCommand => ({
  type: 'AddMember',
  data: { householdId, ...member },
});
const change = (changes: Omit<DataOf<'ChangeMember'>, 'householdId' | 'memberId'>, memberId = parent.memberId): HouseholdCommand => ({
  type: 'ChangeMember',
  data: { householdId, memberId, ...changes },
});
const leave = (on: string, memberId = child.memberId): HouseholdCommand => ({
  type: 'LeaveHousehold',
  data: { householdId, memberId, on, reason: 'woont nu bij vader' },
});

describe('adding a member', () => {
  scenario('an adult with a valid BSN belongs to the household')
    .after(registered)
    .when('2023-11-27T09:05', add(parent))
    .then({ type: 'MemberAdded', data: parent });
  scenario('a child without a BSN belongs to it too')
    .after(registered)
    .when('2023-11-27T09:06', add(child))
    .then({ type: 'MemberAdded', data: child });
  scenario('a BSN with a typing error is refused')
    .after(registered)
    .when('2023-11-27T09:08', add({ ...parent, bsn: '111222334' }))
    .refused('INVALID_BSN', { field: 'bsn' });
  scenario('the id of a member is used once')
    .after(registered, ['2023-11-27T09:05', add(parent)])
    .when('2023-11-27T09:06', add({ ...child, memberId: parent.memberId }))
    .refused('MEMBER_EXISTS');
  scenario('the id of who left is not used again')
    .after(registered, ['2023-11-28', add(child)], ['2024-02-01', leave('2024-02-01')])
    .when('2024-03-01', add(child))
    .refused('MEMBER_EXISTS');
  scenario('a household that nobody registered has no members').when('2023-11-28', add(parent)).refused('UNKNOWN_HOUSEHOLD');
  scenario('a member of tomorrow is not added today')
    .after(registered)
    .when('2023-11-29', add({ ...parent, bsn: '111222334' }), { now: '2023-11-28' })
    .refused('IN_THE_FUTURE', { field: 'happenedOn' });
});

describe('changing a member', () => {
  const withParent = (title: string) => scenario(title).after(registered, ['2023-11-27T09:05', add(parent)]);

  withParent('a name is put right')
    .when('2023-12-01', change({ name: 'Ouder M.' }))
    .then({ type: 'MemberChanged', data: { memberId: parent.memberId, name: 'Ouder M.' } });
  withParent('what is not named stays')
    .when('2023-12-01', change({ name: 'Ouder M.' }))
    .thenState((state: HouseholdState) => membersOn(state, '2023-12-01'), [{ phase: 'present', ...parent, name: 'Ouder M.' }]);
  withParent('somebody else is unknown').when('2023-12-01', change({ name: 'X' }, idOf(99))).refused('UNKNOWN_MEMBER');
  withParent('a BSN passes the eleven test here too').when('2023-12-01', change({ bsn: '123456789' })).refused('INVALID_BSN');
  withParent('what stands is not repeated').when('2023-12-01', change({ name: parent.name, bsn: parent.bsn })).refused('OUT_OF_ORDER');
  scenario('who left is not changed any more')
    .after(registered, ['2023-11-27T09:05', add(child)], ['2024-02-01', leave('2024-02-01')])
    .when('2024-02-02', change({ name: 'Kind Een' }, child.memberId))
    .refused('MEMBER_LEFT');
});

describe('leaving the household', () => {
  const withBoth = (title: string) => scenario(title).after(registered, ['2023-11-27T09:05', add(parent)], ['2023-11-27T09:06', add(child)]);

  withBoth('a child leaves on a day, with a reason')
    .when('2024-02-01', leave('2024-02-01'))
    .then({ type: 'MemberLeft', data: { memberId: child.memberId, on: '2024-02-01', reason: 'woont nu bij vader' } });
  withBoth('until that day the child belonged to it')
    .when('2024-02-05', leave('2024-02-01'))
    .thenState(
      (state: HouseholdState) => ['2023-11-26', '2024-01-31', '2024-02-01'].map((day) => membersOn(state, day).length),
      [0, 2, 1],
    );
  withBoth('a stranger does not leave').when('2024-02-01', leave('2024-02-01', idOf(99))).refused('UNKNOWN_MEMBER');
  withBoth('nobody leaves before coming').when('2024-02-01', leave('2023-11-26')).refused('OUT_OF_ORDER');
  scenario('nobody leaves twice')
    .after(registered, ['2023-11-27T09:06', add(child)], ['2024-02-01', leave('2024-02-01')])
    .when('2024-02-02', leave('2024-02-02'))
    .refused('MEMBER_LEFT');
});

test.each([
  ['111222333', true],
  ['123456782', true],
  ['111222334', false],
  ['000000000', false],
  ['11122233', false],
  ['1112223330', false],
  ['11122233a', false],
])('the eleven test says of %s: %s', (text, valid) => expect(isBsn(text)).toBe(valid));

test.each([
  ['2008-08-14', '2024-08-13', 15],
  ['2008-08-14', '2024-08-14', 16],
  ['2008-02-29', '2025-02-28', 16],
  ['2008-02-29', '2025-03-01', 17],
])('who was born on %s is on %s %d years old', (birthDate, day, age) => expect(ageOn(birthDate, day)).toBe(age));
