import { deriveId } from '@perspectief/kernel';
import { Sessions } from '@perspectief/sign-in';
import { PAGE, householdId, householdService, id, memberId, trajectoryId, type HouseholdService } from './a-household.js';

let service: HouseholdService['service'];
let send: HouseholdService['send'];
let page: HouseholdService['page'];

beforeAll(async () => {
  ({ service, send, page } = await householdService());
}, 120_000);
afterAll(() => service?.close());

let nth = 0;
/** As another process writes: this one hears nothing of it. */
const elsewhere = async (type: string, data: object): Promise<void> => {
  const commandId = id(`elsewhere ${(nth += 1)}`);
  await service.platform.store.append({
    ...{ stream: `household-${householdId}`, expected: 'exists', command: { id: commandId, hash: 'elsewhere' }, correlationId: commandId, causationId: commandId },
    ...{ actor: { id: 'coach-1', role: 'neighbourhood-coach' }, municipality: 'groningen' },
    events: [{ id: deriveId(commandId), type, schemaVersion: 1, data, happenedOn: '2025-01-12T10:00:00' }],
  });
};

const counted = async (actor: string): Promise<unknown> =>
  Object.fromEntries(
    ((await service.platform.database.query(`select action, count(*)::int as n from access.reader_log where person_id = $1 group by action`, [actor])) as { action: string; n: number }[]).map(({ action, n }) => [action, n]),
  );

test('what another process wrote takes a right away with the event: the next page is not found, and no log says that it was read', async () => {
  for (const _ of [1, 2]) expect(await page('mother')).toMatchObject({ id: trajectoryId });
  const before = (await counted('mother')) as { read: number; denied?: number };
  await elsewhere('MemberAccessWithdrawn', { memberId, personId: 'mother' });
  expect(await page('mother')).toMatchObject({ __typename: 'NotFound' });
  expect(await counted('mother')).toMatchObject({ read: before.read, denied: (before.denied ?? 0) + 1 });
  await elsewhere('MemberAccessGiven', { memberId, personId: 'mother' });
  expect(await page('mother')).toMatchObject({ id: trajectoryId });
});

test('it takes the right to command away too, and gives one back, before anything is sent', async () => {
  const tell = (story: string) => send('TellStory', { trajectoryId, storyId: id(story), text: 'van mij', visibleTo: [] }, 'mother');
  expect(await tell('one')).toMatchObject({ __typename: 'Accepted' });
  await elsewhere('MemberAccessWithdrawn', { memberId, personId: 'mother' });
  expect(await tell('two')).toMatchObject({ code: 'UNKNOWN_TRAJECTORY' });
  await elsewhere('MemberAccessGiven', { memberId, personId: 'mother' });
  expect(await tell('three')).toMatchObject({ __typename: 'Accepted' });
});

test.each([
  ['a page that was given before', PAGE],
  ['a list', '{ worklist(first: 5) { __typename } }'],
  ['what cannot be read', '{ page: trajectory(id: "x") { __typename } }'],
  ['what is not there', `{ page: trajectory(id: "${id('nowhere')}") { __typename } }`],
  ['a command', `mutation { result: logContact(commandId: "${id('late')}", input: { trajectoryId: "${trajectoryId}", contactId: "${id('late contact')}", kind: "call", reached: true }) { __typename } }`],
  ['a command that cannot be read', `mutation { result: logContact(commandId: "${id('late')}", input: { trajectoryId: "x", contactId: "${id('late contact')}", kind: "call", reached: true }) { __typename } }`],
  ['a household that begins', `mutation { result: registerHousehold(commandId: "${id('later')}", input: { householdId: "${id('late household')}", municipality: "groningen", area: "beijum", name: "Te laat", address: "Straat 3" }) { __typename } }`],
])('a sign-out elsewhere counts for the next request: %s is nobody’s, and nothing is told, done or logged', async (_, query) => {
  const elsewhereToo = new Sessions(service.platform.database, Date.now);
  const session = await elsewhereToo.begin('coach-1', ['neighbourhood-coach'], 'id-token');
  const ask = (text: string) => service.http.post('/graphql').set({ host: '127.0.0.1', cookie: `perspectief=${session}`, origin: 'http://127.0.0.1' }).send({ query: text });
  // As new as the log, or it is not kept.
  await service.platform.projections.catchUp();
  for (const _again of [1, 2, 3]) expect((await ask(PAGE)).text).toContain('verhuurder');
  await elsewhereToo.end(session);
  const before = await counted('coach-1');
  const { status, body } = await ask(query);
  expect([status, body]).toMatchObject([401, { data: null, errors: [{ extensions: { code: 'NOT_SIGNED_IN' } }] }]);
  expect(await counted('coach-1')).toEqual(before);
  expect(await service.platform.store.readStream(`household-${id('late household')}`)).toEqual([]);
});

test('nor is anything of the directory changed by an administrator who signed out elsewhere', async () => {
  const { directory, database } = service.platform;
  await directory.put({ id: 'admin-1', name: 'admin-1', role: 'administrator', municipality: 'groningen' });
  const elsewhereToo = new Sessions(database, Date.now);
  const session = await elsewhereToo.begin('admin-1', ['administrator'], 'id-token');
  const ask = (query: string) => service.http.post('/graphql').set({ host: '127.0.0.1', cookie: `perspectief=${session}`, origin: 'http://127.0.0.1' }).send({ query });
  const put = (name: string) => ask(`mutation { result: putArea(input: { code: "beijum", name: "${name}" }) { __typename } }`);
  for (const name of ['One', 'Two']) expect((await put(name)).text).toContain('Accepted');
  await elsewhereToo.end(session);
  expect((await put('Three')).status).toBe(401);
  expect((await directory.areas()).map(({ name }) => name)).toEqual(['Two']);
});

test('and what was refused late is nowhere in the log', async () => {
  const written = JSON.stringify(await service.platform.store.readStream(`trajectory-${trajectoryId}`));
  expect([id('one'), id('two'), id('three'), id('late contact')].map((one) => written.includes(one))).toEqual([true, false, true, false]);
});
