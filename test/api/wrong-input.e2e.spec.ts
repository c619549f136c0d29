import { deriveId } from '@perspectief/kernel';
import { runningService, type RunningService } from './running-service.js';

let service: RunningService;
const householdId = deriveId('wrong-input', 'household');
const trajectoryId = deriveId('wrong-input', 'trajectory');
const CANARY = 'Kanarie-van-der-Geheim';

beforeAll(async () => {
  service = await runningService();
  const household = { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' };
  expect((await service.send('RegisterHousehold', household)).result).toMatchObject({ __typename: 'Accepted' });
  const opening = { trajectoryId, householdId, area: 'beijum', source: 'self' };
  expect((await service.send('OpenTrajectory', opening, { happenedOn: '2024-01-08' })).result).toMatchObject({ __typename: 'Accepted' });
});
afterAll(() => service.close());

const written = async (): Promise<number> => (await service.platform.store.readAll({ limit: 1_000 })).length;

const debt = (over: object) => ({
  trajectoryId,
  debtId: deriveId('wrong-input', 'debt'),
  creditor: 'energieleverancier',
  claim: '100.00',
  rank: 'concurrent',
  treatment: 'included',
  kind: 'utilities',
  ...over,
});

test.each([
  ['negative money', 'claim', debt({ claim: '-1.00' })],
  ['a thousands comma', 'claim', debt({ claim: '1,234.50' })],
  ['one decimal', 'claim', debt({ claim: '1.5' })],
  ['more money than there is', 'claim', debt({ claim: '999999999999999999999.00' })],
  ['a number with an exponent', 'claim', debt({ claim: '1e3' })],
  ['an unknown rank', 'rank', debt({ rank: 'royal' })],
  ['a day that the calendar does not have', 'referenceDate', debt({ referenceDate: '2024-02-30' })],
  ['a day with words', 'referenceDate', debt({ referenceDate: 'morgen' })],
  ['a null byte', 'creditor', debt({ creditor: `bank\u0000${CANARY}` })],
  ['nothing but spaces', 'creditor', debt({ creditor: '   ' })],
  ['a text of a hundred thousand letters', 'creditor', debt({ creditor: 'x'.repeat(100_000) })],
  ['an id that is none', 'debtId', debt({ debtId: 'debt-1' })],
])('%s is refused with its field, and nothing is written', async (_, field, input) => {
  const before = await written();
  const { status, result, text } = await service.send('RegisterDebt', input);
  expect(status).toBe(200);
  expect(result).toMatchObject({ __typename: 'Refused', code: 'INVALID_INPUT', field, sentence: { nl: expect.any(String) as string, en: expect.any(String) as string } });
  expect(text).not.toContain(CANARY);
  expect(await written()).toBe(before);
});

test('emoji and letters of every alphabet are words like others', async () => {
  const { result } = await service.send('RegisterDebt', debt({ debtId: deriveId('emoji'), creditor: 'Bakkerij 🥐 Ξένος' }));
  expect(result).toMatchObject({ __typename: 'Accepted' });
});

test.each([
  ['a happenedOn that is none', { happenedOn: '2024-13-01' }, 'happenedOn'],
  ['a command id that is none', { commandId: 'one' }, 'commandId'],
])('%s is refused with its field', async (_, more, field) => {
  const { result } = await service.send('RegisterDebt', debt({ debtId: deriveId('meta') }), more);
  expect(result).toMatchObject({ __typename: 'Refused', code: 'INVALID_INPUT', field });
});

test('what happens tomorrow cannot be told today', async () => {
  const { result } = await service.send('RegisterDebt', debt({ debtId: deriveId('future') }), { happenedOn: '2199-01-01' });
  expect(result).toMatchObject({ __typename: 'Refused', code: 'IN_THE_FUTURE' });
});

test('the id of a trajectory that is not there', async () => {
  const { result } = await service.send('RegisterDebt', debt({ trajectoryId: deriveId('nowhere') }));
  expect(result).toMatchObject({ __typename: 'Refused', code: 'UNKNOWN_TRAJECTORY' });
});

test('the id of a household that is not there', async () => {
  const { result } = await service.send('OpenTrajectory', { trajectoryId: deriveId('t2'), householdId: deriveId('nobody'), area: 'beijum', source: 'self' });
  expect(result).toMatchObject({ __typename: 'Refused', code: 'UNKNOWN_HOUSEHOLD' });
});

test.each([
  ['nobody signed in', '', 401, 'NOT_SIGNED_IN'],
  ['somebody whom the directory does not know', 'somebody-else', 403, 'PERSON_UNKNOWN'],
])('%s', async (_, actor, expected, code) => {
  const { status, body } = await service.send('RegisterDebt', debt({}), { actor });
  expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: expected, code });
});

test('a field that the command does not have is told by the protocol, without its value', async () => {
  const { status, body, text } = await service.send('RegisterDebt', debt({ colour: CANARY }));
  expect(status).toBe(400);
  expect(body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(text).not.toContain(CANARY);
});

test('money as a number instead of text', async () => {
  const { result, body } = await service.send('RegisterDebt', debt({ claim: 12.5 }));
  const code = (result as { code?: string } | undefined)?.code ?? body.errors?.[0]?.extensions.code;
  expect(['INVALID_INPUT', 'BAD_USER_INPUT']).toContain(code);
});

test('the log of the service holds no personal data', () => {
  expect(service.told.join('\n')).not.toContain(CANARY);
});
