import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory, Query, Resolver } from '@nestjs/graphql';
import { mutationName } from '@perspectief/edge';
import { mutation, openEdge } from '@perspectief/edge/testing';
import { householdDecider, householdEvents, type HouseholdCommand } from '@perspectief/household-domain';
import { deriveId } from '@perspectief/kernel';
import { asAnyOwner, type AnyStreamOwner } from '@perspectief/runtime';
import { GraphQLEnumType, type GraphQLSchema } from 'graphql';
import { trajectoryInputs, trajectoryOwner, trajectoryResolvers, trajectorySentences } from './index.js';

const id = (word: string): string => deriveId('trajectory-api', word);
const coach = { id: 'coach', role: 'neighbourhood-coach' };
const people = [
  { id: 'coach', municipality: 'haarlem', role: 'neighbourhood-coach' },
  { id: 'coach-elsewhere', municipality: 'groningen', role: 'neighbourhood-coach' },
  { id: 'coach-who-left', municipality: 'haarlem', role: 'neighbourhood-coach', active: false },
  { id: 'expert', municipality: 'haarlem', role: 'experience-expert', qualification: 'certified', secrecySignedOn: '2023-01-10', conductCertificateOn: '2022-12-01', capacity: 1 },
] as const;

@Resolver()
class Probe {
  @Query(() => Boolean)
  answers(): boolean {
    return true;
  }
}

/** The household's streams as they are, with commands from inside alone. */
const households: AnyStreamOwner = asAnyOwner({
  category: 'household', idField: 'householdId', decider: householdDecider, events: householdEvents, inputs: {},
  internal: ['RegisterHousehold', 'ClaimHousehold', 'ReleaseHousehold'], gather: async () => ({}),
  municipalityOf: (command: HouseholdCommand) => (command.type === 'RegisterHousehold' ? command.data.municipality : ''),
  privacy: { householdOf: () => undefined, scopeOf: () => 'common' },
});
const busy = new Map<string, number>();
const trajectories = asAnyOwner(
  trajectoryOwner({
    people: async (ids) => people.filter((person) => ids.includes(person.id)),
    runningTandems: async (expertId) => busy.get(expertId) ?? 0,
  }),
);

describe('the schema', () => {
  const built = (async (): Promise<GraphQLSchema> => {
    const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
    const schema = await app.get(GraphQLSchemaFactory).create([Probe, ...trajectoryResolvers] as never);
    await app.close();
    return schema;
  })();

  test('has a mutation for every command, with its own input', async () => {
    const mutations = (await built).getMutationType()?.getFields() ?? {};
    const asked = Object.values(mutations).map(({ name, args }) => [name, ...args.map((arg) => `${arg.name}: ${arg.type.toString()}`)]);
    expect(asked.sort()).toEqual(
      Object.keys(trajectoryInputs)
        .map((type) => [mutationName(type), `input: ${type}Input!`, 'commandId: ID!', 'happenedOn: LocalDateTime'])
        .sort(),
    );
    expect(asked.length).toBeGreaterThan(60);
  });

  test('knows every code that may be answered', async () => {
    const codes = ((await built).getType('RefusalCode') as GraphQLEnumType).getValues().map(({ name }) => name);
    expect(codes).toEqual(expect.arrayContaining([...Object.keys(trajectorySentences), 'INVALID_INPUT', 'OUT_OF_ORDER']));
  });
});

describe('over GraphQL', () => {
  const opened = openEdge({ owners: [households, trajectories], resolvers: trajectoryResolvers, actor: coach });
  const send = async (name: string, word: string, input: object, happenedOn: string): Promise<unknown> => {
    const { data, errors } = await (await opened).ask(mutation(name), { input, commandId: id(`${name} ${word}`), happenedOn });
    expect(errors).toEqual([]);
    return data?.[name];
  };
  const on = (name: string, input: object, word = '', happenedOn = '2023-12-01'): Promise<unknown> =>
    send(name, word, { trajectoryId: id('first'), ...input }, happenedOn);
  const open = (trajectory: string): Promise<unknown> =>
    send('openTrajectory', trajectory, { trajectoryId: id(trajectory), householdId: id('household'), area: 'beijum', source: 'self' }, '2023-11-27T09:10');

  beforeAll(async () => {
    const data = { householdId: id('household'), municipality: 'haarlem', area: 'beijum', name: 'Gezin', address: 'Straat 1' };
    await (await opened).path.send({ type: 'RegisterHousehold', data, commandId: id('register'), happenedOn: '2023-11-27', actor: coach });
  });
  afterAll(async () => (await opened).close());

  test('a trajectory opens for a household that is there, in its municipality', async () => {
    expect(await send('openTrajectory', 'nobody', { trajectoryId: id('none'), householdId: id('nobody'), area: 'beijum', source: 'self' }, '2023-11-27')).toMatchObject({
      code: 'UNKNOWN_HOUSEHOLD',
    });
    expect(await open('first')).toMatchObject({ __typename: 'Accepted', version: 1 });
    const [first] = await (await opened).store.readStream(`trajectory-${id('first')}`);
    expect(first?.municipality).toBe('haarlem');
  });

  test('one household has one open trajectory', async () => {
    expect(await open('second')).toMatchObject({
      code: 'HOUSEHOLD_HAS_OPEN_TRAJECTORY', sentence: trajectorySentences.HOUSEHOLD_HAS_OPEN_TRAJECTORY, field: 'householdId',
    });
  });

  test('people come from the directory', async () => {
    for (const coachId of ['nobody', 'coach-elsewhere', 'coach-who-left'])
      expect(await on('assignCoach', { coachId }, coachId)).toMatchObject({ code: 'UNKNOWN_PERSON', field: 'coachId' });
    expect(await on('assignCoach', { coachId: 'coach' })).toMatchObject({ __typename: 'Accepted' });
  });

  test('an expert who is full elsewhere is refused, with the number in the sentence', async () => {
    busy.set('expert', 1);
    expect(await on('proposeTandem', { tandemId: id('tandem'), coachId: 'coach', expertId: 'expert' })).toMatchObject({
      code: 'EXPERT_AT_CAPACITY',
      sentence: { nl: 'Deze ervaringsdeskundige begeleidt al 1 huishoudens. Kies iemand anders.' },
      facts: [{ name: 'capacity', value: '1' }],
    });
  });

  test('a date is corrected of an event that is there', async () => {
    expect(await on('correctDate', { eventId: id('none'), happenedOn: '2023-11-28', reason: 'tikfout' })).toMatchObject({ code: 'UNKNOWN_EVENT' });
    const events = await (await opened).store.readStream(`trajectory-${id('first')}`);
    expect(await on('correctDate', { eventId: events.at(-1)?.id, happenedOn: '2023-11-28', reason: 'tikfout' }, 'known')).toMatchObject({ __typename: 'Accepted' });
  });

  test('money that is none is a typed no', async () => {
    const debt = { debtId: id('debt'), creditor: 'x', rank: 'concurrent', treatment: 'included', kind: 'other' };
    for (const claim of ['-1.00', '1,234.50', 12.5, 1e21, ['1.00'], { cents: 1 }, true])
      expect(await on('registerDebt', { ...debt, claim }, JSON.stringify(claim))).toMatchObject({ code: 'INVALID_INPUT', field: 'claim' });
    expect(await on('registerDebt', { ...debt, claim: '0.00' }, 'nothing')).toMatchObject({ code: 'AMOUNT_NOT_POSITIVE', field: 'claim' });
  });

  test('after it closed, another may open', async () => {
    expect(await on('stopTrajectory', { reason: 'moved' })).toMatchObject({ __typename: 'Accepted' });
    expect(await on('assignCoach', { coachId: 'coach' }, 'late')).toMatchObject({ code: 'TRAJECTORY_CLOSED' });
  });

  test('a broad moratorium of an earlier trajectory counts, read from the streams themselves', async () => {
    const evidence = ['admitted', 'duties-met', 'lighter-means-tried', 'budget-management', 'fixed-costs-payable', 'creditors-informed'];
    const broad = { instrument: 'broad-moratorium', debts: [], evidence };
    const { path } = await opened;
    const released = { householdId: id('once'), trajectoryId: id('earlier') };
    const once = { householdId: id('once'), municipality: 'haarlem', area: 'beijum', name: 'Gezin', address: 'Straat 2' };
    await path.send({ type: 'RegisterHousehold', data: once, commandId: id('register once'), happenedOn: '2023-11-27', actor: coach });
    const from = (trajectory: string) => (name: string, input: object): Promise<unknown> =>
      send(name, trajectory, { trajectoryId: id(trajectory), ...input }, '2023-12-01');
    const [earlier, later] = [from('earlier'), from('later')];
    const accepted = expect.objectContaining({ __typename: 'Accepted' });
    const opening = { householdId: id('once'), area: 'beijum', source: 'self' };
    expect(await earlier('openTrajectory', opening)).toEqual(accepted);
    expect(await earlier('requestFreeze', { freezeId: id('broad'), ...broad })).toEqual(accepted);
    expect(await earlier('grantFreeze', { freezeId: id('broad'), from: '2023-11-29', until: '2024-03-01', conditions: [] })).toEqual(accepted);
    expect(await earlier('liftFreeze', { freezeId: id('broad'), reason: 'verhuisd' })).toEqual(accepted);
    expect(await earlier('stopTrajectory', { reason: 'moved' })).toEqual(accepted);
    await path.send({ type: 'ReleaseHousehold', data: released, commandId: id('release once'), happenedOn: '2023-12-01', actor: coach });
    expect(await later('openTrajectory', opening)).toEqual(accepted);
    expect(await later('requestFreeze', { freezeId: id('again'), ...broad })).toMatchObject({
      code: 'BROAD_USED_BEFORE', facts: expect.arrayContaining([{ name: 'last', value: '2023-11-29' }]),
    });
  });
});
