import { openPlatform, type Platform } from '@perspectief/assembly';
import { throwAwayDatabase, type ThrowAwayDatabase } from '@perspectief/database/testing';
import { deriveId, ERASED } from '@perspectief/kernel';
import { throwAwayKeys } from '@perspectief/privacy';

let database: ThrowAwayDatabase;
let platform: Platform;
beforeAll(async () => {
  database = await throwAwayDatabase();
  platform = await openPlatform({ databaseUrl: database.url, keys: throwAwayKeys(), poolSize: 5 });
  await platform.directory.put({ id: 'member-anna', municipality: 'groningen', role: 'household-member', name: 'Anna Jansen' });
}, 60_000);
afterAll(async () => {
  await platform.close();
  await database.drop();
});

const id = (word: string): string => deriveId('retention', word);
const [householdId, trajectoryId, memberId] = [id('household'), id('trajectory'), id('member')];
let n = 0;
const does = async (type: string, data: object, happenedOn: string): Promise<void> => {
  const answer = await platform.path.handle({ type, data, commandId: id(`command ${(n += 1)}`), happenedOn, actor: { id: 'coach', role: 'neighbourhood-coach' } });
  if ('refused' in answer) throw new Error(`${type}: ${answer.refused.code} ${answer.refused.field ?? ''}`);
};
const settled = async (): Promise<void> => {
  await platform.projections.catchUp();
  await platform.policies.catchUp();
  await platform.projections.catchUp();
};
const dueBy = async (day: string): Promise<readonly string[]> => (await platform.retention.due('groningen', day)).map(({ what, dueOn }) => `${what} ${dueOn}`);

test('what is due follows from the law of what was written and the day that the last trajectory closed', async () => {
  await does('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin Jansen', address: 'Straat 1' }, '2018-01-08');
  await does('AddMember', { householdId, memberId, role: 'adult', name: 'Anna', birthDate: '1988-03-10', from: '2018-01-01' }, '2018-01-08');
  await does('GiveMemberAccess', { householdId, memberId, personId: 'member-anna' }, '2018-01-08');
  await does('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' }, '2018-01-09');
  await does('RegisterDebt', { trajectoryId, debtId: id('debt'), creditor: 'Woonbedrijf', claim: '100.00', rank: 'concurrent', treatment: 'included', kind: 'housing' }, '2018-01-10');
  await settled();
  expect(await dueBy('2099-01-01')).toEqual([]);
  await does('StopTrajectory', { trajectoryId, reason: 'moved', note: 'Verhuisd' }, '2018-06-01');
  await settled();
  expect(await dueBy('2023-05-31')).toEqual([]);
  expect(await dueBy('2023-06-01')).toEqual(['schuldhulp 2023-06-01', 'household 2023-06-01']);
});

test('the data of a law go alone, after a yes; the rest still reads', async () => {
  await does('EraseLawData', { householdId, law: 'schuldhulp', reason: 'retention-ended' }, '2023-06-02');
  await settled();
  const page = await platform.personalData.open(await platform.pages.trajectory(trajectoryId), () => true);
  expect(JSON.stringify(page)).toContain(ERASED);
  expect(JSON.stringify(page)).not.toContain('Woonbedrijf');
  expect(await platform.personalData.open(await platform.households.household(householdId), () => true)).toMatchObject({ name: 'Gezin Jansen' });
  expect(await dueBy('2099-01-01')).not.toContainEqual(expect.stringContaining('schuldhulp'));
  expect(await platform.directory.find(['member-anna'])).toMatchObject([{ name: 'Anna Jansen' }]);
  expect(await platform.directory.find(['member-anna'])).not.toMatchObject([{ active: false }]);
});

test('with the household go its members’ ways in, and their names', async () => {
  await does('EraseHousehold', { householdId, reason: 'retention-ended' }, '2023-06-03');
  await settled();
  expect(await platform.directory.find(['member-anna'])).toMatchObject([{ active: false, name: ERASED }]);
  expect(await platform.exports.export(householdId, new Date('2030-01-01T00:00:00Z'))).toBeUndefined();
  expect(await dueBy('2099-01-01')).toEqual([]);
});

test('a term that became longer since counts; who the household was stays as long as the longest, on the list of its own municipality', async () => {
  const [second, course] = [id('second household'), id('second trajectory')];
  await does('RegisterHousehold', { householdId: second, municipality: 'groningen', area: 'beijum', name: 'Gezin Smit', address: 'Straat 2' }, '2018-01-08');
  await does('OpenTrajectory', { trajectoryId: course, householdId: second, area: 'beijum', source: 'self' }, '2018-01-09');
  await does('RegisterDebt', { trajectoryId: course, debtId: id('second debt'), creditor: 'Woonbedrijf', claim: '100.00', rank: 'concurrent', treatment: 'included', kind: 'housing' }, '2018-01-10');
  await does('IdentifyNeed', { trajectoryId: course, needId: id('need'), domain: 'jeugd', description: 'angst' }, '2018-01-11');
  await does('StopTrajectory', { trajectoryId: course, reason: 'moved' }, '2018-06-01');
  await settled();
  expect(await dueBy('2099-01-01')).toEqual(['schuldhulp 2023-06-01', 'jeugd 2038-06-01', 'household 2038-06-01']);
  expect(await dueBy('2038-05-31')).toEqual(['schuldhulp 2023-06-01']);
  expect(await platform.retention.due('haarlem', '2099-01-01')).toEqual([]);
});
