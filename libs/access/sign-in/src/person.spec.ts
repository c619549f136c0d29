import { recognise, RememberedPeople, type KnownPerson } from './person.js';
import { isSignInRefusal, signInRefusals, statusOf, told } from './refusals.js';

const coach: KnownPerson = { id: 'coach-1', role: 'neighbourhood-coach', name: 'Coach 1' };
const claimed = { personId: 'coach-1', roles: ['neighbourhood-coach', 'offline_access'] };

test('who is known and has the role is let in', () => expect(recognise(coach, claimed)).toEqual({ person: coach }));
test('who is not known is not', () => expect(recognise(undefined, claimed)).toEqual({ refused: 'PERSON_UNKNOWN' }));
test('who left the service is not', () => expect(recognise({ ...coach, active: false }, claimed)).toEqual({ refused: 'PERSON_UNKNOWN' }));
test('who has other roles alone is not', () =>
  expect(recognise(coach, { ...claimed, roles: ['administrator'] })).toEqual({ refused: 'ROLE_MISSING' }));

test('somebody who left is out after ten seconds', async () => {
  let now = 0;
  let person = coach;
  const people = new RememberedPeople({ find: async () => [person] }, () => now);
  expect(await people.find('coach-1')).toBe(coach);
  person = { ...coach, active: false };
  now = 9_999;
  expect(await people.find('coach-1')).toBe(coach);
  now = 10_001;
  expect(await people.find('coach-1')).toBe(person);
});

test('somebody who left is out at once where the directory tells of it, also while it was asked', async () => {
  let person = coach;
  const people = new RememberedPeople({ find: async () => [person] }, () => 0);
  await people.find('coach-1');
  people.forget();
  const meanwhile = people.find('coach-1');
  people.forget();
  person = { ...coach, active: false };
  await meanwhile;
  expect(await people.find('coach-1')).toBe(person);
  person = coach;
  people.forget();
  expect(await people.find('coach-1')).toBe(coach);
});

test('signing in again helps with 401, not with 403', () => {
  expect(signInRefusals.map((code) => [code, statusOf(code)])).toEqual([
    ['NOT_SIGNED_IN', 401],
    ['TOKEN_EXPIRED', 401],
    ['TOKEN_INVALID', 401],
    ['ROLE_MISSING', 403],
    ['PERSON_UNKNOWN', 403],
    ['SIGN_IN_FAILED', 401],
    ['CROSS_SITE_REQUEST', 403],
  ]);
});

test.each(signInRefusals)('%s says why in two languages', (code) => {
  expect(told(code)).toEqual({ code, sentence: { nl: expect.stringMatching(/^[A-Z].+\.$/) as string, en: expect.stringMatching(/^[A-Z].+\.$/) as string } });
  expect(isSignInRefusal(code)).toBe(true);
});
