import { deriveId } from '@perspectief/kernel';
import { runningService, type RunningService } from '../api/running-service.js';

const id = (word: string): string => deriveId('access', word);
const [householdId, trajectoryId, memberId, otherId, groundId] = ['household', 'trajectory', 'member', 'other', 'ground'].map(id) as [string, string, string, string, string];
const put = { municipality: 'groningen', area: 'beijum' };

let service: RunningService;

const send = async (type: string, input: object, actor = 'coach-1'): Promise<Record<string, unknown>> =>
  (await service.send(type, input, { happenedOn: '2025-01-10', actor })).result ?? {};
const did = async (type: string, input: object, actor = 'coach-1'): Promise<void> => {
  const result = await send(type, input, actor);
  if (result['__typename'] !== 'Accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
};
const page = async (actor: string): Promise<Record<string, never>> => {
  const { body } = await service.ask(
    `{ page: trajectory(id: "${trajectoryId}") { __typename ... on Trajectory { id applications { law } needs { domain description } clocks { law }
        stories { text } debts { creditor } debtSums { open } plan { goals { wish } } lifeAreas { score } tandem { phase } closed { part reason } } } }`,
    {},
    actor,
  );
  return (body.data as unknown as { page: Record<string, never> }).page;
};
const household = async (actor: string): Promise<Record<string, unknown>> => {
  const { body } = await service.ask(`{ page: household(id: "${householdId}") { __typename ... on Household { name address members { name age } } } }`, {}, actor);
  return (body.data as unknown as { page: Record<string, unknown> }).page;
};

beforeAll(async () => {
  service = await runningService();
  for (const [person, role] of [
    ['coach-2', 'neighbourhood-coach'], ['counsellor-1', 'debt-counsellor'], ['expert-1', 'experience-expert'], ['officer-1', 'privacy-officer'],
    ['mother', 'household-member'], ['father', 'household-member'],
  ] as const)
    await service.platform.directory.put({ id: person, name: person, role, ...put, ...(role === 'experience-expert' && { qualification: 'certified', secrecySignedOn: '2020-01-01', conductCertificateOn: '2020-01-01', capacity: 4 }) });
  await did('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' });
  for (const [member, name] of [[memberId, 'Moeder'], [otherId, 'Vader']]) await did('AddMember', { householdId, memberId: member, role: 'adult', name, birthDate: '1980-01-01', from: '2025-01-01' });
  await did('GiveMemberAccess', { householdId, memberId, personId: 'mother' });
  await did('GiveMemberAccess', { householdId, memberId: otherId, personId: 'father' });
  await did('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
  await did('AssignCoach', { trajectoryId, coachId: 'coach-1' });
  await did('ReceiveApplication', { trajectoryId, applicationId: id('debt-help'), law: 'schuldhulp', kind: 'debt-help' });
  await did('ReceiveApplication', { trajectoryId, applicationId: id('youth'), law: 'jeugd', kind: 'youth-provision' });
  await did('IdentifyNeed', { trajectoryId, needId: id('need'), domain: 'jeugd', description: 'angst' });
  await did('RegisterDebt', { trajectoryId, debtId: id('debt'), creditor: 'verhuurder', claim: '10.00', rank: 'concurrent', treatment: 'included', kind: 'housing' });
  await did('TellStory', { trajectoryId, storyId: id('mother'), text: 'alleen tegen coach-1 gezegd', visibleTo: ['coach-1'] }, 'mother');
  await did('TellStory', { trajectoryId, storyId: id('shared'), text: 'voor de schuldhulp', visibleTo: ['debt-counsellor'] });
}, 120_000);
afterAll(() => service.close());

test('a coach who opens a trajectory commands it at once: no read model has to catch up', async () => {
  const fresh = { householdId: id('fresh'), trajectoryId: id('fresh trajectory') };
  await did('RegisterHousehold', { householdId: fresh.householdId, municipality: 'groningen', area: 'beijum', name: 'Nieuw', address: 'Straat 2' });
  await did('OpenTrajectory', { ...fresh, area: 'beijum', source: 'self' });
  expect(await send('AssignCoach', { trajectoryId: fresh.trajectoryId, coachId: 'coach-1' })).toMatchObject({ __typename: 'Accepted' });
});

test('of youth the counsellor sees that support is in place, not why; until a ground opens it, and at once no more when it is withdrawn', async () => {
  const before = await page('counsellor-1');
  expect(before).toMatchObject({ applications: [{ law: 'schuldhulp' }], needs: [], debts: [{ creditor: 'verhuurder' }], plan: null, lifeAreas: [], tandem: null });
  expect(before['closed']).toContainEqual({ part: 'jeugd', reason: 'support-in-place' });
  await did('RecordSharingGround', { householdId, groundId, law: 'schuldhulp', purpose: 'one-plan', ground: 'consent', domains: ['jeugd'] });
  expect(await page('counsellor-1')).toMatchObject({ needs: [{ domain: 'jeugd', description: 'angst' }] });
  await did('WithdrawSharingGround', { householdId, groundId });
  expect(await page('counsellor-1')).toMatchObject({ needs: [] });
});

test('what one adult shared with one person alone is for that person alone', async () => {
  const told = async (actor: string): Promise<unknown> => ((await page(actor)) as unknown as { stories: unknown }).stories;
  expect(await told('coach-1')).toEqual([{ text: 'alleen tegen coach-1 gezegd' }, { text: 'voor de schuldhulp' }]);
  expect(await told('coach-2')).toEqual([{ text: 'voor de schuldhulp' }]);
  expect(await told('counsellor-1')).toEqual([{ text: 'voor de schuldhulp' }]);
  expect(await told('mother')).toEqual([{ text: 'alleen tegen coach-1 gezegd' }]);
  expect(await told('father')).toEqual([]);
});

test('a member corrects the own story alone', async () => {
  expect(await send('CorrectStory', { trajectoryId, storyId: id('mother'), text: 'anders' }, 'father')).toMatchObject({ code: 'UNKNOWN_TRAJECTORY' });
  await did('CorrectStory', { trajectoryId, storyId: id('mother'), text: 'alleen tegen coach-1 gezegd' + '.' }, 'mother');
});

test('an expert finds the household when it said yes to the tandem, and sees no debts, amounts or scores', async () => {
  await did('ProposeTandem', { trajectoryId, tandemId: id('tandem'), coachId: 'coach-1', expertId: 'expert-1' });
  expect(await page('expert-1')).toMatchObject({ __typename: 'NotFound' });
  await did('AcceptTandem', { trajectoryId }, 'mother');
  await service.platform.projections.catchUp();
  expect(await page('expert-1')).toMatchObject({ id: trajectoryId, debts: [], debtSums: null, lifeAreas: [], tandem: { phase: 'running' }, clocks: [] });
  await did('EndTandem', { trajectoryId, reason: 'genoeg' }, 'father');
  expect(await page('expert-1')).toMatchObject({ __typename: 'NotFound' });
});

test('a member who leaves reads the page no more', async () => {
  expect(await household('father')).toMatchObject({ name: 'Gezin', members: [{ age: expect.any(Number) as number }, { age: expect.any(Number) as number }] });
  await did('LeaveHousehold', { householdId, memberId: otherId, on: '2025-01-10', reason: 'verhuisd' });
  expect(await household('father')).toMatchObject({ __typename: 'NotFound' });
});

test('emergency access: with a reason, seen by the officer and by the household, and of the whole file', async () => {
  expect(await page('officer-1')).toMatchObject({ __typename: 'NotFound' });
  const query = `mutation ($input: BreakGlassInput!, $commandId: ID!) { result: breakGlass(input: $input, commandId: $commandId) { __typename } }`;
  const reason = 'Melding van geweld vannacht';
  const { body } = await service.ask(query, { input: { householdId, reason }, commandId: id('glass') }, 'officer-1');
  expect(body.data).toMatchObject({ result: { __typename: 'Accepted' } });
  expect(await page('officer-1')).toMatchObject({ id: trajectoryId, debts: [{ creditor: 'verhuurder' }], needs: [{ description: 'angst' }] });
  const list = await service.ask(`{ breakGlasses { ... on BreakGlassConnection { edges { node { householdId personId reason } } } } }`, {}, 'officer-1');
  expect(list.body.data).toMatchObject({ breakGlasses: { edges: [{ node: { householdId, personId: 'officer-1', reason } }] } });
  const log = await service.ask(`{ readerLog(householdId: "${householdId}", first: 100) { ... on VisitConnection { edges { node { personId breakGlass } } } } }`, {}, 'mother');
  expect(log.text).toContain('"breakGlass":true');
  const kept = (await service.platform.database.query('select reason from access.break_glass')) as { reason: string }[];
  expect(kept.map((glass) => glass.reason.includes('geweld'))).toEqual([false]);
});

test('after three hours the glass is whole again', async () => {
  await service.platform.database.query(`update access.break_glass set ends_at = now()`);
  expect(await page('officer-1')).toMatchObject({ __typename: 'NotFound' });
});

test('a restricted household is found by the named and by who lives there; nobody else knows of it, by id or in a list', async () => {
  await did('RestrictHousehold', { householdId, named: ['coach-2'], reason: 'veilig adres' }, 'officer-1');
  expect(await household('coach-1')).toMatchObject({ __typename: 'NotFound' });
  expect(await page('counsellor-1')).toMatchObject({ __typename: 'NotFound' });
  expect(await household('coach-2')).toMatchObject({ address: 'Straat 1' });
  expect(await household('mother')).toMatchObject({ address: 'Straat 1' });
  expect(await send('SetGoal', { trajectoryId, goalId: id('goal'), wish: 'rust', lifeArea: 'housing', targetDate: '2025-06-01' })).toMatchObject({ code: 'UNKNOWN_TRAJECTORY' });
  await service.platform.projections.catchUp();
  const lists = `{ households { ... on HouseholdConnection { totalCount edges { node { id } } } } worklist(tab: "all", horizonDays: 400) { ... on WorklistConnection { edges { node { trajectoryId } } } } }`;
  const theirs = await service.ask(lists, {}, 'coach-1');
  expect([householdId, trajectoryId].filter((one) => theirs.text.includes(one))).toEqual([]);
  expect((await service.ask(lists, {}, 'coach-2')).text).toContain(householdId);
  await did('LiftRestriction', { householdId }, 'officer-1');
  expect(await household('coach-1')).toMatchObject({ address: 'Straat 1' });
});
