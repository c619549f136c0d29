import { deriveId } from '@perspectief/kernel';
import { runningService, type RunningService } from '../api/running-service.js';

const householdId = deriveId('reader-log', 'household');
const VISITS = `query ($id: ID!) { readerLog(householdId: $id, first: 20) {
  __typename ... on VisitConnection { edges { node { personId who roleInWords { nl } sentence { nl } breakGlass times deeds { action what times } } } } ... on NotFound { code } } }`;
const DENIED = `{ deniedTries(first: 20) { __typename ... on LookConnection { edges { node { personId what } } } } }`;

interface Visit {
  readonly personId: string;
  readonly sentence: { readonly nl: string };
  readonly deeds: readonly { readonly action: string; readonly what: string }[];
}

let service: RunningService;
beforeAll(async () => {
  service = await runningService();
  for (const [id, role, name, municipality] of [
    ['coach-2', 'neighbourhood-coach', 'Coach 2', 'groningen'], ['officer-1', 'privacy-officer', 'Officer 1', 'groningen'], ['officer-2', 'privacy-officer', 'Officer 2', 'haarlem'],
    ['admin-1', 'administrator', 'Admin 1', 'groningen'],
    ['mother', 'household-member', 'Moeder', 'groningen'], ['father', 'household-member', 'Vader', 'groningen'], ['resident-9', 'household-member', 'Buur', 'groningen'],
  ] as const)
    await service.platform.directory.put({ id, role, name, municipality, area: 'haren' });
  await service.send('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' });
  await service.send('OpenTrajectory', { trajectoryId: deriveId('reader-log', 'trajectory'), householdId, area: 'beijum', source: 'self' });
  await service.send('AssignCoach', { trajectoryId: deriveId('reader-log', 'trajectory'), coachId: 'coach-1' });
}, 60_000);
afterAll(() => service?.close());

const read = (actor: string) => service.ask('query ($id: ID!) { household(id: $id) { __typename ... on Household { name } } }', { id: householdId }, actor);
const visits = async (actor: string): Promise<readonly Visit[]> => {
  const { body } = await service.ask(VISITS, { id: householdId }, actor);
  const { readerLog } = body.data as unknown as { readerLog: { edges?: readonly { node: Visit }[] } };
  return readerLog.edges?.map(({ node }) => node) ?? [];
};

test('who wrote and read is told by name, in one sentence', async () => {
  expect((await read('coach-1')).text).toContain('Gezin');
  const [visit] = (await visits('officer-1')).filter(({ personId }) => personId === 'coach-1');
  expect(visit?.sentence.nl).toMatch(/^Coach 1 wijzigde op \d+ \w+ \d{4} de gegevens van het huishouden.* en bekeek de gegevens van het huishouden\. Doel: hulp aan het huishouden\.$/);
  expect(visit?.deeds).toEqual(expect.arrayContaining([expect.objectContaining({ action: 'read', what: 'household' })]));
});

test('a try that got nothing is there, for the household and for the officer of that municipality', async () => {
  expect((await read('coach-2')).text).not.toContain('Gezin');
  const [visit] = (await visits('officer-1')).filter(({ personId }) => personId === 'coach-2');
  expect(visit?.deeds).toEqual([expect.objectContaining({ action: 'denied', what: 'household' })]);
  expect((await service.ask(DENIED, {}, 'officer-1')).text).toContain('coach-2');
  expect((await service.ask(DENIED, {}, 'officer-2')).text).not.toContain('coach-2');
});

test('a household reads that a resident from outside tried, and never who; of its own members and of staff it reads who', async () => {
  const members = [['mother', '1980-01-01'], ['father', '1981-01-01']] as const;
  for (const [who, birthDate] of members) {
    const memberId = deriveId('reader-log', who);
    await service.send('AddMember', { householdId, memberId, role: 'adult', name: who, birthDate, from: '2025-01-01' });
    expect((await service.send('GiveMemberAccess', { householdId, memberId, personId: who })).result).toMatchObject({ __typename: 'Accepted' });
  }
  await service.platform.projections.catchUp();
  for (const who of ['father', 'resident-9']) await read(who);
  const { text } = await service.ask(`query ($id: ID!) { readerLog(householdId: $id, first: 50) { ... on VisitConnection { pageInfo { endCursor } edges { cursor node { day personId who role roleInWords { nl en } sentence { nl en } deeds { sentence { nl en } } } } } } }`, { id: householdId }, 'mother');
  const { edges } = (JSON.parse(text) as { data: { readerLog: { edges: { cursor: string; node: Visit & { who: string; roleInWords: { nl: string } } }[] } } }).data.readerLog;
  expect(edges.map(({ node: { personId, who, roleInWords } }) => [personId, who, roleInWords.nl])).toEqual(expect.arrayContaining([
    [null, 'Iemand van buiten dit huishouden', 'inwoner'], ['father', 'Vader', 'lid van het huishouden'], ['coach-1', 'Coach 1', 'wijkcoach'],
  ]));
  const cursors = edges.map(({ cursor }) => Buffer.from(cursor, 'base64url').toString()).join();
  expect(`${text}${cursors}`).not.toMatch(/resident-9|Buur/);
  for (const format of ['json', 'csv']) {
    const file = await service.ask('query ($id: ID!, $format: String!) { readerLogExport(householdId: $id, format: $format) { ... on ReaderLogFile { content } } }', { id: householdId, format }, 'mother');
    expect(file.text).toContain('not-told');
    expect(file.text).toContain('father');
    expect(file.text).not.toContain('resident-9');
  }
  expect((await visits('officer-1')).map(({ personId }) => personId)).toContain('resident-9');
});

test('a household does not read in the log that somebody is to be kept safe; an officer does', async () => {
  const at = { trajectoryId: deriveId('reader-log', 'trajectory'), taskId: deriveId('reader-log', 'safe') };
  await service.send('OpenSafetyTask', { ...at, kind: 'shelter', dueOn: '2025-02-10' });
  await service.send('CloseSafetyTask', at);
  const file = 'query ($id: ID!, $format: String!) { readerLogExport(householdId: $id, format: $format) { ... on ReaderLogFile { content } } }';
  const told = async (reader: string): Promise<string> => {
    const answers = [service.ask(VISITS, { id: householdId }, reader), ...['json', 'csv'].map((format) => service.ask(file, { id: householdId, format }, reader))];
    return (await Promise.all(answers)).map(({ text }) => text).join();
  };
  expect(await told('officer-1')).toMatch(/OpenSafetyTask.*CloseSafetyTask.*schuldhulp/s);
  expect(await told('mother')).not.toMatch(/safety|crisis|schuldhulp/i);
  const deeds = (await visits('mother')).filter(({ personId }) => personId === 'coach-1').flatMap((visit) => visit.deeds);
  expect(deeds.filter(({ action, what }) => action === 'write' && what === 'trajectory')).toEqual([expect.objectContaining({ times: 2 })]);
});

test('a coach names residents of households that the coach may see, and who is of none yet', async () => {
  const named = async (coach: string): Promise<readonly string[]> => {
    const { body } = await service.ask('{ people(ids: ["mother", "resident-9"]) { ... on PersonConnection { edges { node { id } } } } }', {}, coach);
    return (body.data as unknown as { people: { edges: { node: { id: string } }[] } }).people.edges.map(({ node }) => node.id);
  };
  expect([await named('coach-1'), await named('coach-2'), await named('admin-1')]).toEqual([['mother', 'resident-9'], ['resident-9'], []]);
});

test('a resident finds who helps the own household, or was proposed to, and nobody who helps others', async () => {
  const tandem = { trajectoryId: deriveId('reader-log', 'trajectory'), tandemId: deriveId('reader-log', 'tandem'), coachId: 'coach-1', expertId: 'expert-1' };
  expect((await service.send('ProposeTandem', tandem)).result).toMatchObject({ __typename: 'Accepted' });
  await service.platform.projections.catchUp();
  const found = async (resident: string): Promise<readonly string[]> => {
    const { body } = await service.ask('{ people { ... on PersonConnection { edges { node { id } } } } }', {}, resident);
    return (body.data as unknown as { people: { edges: { node: { id: string } }[] } }).people.edges.map(({ node }) => node.id);
  };
  expect([await found('mother'), await found('resident-9')]).toEqual([['coach-1', 'expert-1'], []]);
});

test('what the directory says holds as soon as it says so', async () => {
  const works = async (area: string): Promise<string> => {
    const told = new Promise<void>((resolve) => service.platform.feed.onChange(({ projection }) => projection === 'directory' && resolve()));
    await service.platform.directory.put({ id: 'coach-2', role: 'neighbourhood-coach', name: 'Coach 2', municipality: 'groningen', area });
    await told;
    return (await read('coach-2')).text;
  };
  expect(await works('beijum')).toContain('Gezin');
  expect(await works('haren')).not.toContain('Gezin');
});

test('no word of the file is in the log', async () => {
  const [{ words }] = (await service.platform.database.query('select string_agg(l::text, \' \') as words from access.reader_log l')) as [{ words: string }];
  expect(words).toContain('household');
  expect(words).not.toMatch(/Gezin|Straat/);
});

test.each(['coach-2', 'admin-1', 'officer-2'])('%s does not read who looked', async (actor) => {
  expect(await visits(actor)).toEqual([]);
  expect((await service.ask('query ($id: ID!) { readerLogExport(householdId: $id, format: "csv") { __typename ... on ReaderLogFile { content } } }', { id: householdId }, actor)).text).not.toContain('trace_id');
});

test.each(['coach-1', 'admin-1', 'expert-1'])('%s does not search the looks of others', async (actor) => {
  for (const query of [DENIED, '{ looks(first: 5) { __typename ... on LookConnection { edges { node { personId } } } } }'])
    expect((await service.ask(query, {}, actor)).text).not.toContain('personId');
});

test('the officer takes it along as a file, and that is in it too', async () => {
  const EXPORT = 'query ($id: ID!) { readerLogExport(householdId: $id, format: "json") { ... on ReaderLogFile { looks content } } }';
  const neighbours = deriveId('reader-log', 'neighbours');
  await service.send('RegisterHousehold', { householdId: neighbours, municipality: 'groningen', area: 'beijum', name: 'Buren', address: 'Straat 2' });
  await service.platform.projections.catchUp();
  await service.ask('{ households { __typename ... on HouseholdConnection { edges { node { id } } } } }');
  await service.ask(EXPORT, { id: householdId }, 'officer-1');
  const { body } = await service.ask(EXPORT, { id: householdId }, 'officer-1');
  const { content } = (body.data as unknown as { readerLogExport: { content: string } }).readerLogExport;
  const { records } = JSON.parse(content) as { records: readonly { name: string; attributes: Record<string, unknown> }[] };
  expect(records[0]).toMatchObject({ name: 'readerLogExport', attributes: { 'perspectief.action': 'exported', 'perspectief.user_id': 'officer-1', 'dpl.core.data_subject_id': [householdId] } });
  // Who stood in the same list is nobody else's business.
  expect(records.map(({ attributes }) => attributes['perspectief.action'])).toContain('listed');
  expect(content).not.toContain(neighbours);
});

test('without the log there is no answer, and nothing is changed in the directory', async () => {
  const record = service.platform.readerLog.record.bind(service.platform.readerLog);
  service.platform.readerLog.record = () => Promise.reject(Object.assign(new Error('gone'), { name: 'Unavailable' }));
  try {
    const answer = await read('coach-1');
    expect(answer.text).not.toContain('Gezin');
    expect(answer.body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    const put = await service.ask('mutation { putArea(input: { code: "lewenborg", name: "Lewenborg" }) { __typename } }', {}, 'admin-1');
    expect(put.body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect((await service.platform.directory.areas()).map(({ code }) => code)).not.toContain('lewenborg');
    const written = async (): Promise<number> => (await service.platform.store.readStream(`household-${householdId}`)).length;
    const before = await written();
    const moved = await service.send('MoveHousehold', { householdId, area: 'beijum', address: 'Straat 9', on: '2025-01-10' });
    expect(moved.body.errors?.[0]?.extensions.code).toBe('UNAVAILABLE');
    expect(await written()).toBe(before);
  } finally {
    service.platform.readerLog.record = record;
  }
});

test('a household whose request stood beside that of another reads that it was looked at', async () => {
  const at = (word: string): string => deriveId('reader-log', word);
  const reasons = { purpose: 'fiets', payee: 'winkel', legitimate: 'x', committed: 'x', returns: 'x', regularRouteRuledOut: 'x' };
  await service.platform.directory.put({ id: 'holder-1', role: 'budget-holder', name: 'Holder 1', municipality: 'groningen', area: 'beijum' });
  await service.send('OpenBudget', { budgetId: at('pot'), name: 'Pot', scheme: 'doorbraak', area: 'beijum' }, { actor: 'holder-1' });
  await service.send('Contribute', { budgetId: at('pot'), year: 2025, domain: 'wmo', amount: '1000.00' }, { actor: 'holder-1' });
  await service.send('RegisterHousehold', { householdId: at('next door'), municipality: 'groningen', area: 'beijum', name: 'Buren', address: 'Straat 2' });
  await service.send('OpenTrajectory', { trajectoryId: at('next trajectory'), householdId: at('next door'), area: 'beijum', source: 'self' });
  for (const [request, trajectory] of [['theirs', 'next trajectory'], ['ours', 'trajectory']] as const)
    await service.send('RequestSpending', { budgetId: at('pot'), requestId: at(request), trajectoryId: at(trajectory), amount: '20.00', lifeArea: 'housing', year: 2025, ...reasons });
  await service.send('ApproveSpending', { budgetId: at('pot'), requestId: at('theirs') }, { actor: 'holder-1' });
  await service.platform.projections.catchUp();
  const { text } = await service.ask(`{ spendingRequest(requestId: "${at('ours')}") { ... on SpendingRequest { similar { requestId } } } }`, {}, 'holder-1');
  expect(text).toContain(at('theirs'));
  const log = await service.ask(VISITS, { id: at('next door') }, 'officer-1');
  const { edges } = (log.body.data as unknown as { readerLog: { edges: { node: Visit }[] } }).readerLog;
  expect(edges.find(({ node: { personId } }) => personId === 'holder-1')?.node.deeds).toContainEqual(expect.objectContaining({ action: 'listed', what: 'spendingRequest' }));
});
