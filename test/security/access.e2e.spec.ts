import { Glasses } from '@perspectief/access-api';
import { groundId, householdId, householdService, id, otherId, put, trajectoryId, type HouseholdService } from './a-household.js';

let service: HouseholdService['service'];
let send: HouseholdService['send'];
let did: HouseholdService['did'];
let page: HouseholdService['page'];

const household = async (actor: string): Promise<Record<string, unknown>> => {
  const { body } = await service.ask(`{ page: household(id: "${householdId}") { __typename ... on Household { name address members { name age } } } }`, {}, actor);
  return (body.data as unknown as { page: Record<string, unknown> }).page;
};

beforeAll(async () => {
  ({ service, send, did, page } = await householdService());
}, 120_000);
afterAll(() => service?.close());

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
  expect(await told('father')).toEqual([{ text: 'alleen tegen oom gezegd' }]);
});

test('a member corrects the own story alone', async () => {
  expect(await send('CorrectStory', { trajectoryId, storyId: id('mother'), text: 'anders' }, 'father')).toMatchObject({ code: 'UNKNOWN_TRAJECTORY' });
  await did('CorrectStory', { trajectoryId, storyId: id('mother'), text: 'alleen tegen coach-1 gezegd' + '.' }, 'mother');
});

test('what a tandem writes down is read by its coach and its expert alone, and by no later pair', async () => {
  const notes = async (actor: string): Promise<unknown> => {
    const { body } = await service.ask(`{ page: trajectory(id: "${trajectoryId}") { ... on Trajectory { tandem { contacts contactLog { contactId kind minutes note on by } } closed { part } } } }`, {}, actor);
    return (body.data as unknown as { page: { tandem?: { contactLog: unknown } | null } }).page.tandem?.contactLog;
  };
  await service.platform.directory.put({ id: 'expert-2', name: 'expert-2', role: 'experience-expert', ...put, qualification: 'certified', secrecySignedOn: '2020-01-01', conductCertificateOn: '2020-01-01', capacity: 4 });
  await did('ProposeTandem', { trajectoryId, tandemId: id('first tandem'), coachId: 'coach-1', expertId: 'expert-2' });
  await did('AcceptTandem', { trajectoryId }, 'mother');
  await did('LogTandemContact', { trajectoryId, contactId: id('contact'), kind: 'visit', minutes: 45, note: 'samen de post geopend' }, 'expert-2');
  await service.platform.projections.catchUp();
  const written = [{ contactId: id('contact'), kind: 'visit', minutes: 45, note: 'samen de post geopend', on: '2025-01-10', by: 'expert-2' }];
  for (const one of ['coach-1', 'expert-2']) expect([one, await notes(one)]).toEqual([one, written]);
  for (const other of ['coach-2', 'mother']) expect([other, await notes(other)]).toEqual([other, null]);
  expect(await notes('counsellor-1')).toBeUndefined();
  await did('EndTandem', { trajectoryId, reason: 'verhuisd' }, 'mother');
  await service.platform.projections.catchUp();
  expect(await notes('coach-1')).toBeNull();
  expect(await notes('expert-2')).toBeUndefined();
  await did('ProposeTandem', { trajectoryId, tandemId: id('second tandem'), coachId: 'coach-2', expertId: 'expert-1' });
  await did('AcceptTandem', { trajectoryId }, 'mother');
  await service.platform.projections.catchUp();
  expect(await notes('coach-2')).toEqual([]);
  await did('EndTandem', { trajectoryId, reason: 'wisseling' }, 'mother');
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

const EXPORT = `... on HouseholdExport { made name content page }`;
const exported = async (actor: string): Promise<Record<string, string>> => {
  const { body } = await service.ask(`{ file: householdExport(id: "${householdId}") { __typename ${EXPORT} } }`, {}, actor);
  return (body.data as unknown as { file: Record<string, string> }).file;
};
const looksOf = async (personId: string, what: string): Promise<readonly unknown[]> =>
  (await service.platform.database.query(`select distinct action, household_ids as "householdIds" from access.reader_log where person_id = $1 and what = $2`, [personId, what])) as unknown[];

test('a household takes away what its own pages show, and no more; the log calls it a file', async () => {
  await did('LogContact', { trajectoryId, contactId: id('call'), kind: 'call', reached: true, note: 'alleen voor het team' });
  await service.platform.projections.catchUp();
  const noted = async (actor: string): Promise<unknown> => {
    const { body } = await service.ask(`{ story: timeline(trajectoryId: "${trajectoryId}", tracks: ["story"], first: 200) { ... on TimelineConnection { edges { node { type note } } } } }`, {}, actor);
    return (body.data as unknown as { story: { edges: { node: { type: string } }[] } }).story.edges.map(({ node }) => node).filter(({ type }) => type === 'ContactLogged');
  };
  for (const one of ['coach-1', 'coach-2']) expect([one, await noted(one)]).toEqual([one, [{ type: 'ContactLogged', note: 'alleen voor het team' }]]);
  for (const other of ['mother', 'counsellor-1']) expect([other, await noted(other)]).toEqual([other, []]);
  const { content = '', page: printed = '', name } = await exported('mother');
  expect(name).toMatch(/^perspectief-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(content)).toMatchObject({ household: { name: 'Gezin', address: 'Straat 1' }, trajectories: [{ page: { id: trajectoryId, needs: [{ description: 'angst' }] } }], facts: [] });
  expect(printed).toContain('Straat 1');
  expect(content).toContain('alleen tegen coach-1 gezegd');
  for (const hidden of ['samen de post geopend', 'alleen voor het team', 'voor de schuldhulp', '⟦e1.']) expect([hidden, `${content}${printed}`.includes(hidden)]).toEqual([hidden, false]);
  expect((await exported('father'))['content']).not.toContain('alleen tegen coach-1');
  expect(await looksOf('mother', 'householdExport')).toEqual([{ action: 'exported', householdIds: [householdId] }]);
});

test.each(['coach-1', 'counsellor-1', 'expert-1', 'officer-1'])('%s takes no file away, and the try is in the log', async (person) => {
  expect(await exported(person)).toEqual({ __typename: 'NotFound' });
  expect(await looksOf(person, 'householdExport')).toEqual([{ action: 'denied', householdIds: [householdId] }]);
});

test('a member who leaves reads the page no more', async () => {
  expect(await household('father')).toMatchObject({ name: 'Gezin', members: [1, 2, 3].map(() => ({ age: expect.any(Number) as number })) });
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
  const { content = '' } = await exported('officer-1');
  for (const kept of ['alleen voor het team', 'voor de schuldhulp', '"type": "StoryTold"']) expect([kept, content.includes(kept)]).toEqual([kept, true]);
  expect(content).not.toContain('samen de post geopend');
  const list = await service.ask(`{ breakGlasses { ... on BreakGlassConnection { edges { node { householdId personId reason } } } } }`, {}, 'officer-1');
  expect(list.body.data).toMatchObject({ breakGlasses: { edges: [{ node: { householdId, personId: 'officer-1', reason } }] } });
  const log = await service.ask(`{ readerLog(householdId: "${householdId}", first: 100) { ... on VisitConnection { edges { node { personId breakGlass } } } } }`, {}, 'mother');
  expect(log.text).toContain('"breakGlass":true');
  const kept = (await service.platform.database.query('select reason from access.break_glass')) as { reason: string }[];
  expect(kept.map((glass) => glass.reason.includes('geweld'))).toEqual([false]);
});

test('an officer reviews every emergency access but an own one; once it is done, it is off the list and the household sees it', async () => {
  await service.platform.directory.put({ id: 'officer-2', name: 'officer-2', role: 'privacy-officer', ...put });
  await service.platform.directory.put({ id: 'officer-9', name: 'officer-9', role: 'privacy-officer', municipality: 'haarlem' });
  const waiting = async (officer = 'officer-2') => {
    const { body } = await service.ask(`{ list: breakGlasses(toReview: true) { ... on BreakGlassConnection { toReview edges { node { glassId reviewedBy } } } } }`, {}, officer);
    return (body.data as unknown as { list: { toReview: number; edges: { node: { glassId: string } }[] } }).list;
  };
  const before = await waiting();
  const glassId = before.edges[0]?.node.glassId ?? '';
  expect(before).toEqual({ toReview: 1, edges: [{ node: { glassId, reviewedBy: null } }] });
  expect(await waiting('officer-9')).toEqual({ toReview: 0, edges: [] });
  const review = async (person: string, glass = glassId) => {
    const query = `mutation ($input: ReviewBreakGlassInput!, $commandId: ID!) { result: reviewBreakGlass(input: $input, commandId: $commandId) { __typename ... on Refused { code } ... on Accepted { repeated } } }`;
    const { body } = await service.ask(query, { input: { householdId, glassId: glass }, commandId: id(`review ${person}`) }, person);
    return (body.data as unknown as { result: object }).result;
  };
  expect(await review('officer-1')).toMatchObject({ code: 'OWN_BREAK_GLASS' });
  expect(await review('coach-1')).toMatchObject({ code: 'UNKNOWN_HOUSEHOLD' });
  expect(await review('officer-2', id('no glass'))).toMatchObject({ code: 'UNKNOWN_BREAK_GLASS' });
  expect(await review('officer-2')).toMatchObject({ __typename: 'Accepted', repeated: false });
  expect(await review('officer-2')).toMatchObject({ __typename: 'Accepted', repeated: true });
  expect(await waiting()).toEqual({ toReview: 0, edges: [] });
  expect((await service.ask(`{ readerLog(householdId: "${householdId}", first: 100) { ... on VisitConnection { edges { node { sentence { nl } } } } } }`, {}, 'mother')).text).toContain('het oordeel over een noodtoegang');
});

test('after three hours the glass is whole again', async () => {
  const { database, glasses } = service.platform;
  const nothing = { seal: () => Promise.reject(new Error('nothing is sealed')) };
  const after = (minutes: number): Promise<readonly string[]> => new Glasses(database, nothing, () => Date.now() + minutes * 60_000).openOf('officer-1');
  expect(await glasses.openOf('officer-1')).toContain(householdId);
  expect(await after(179)).toContain(householdId);
  expect(await after(181)).toEqual([]);
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
  for (const what of ['households', 'worklist']) expect([what, JSON.stringify(await looksOf('coach-2', what))]).toEqual([what, expect.stringContaining(householdId)]);
  await did('LiftRestriction', { householdId }, 'officer-1');
  expect(await household('coach-1')).toMatchObject({ address: 'Straat 1' });
});

test('how far read models trail is for the administrator, what may be erased for the officer', async () => {
  await service.platform.directory.put({ id: 'admin-1', name: 'admin-1', role: 'administrator', ...put });
  await service.platform.projections.catchUp();
  const status = await service.ask(`{ projectionStatus { projections { name version position behind secondsBehind error } } }`, {}, 'admin-1');
  const { projections } = (status.body.data as unknown as { projectionStatus: { projections: readonly { name: string; behind: number; secondsBehind: number; error: unknown }[] } }).projectionStatus;
  expect(projections.map(({ name }) => name)).toEqual(expect.arrayContaining(['trajectory', 'household', 'access']));
  for (const { behind, secondsBehind, error } of projections) expect({ behind, secondsBehind, error }).toEqual({ behind: 0, secondsBehind: 0, error: null });
  const due = `{ retentionDue { ... on RetentionDueConnection { totalCount edges { node { householdId what dueOn rules { id years } } } } ... on InvalidInput { field } } }`;
  for (const [query, person] of [['{ projectionStatus { projections { name } } }', 'officer-1'], [due, 'admin-1'], [due, 'coach-1']] as const)
    expect((await service.ask(query, {}, person)).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await service.ask(due, {}, 'officer-1')).body.data).toEqual({ retentionDue: { totalCount: 0, edges: [] } });
});

test('what was long closed is due, law by law, until the officer has it erased', async () => {
  const old = { householdId: id('old'), trajectoryId: id('old trajectory') };
  const long = async (type: string, input: object, actor = 'coach-1'): Promise<void> =>
    expect((await service.send(type, input, { happenedOn: '1999-01-10', actor })).result).toMatchObject({ __typename: 'Accepted' });
  await long('RegisterHousehold', { householdId: old.householdId, municipality: 'groningen', area: 'beijum', name: 'Lang geleden', address: 'Straat 3' });
  await long('OpenTrajectory', { ...old, area: 'beijum', source: 'self' });
  await long('ReceiveApplication', { trajectoryId: old.trajectoryId, applicationId: id('old application'), law: 'wmo', kind: 'support-report' });
  await long('IdentifyNeed', { trajectoryId: old.trajectoryId, needId: id('old need'), domain: 'wmo', description: 'hulp in huis' });
  await long('StopTrajectory', { trajectoryId: old.trajectoryId, reason: 'moved' });
  await service.platform.projections.catchUp();
  const dueNow = async (args = ''): Promise<{ edges: readonly { cursor: string; node: { householdId: string; what: string } }[] }> => {
    const { body } = await service.ask(`{ due: retentionDue${args} { ... on RetentionDueConnection { edges { cursor node { householdId what dueOn } } } } }`, {}, 'officer-1');
    return (body.data as unknown as { due: { edges: readonly { cursor: string; node: { householdId: string; what: string } }[] } }).due;
  };
  const told = ({ edges }: Awaited<ReturnType<typeof dueNow>>): readonly string[] => edges.map(({ node: { what } }) => what);
  const all = await dueNow();
  expect(told(all)).toEqual(['household', 'wmo']);
  const [first] = (await dueNow('(first: 1)')).edges;
  expect(told(await dueNow(`(cursor: "${first?.cursor ?? ''}")`))).toEqual(['wmo']);
  expect(await looksOf('officer-1', 'retentionDue')).toContainEqual({ action: 'listed', householdIds: [old.householdId] });
  await did('EraseLawData', { householdId: old.householdId, law: 'wmo', reason: 'retention-ended' }, 'officer-1');
  await service.platform.projections.catchUp();
  expect(told(await dueNow())).toEqual(['household']);
  await did('EraseHousehold', { householdId: old.householdId, reason: 'retention-ended' }, 'officer-1');
  await service.platform.projections.catchUp();
  expect(told(await dueNow())).toEqual([]);
  const { text } = await service.ask(`mutation { breakGlass(commandId: "${id('late glass')}", input: { householdId: "${old.householdId}", reason: "x" }) { ... on Refused { code } } }`, {}, 'officer-1');
  expect(text).toContain('HOUSEHOLD_ERASED');
});

test('a command on an id that nobody gave is in the log of denied tries, as one on a file of others', async () => {
  const [nowhere, person] = [id('nowhere'), 'stranger'];
  await service.platform.directory.put({ id: person, name: person, role: 'neighbourhood-coach', municipality: 'groningen', area: 'haren' });
  const goal = { goalId: id('no goal'), wish: 'rust', lifeArea: 'housing', targetDate: '2025-06-01' };
  for (const one of [nowhere, trajectoryId]) expect(await send('SetGoal', { trajectoryId: one, ...goal }, person)).toMatchObject({ code: 'UNKNOWN_TRAJECTORY' });
  expect(await looksOf(person, 'SetGoal')).toEqual(expect.arrayContaining([{ action: 'denied', householdIds: [] }, { action: 'denied', householdIds: [householdId] }]));
});

test('a no takes as long for what is there as for what is not', async () => {
  for (const one of [trajectoryId, id('nowhere')]) {
    const began = performance.now();
    expect((await service.ask(`{ page: trajectory(id: "${one}") { __typename } }`, {}, 'stranger')).text).toContain('NotFound');
    expect(performance.now() - began).toBeGreaterThanOrEqual(39);
  }
});
