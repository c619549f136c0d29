import { inputSentences } from '@perspectief/edge';
import { faultsInSentences, mutation, openEdge, tryInput } from '@perspectief/edge/testing';
import { deriveId } from '@perspectief/kernel';
import { asAnyOwner } from '@perspectief/runtime';
import { householdInputs, householdOwner, householdResolvers, householdSentences } from './index.js';

const id = (word: string): string => deriveId('household-api', word);
const household = { householdId: id('household'), municipality: 'groningen', area: 'beijum', name: 'Gezin 👨‍👩‍👧', address: 'Voorbeeldstraat 1' };
const member = { householdId: id('household'), memberId: id('parent'), role: 'adult', name: 'Ouder M', birthDate: '1987-05-03', from: '2023-11-27' };
const coach = { id: 'coach', role: 'neighbourhood-coach' };

test('sentences are plain and whole', () => {
  expect(faultsInSentences(householdSentences)).toEqual([]);
});

describe('inputs', () => {
  test('take what a story says', async () => {
    expect(await tryInput(householdInputs.RegisterHousehold, household)).toEqual({ data: household });
    expect(await tryInput(householdInputs.AddMember, { ...member, bsn: '111222334' })).toHaveProperty('data.bsn', '111222334');
    expect(await tryInput(householdInputs.RecordSharingGround, {
      householdId: id('household'), groundId: id('ground'), law: 'common', purpose: 'one-plan', ground: 'consent', domains: ['jeugd', 'wmo'],
    })).toHaveProperty('data.domains', ['jeugd', 'wmo']);
    expect(await tryInput(householdInputs.EraseHousehold, { householdId: id('household'), reason: 'request-granted' })).toHaveProperty('data');
  });

  test('leave to the platform what only the platform may send', () => {
    expect(Object.keys(householdInputs)).not.toContain('ClaimHousehold');
    expect(householdOwner().internal).toEqual(['ClaimHousehold', 'ReleaseHousehold']);
  });
});

describe('over GraphQL', () => {
  const opened = openEdge({ owners: [asAnyOwner(householdOwner())], resolvers: householdResolvers, actor: coach });
  const send = async (name: string, input: object, commandId: string, happenedOn?: unknown) =>
    (await opened).ask(mutation(name), { input, commandId, happenedOn });
  const resultOf = async (name: string, input: object, commandId: string, happenedOn?: unknown) =>
    (await send(name, input, commandId, happenedOn)).data?.[name];

  afterAll(async () => (await opened).close());

  test('a household is registered, and the position is told', async () => {
    expect(await resultOf('registerHousehold', household, id('c1'), '2023-11-27T09:00')).toEqual({
      __typename: 'Accepted', position: expect.any(String), version: 1, events: 1, repeated: false,
    });
  });

  test('sent twice it is one command', async () => {
    expect(await resultOf('registerHousehold', household, id('c1'), '2023-11-27T09:00')).toMatchObject({ version: 1, repeated: true });
    expect(await (await opened).store.readStream(`household-${id('household')}`)).toHaveLength(1);
  });

  test('the id of another command is not taken', async () => {
    expect(await resultOf('registerHousehold', { ...household, area: 'lewenborg' }, id('c1'), '2023-11-27T09:00')).toMatchObject({
      __typename: 'Refused', code: 'COMMAND_ID_REUSED', field: 'commandId',
    });
  });

  test('an expected no comes with its reason in two languages and the field', async () => {
    expect(await resultOf('addMember', { ...member, bsn: '111222334' }, id('c2'))).toEqual({
      __typename: 'Refused', code: 'INVALID_BSN', sentence: householdSentences.INVALID_BSN, field: 'bsn', facts: [], repeated: false,
    });
  });

  test.each([
    ['birthDate', { ...member, birthDate: '2024-02-30' }, 'isBusinessDate'],
    ['birthDate', { ...member, birthDate: 20240230 }, 'isBusinessDate'],
    ['birthDate', { ...member, birthDate: { year: 2024 } }, 'isBusinessDate'],
    ['role', { ...member, role: 'dog' }, 'isIn'],
    ['name', { ...member, name: 'Ouder\u0000' }, 'isCode'],
    ['name', { ...member, name: '  ' }, 'isCode'],
    ['memberId', { ...member, memberId: '1; drop table' }, 'isUuid'],
  ])('wrong input is a typed no: %s', async (field, input, rule) => {
    expect(await resultOf('addMember', input, id('c3'))).toMatchObject({
      __typename: 'Refused', code: 'INVALID_INPUT', field, sentence: inputSentences[rule], facts: [{ name: 'rule', value: rule }],
    });
  });

  test.each([['commandId', 'not-a-uuid', undefined], ['happenedOn', id('c4'), '2024-02-30'], ['happenedOn', id('c4'), 5]])(
    'what stands around the command is checked too: %s',
    async (field, commandId, happenedOn) => {
      expect(await resultOf('addMember', member, commandId, happenedOn)).toMatchObject({ __typename: 'Refused', code: 'INVALID_INPUT', field });
    },
  );

  test.each([
    ['a field too many', { ...member, shoeSize: 'Geheim' }],
    ['a field too few', { householdId: id('household') }],
    ['a number for a name', { ...member, name: { secret: 'Geheim' } }],
    ['a list for a record', [['Geheim']]],
  ])('what is not the protocol\'s is told without what was sent: %s', async (_, input) => {
    const { status, data, errors, text } = await send('addMember', input, id('c5'));
    expect({ status, data }).toEqual({ status: 400, data: null });
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', sentence: { nl: expect.any(String), en: expect.any(String) } });
    expect(text).not.toContain('Geheim');
  });

  test('nothing of all that was written', async () => {
    expect(await (await opened).store.readAll({ limit: 10 })).toHaveLength(1);
  });
});

test('who is not signed in is refused, and nothing is written', async () => {
  const edge = await openEdge({ owners: [asAnyOwner(householdOwner())], resolvers: householdResolvers });
  const { data } = await edge.ask(mutation('registerHousehold'), { input: household, commandId: id('c1') });
  expect(data?.['registerHousehold']).toMatchObject({ __typename: 'Refused', code: 'NOT_SIGNED_IN' });
  expect(await edge.store.head()).toBeUndefined();
  await edge.close();
});
