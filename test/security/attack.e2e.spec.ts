import { printedSchema } from '@perspectief/casework';
import { actionOf } from '@perspectief/access-api';
import { cursorOf } from '@perspectief/edge';
import { deriveId } from '@perspectief/kernel';
import type { GraphQLSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { runningService, type RunningService } from '../api/running-service.js';
import { mutationsOf, operation, queriesOf, schemaOf, subscriptionsOf, written, type Ids } from './every-field.js';

const CANARY = 'Kanarievogel';
const id = (word: string): string => deriveId('attack', word);
const ids: Ids = {
  ...{ id: id('trajectory'), trajectoryId: id('trajectory'), householdId: id('household'), budgetId: id('pot'), requestId: id('request') },
  ...{ memberId: id('member'), storyId: id('story'), applicationId: id('application'), debtId: id('debt'), goalId: id('goal'), area: 'beijum', municipality: 'groningen' },
};
const secrets = [CANARY, ...['trajectoryId', 'householdId', 'budgetId', 'requestId'].map((name) => ids[name] as string)];

const ROLES = ['neighbourhood-coach', 'debt-counsellor', 'experience-expert', 'budget-holder', 'household-member', 'evaluator', 'microdata-evaluator', 'administrator', 'privacy-officer'] as const;
/** Of every role one in a town that has an area of the same name, and one of the next area for who works in areas. */
const attackers = [
  ...ROLES.map((role) => ({ id: `elsewhere-${role}`, role, municipality: 'haarlem', area: 'beijum' })),
  ...ROLES.slice(0, 5).map((role) => ({ id: `next-${role}`, role, municipality: 'groningen', area: 'selwerd' })),
];

let service: RunningService;
let schema: GraphQLSchema;

const did = async (type: string, input: object, actor = 'coach-1'): Promise<void> => {
  const { result, text } = await service.send(type, input, { happenedOn: '2025-01-10', actor });
  if (result?.['__typename'] !== 'Accepted') throw new Error(`${type}: ${text}`);
};

const reasons = { purpose: CANARY, payee: CANARY, legitimate: CANARY, committed: CANARY, returns: CANARY, regularRouteRuledOut: CANARY };

beforeAll(async () => {
  const many = 100_000;
  service = await runningService({ production: true, denialTakes: 0, service: { rateLimits: { perPerson: many, perAddress: many, denied: many } } });
  schema = schemaOf(await printedSchema());
  for (const { id: personId, ...person } of attackers) await service.platform.directory.put({ id: personId, name: personId, ...person });
  await service.platform.directory.put({ id: 'holder-1', municipality: 'groningen', role: 'budget-holder', name: 'Holder', area: 'beijum' });
  const { householdId, trajectoryId, memberId, budgetId } = ids;
  await did('RegisterHousehold', { householdId, municipality: 'groningen', area: 'beijum', name: CANARY, address: CANARY });
  await did('AddMember', { householdId, memberId, role: 'adult', name: CANARY, birthDate: '1980-01-01', from: '2025-01-01' });
  await did('OpenTrajectory', { trajectoryId, householdId, area: 'beijum', source: 'self' });
  await did('AssignCoach', { trajectoryId, coachId: 'coach-1' });
  await did('TellStory', { trajectoryId, storyId: ids['storyId'], text: CANARY, visibleTo: [...ROLES] });
  await did('SetGoal', { trajectoryId, goalId: ids['goalId'], wish: CANARY, lifeArea: 'housing', targetDate: '2025-06-01' });
  await did('RegisterDebt', { trajectoryId, debtId: ids['debtId'], creditor: CANARY, claim: '10.00', rank: 'concurrent', treatment: 'included', kind: 'other' });
  await did('OpenBudget', { budgetId, name: CANARY, scheme: 'doorbraak', area: 'beijum' }, 'holder-1');
  await did('Contribute', { budgetId, year: 2025, domain: 'wmo', amount: '1000.00' }, 'holder-1');
  await did('RequestSpending', { budgetId, requestId: ids['requestId'], trajectoryId, amount: '20.00', lifeArea: 'housing', ...reasons });
  await service.platform.projections.catchUp();
}, 120_000);
afterAll(() => service.close());

const events = async (): Promise<number> => (await service.platform.store.readAll({ limit: 1_000 })).length;
const expectNothing = (text: string): void => expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);

/** What stands in the reader log under this name. */
const logged = async (personId: string): Promise<ReadonlySet<string>> => {
  const rows = (await service.platform.database.query(`select distinct what from access.reader_log where person_id = $1`, [personId])) as { what: string }[];
  return new Set(rows.map(({ what }) => what));
};

test('the household itself is there to be found by its coach, so that an empty answer says something', async () => {
  const { text } = await service.ask(`{ trajectory(id: "${ids['id']}") { ... on Trajectory { stories { text } debts { creditor } plan { goals { wish } } } } }`);
  expect(text.split(CANARY)).toHaveLength(4);
});

test('every field of the schema has a policy', () => {
  const unknown = [
    ...queriesOf(schema).filter(({ name }) => !actionOf('query', name)),
    ...mutationsOf(schema).filter(({ name }) => !actionOf('mutation', name)),
    ...subscriptionsOf(schema).filter(({ name }) => !actionOf('subscription', name)),
  ];
  expect(unknown.map(({ name }) => name)).toEqual([]);
});

/** Every list with all that it counts, from a place that no page gave: before all rows. */
const counted = (): string => {
  const before = '00000000-0000-5000-8000-000000000000';
  const [byId, byDay] = [cursorOf([before]), cursorOf(['1999-01-01', before])];
  return `{ households(cursor: "${byId}") { ... on HouseholdConnection { totalCount edges { cursor } } } pooledBudgets(cursor: "${byId}") { ... on PooledBudgetConnection { edges { cursor } } }
    worklist(tab: "all", horizonDays: 400, cursor: "${byDay}") { ... on WorklistConnection { totalCount totals { mine team unassigned all } edges { cursor } } }
    approvalQueue(tab: ALL, cursor: "${byDay}") { ... on ApprovalQueueConnection { totals { mine second emergency all pay } edges { cursor } } }
    budgetAttention(horizonDays: 400, cursor: "${byDay}") { ... on BudgetAttentionConnection { edges { cursor } } } }`;
};
const NOTHING = {
  ...{ households: { totalCount: 0, edges: [] }, pooledBudgets: { edges: [] }, budgetAttention: { edges: [] } },
  worklist: { totalCount: 0, totals: { mine: 0, team: 0, unassigned: 0, all: 0 }, edges: [] },
  approvalQueue: { totals: { mine: 0, second: 0, emergency: 0, all: 0, pay: 0 }, edges: [] },
};

test('from there who may counts what is there', async () => {
  const [coach, holder] = [await service.ask(counted()), await service.ask(counted(), {}, 'holder-1')];
  expect(coach.body.data).toMatchObject({ households: { totalCount: 1, edges: [{}] }, pooledBudgets: { edges: [{}] } });
  expect(holder.body.data).toMatchObject({ approvalQueue: { totals: { all: 1 }, edges: [{}] }, pooledBudgets: { edges: [{}] } });
});

/** What is no attack: work on the own directory or a pot in the own town, and emergency access, which has tests of its own. */
const theirOwn = (attacker: string, role: string): readonly string[] => [
  ...(role === 'administrator' ? ['putPerson', 'putTeam', 'putArea'] : []),
  ...(attacker === 'elsewhere-budget-holder' ? ['openBudget'] : []),
  ...(attacker.startsWith('next-') ? ['breakGlass'] : []),
];

describe.each(attackers)('$id', ({ id: attacker, role }) => {
  test.each([false, true])('gets nothing from any question, by id or in a list (of another day and knowledge: %s)', async (moments) => {
    for (const field of queriesOf(schema)) {
      const { query, variables } = operation('query', [written(field, 'tried', ids, { moments })]);
      const { text } = await service.ask(query, variables, attacker);
      // An officer oversees the tries of the own people, with the ids that they tried.
      if (role === 'privacy-officer' && ['looks', 'deniedTries'].includes(field.name)) expect(text).not.toContain(CANARY);
      else expectNothing(text);
    }
    const known = await logged(attacker);
    expect(queriesOf(schema).map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  }, 60_000);

  test('finds no row, and counts none, from whatever place in a list', async () => {
    expect((await service.ask(counted(), {}, attacker)).body.data).toEqual(NOTHING);
  });

  test('changes nothing by any command, a dozen at once', async () => {
    const before = await events();
    const tried = mutationsOf(schema).filter(({ name }) => !theirOwn(attacker, role).includes(name));
    for (let from = 0; from < tried.length; from += 12) {
      const batch = tried.slice(from, from + 12).map((field, n) => written(field, `m${n}`, ids, { more: { commandId: id(`${attacker} ${field.name}`) } }));
      const { text, body } = await service.ask(operation('mutation', batch).query, operation('mutation', batch).variables, attacker);
      expectNothing(text);
      const answers = Object.values((body.data ?? {}) as unknown as Record<string, { readonly __typename: string; readonly code?: string } | null>);
      const codes = answers.flatMap((answer) => (answer ? [answer.code ?? answer.__typename] : []));
      expect(codes.filter((code) => !/^(UNKNOWN_(HOUSEHOLD|TRAJECTORY|BUDGET|REQUEST)|NOT_FOR_YOU)$/.test(code))).toEqual([]);
    }
    expect(await events()).toBe(before);
    const known = await logged(attacker);
    expect(tried.map(({ name }) => actionOf('mutation', name) ?? name).filter((name) => !known.has(name))).toEqual([]);
  }, 60_000);

  test('hears of what is there what it hears of an id that nobody gave', async () => {
    const nobody: Ids = { ...ids, ...Object.fromEntries(['id', 'trajectoryId', 'householdId', 'budgetId', 'requestId'].map((name) => [name, id(`nobody ${name}`)])) };
    for (const field of queriesOf(schema).filter(({ args }) => args.some(({ name }) => name.toLowerCase().endsWith('id')))) {
      // What a household of the own town had from the own pots is a holder's to ask: there the pot alone is of others.
      const unknown = attacker === 'next-budget-holder' && field.name === 'householdSpend' ? { ...nobody, trajectoryId: ids['trajectoryId'] as string } : nobody;
      const said = await Promise.all([ids, unknown].map(async (of) => {
        const { query, variables } = operation('query', [written(field, 'tried', of)]);
        return (await service.ask(query, variables, attacker)).text;
      }));
      if (!['looks', 'deniedTries'].includes(field.name)) expect([field.name, said[0]]).toEqual([field.name, said[1]]);
    }
  }, 60_000);

  test('gets no file by the export', async () => {
    for (const sheet of ['ledger.csv', 'year-statement.csv?year=2025']) {
      const answer = await service.http.get(`/budgets/${ids['budgetId']}/${sheet}`).set('host', '127.0.0.1').set('authorization', await service.bearer(attacker));
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expectNothing(answer.text);
    }
    const known = await logged(attacker);
    expect(['ledger.csv', 'year-statement.csv'].filter((name) => !known.has(name))).toEqual([]);
  });
});

test('a sheet of a pot that its holder takes away is in the log as a file that left', async () => {
  const answer = await service.http.get(`/budgets/${ids['budgetId']}/ledger.csv`).set('host', '127.0.0.1').set('authorization', await service.bearer('holder-1'));
  expect(answer.status).toBe(200);
  expect(await service.platform.database.query(`select action from access.reader_log where person_id = 'holder-1' and what = 'ledger.csv'`)).toEqual([{ action: 'exported' }]);
});

test('an own pot is no key to households of others: known and unknown answer alike, and nothing is written', async () => {
  const [holder, own] = ['elsewhere-budget-holder', id('own pot')];
  await did('OpenBudget', { budgetId: own, name: 'Eigen pot', scheme: 'doorbraak', area: 'beijum' }, holder);
  const before = await events();
  for (const trajectoryId of [ids['trajectoryId'], id('nobody')]) {
    for (const [type, more] of [['ProposeCeilingRaise', { amount: '1.00', reason: 'x' }], ['ConfirmCeilingRaise', {}]] as const) {
      const { result } = await service.send(type, { budgetId: own, trajectoryId, ...more }, { actor: holder });
      expect([type, result?.['__typename'], result?.['code'], result?.['field']]).toEqual([type, 'Refused', 'UNKNOWN_TRAJECTORY', 'trajectoryId']);
    }
  }
  expect(await events()).toBe(before);
});

test('hides behind no alias, fragment, or other operation of the same document', async () => {
  const asked = `... on Trajectory { id stories { text } }`;
  const document = `fragment Page on Trajectory { id stories { text } }
    query Mine { own: worklist { __typename } }
    query Theirs { a: trajectory(id: "${ids['id']}") { ...Page } b: trajectory(id: "${ids['id']}") { ${asked} } c: household(id: "${ids['householdId']}") { ... on Household { name address } } }`;
  const answer = await service.http
    .post('/graphql')
    .set('host', '127.0.0.1')
    .set('authorization', await service.bearer('next-neighbourhood-coach'))
    .send({ query: document, operationName: 'Theirs' });
  expectNothing(answer.text);
});

test('hears nothing of what it subscribes to, while the coach does', async () => {
  if (!service.app.getHttpServer().listening) await service.app.listen(0, '127.0.0.1');
  const url = `${(await service.app.getUrl()).replace('http', 'ws')}/graphql`;
  const listen = async (actor: string) => {
    const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { authorization: await service.bearer(actor) } });
    const heard = client.iterate({ query: `subscription { trajectoryChanged(id: "${ids['id']}") { trajectoryId position } }` });
    return { client, heard };
  };
  const coach = await listen('coach-1');
  const attacker = await listen('next-neighbourhood-coach');
  const first = coach.heard.next();
  expect(await attacker.heard.next()).toMatchObject({ done: true });
  // Everybody who is not of this household, by every subscription of the schema.
  const heard: unknown[] = [];
  const others = await Promise.all(
    attackers.map(async ({ id: actor }) => {
      const client = createClient({ url, webSocketImpl: WebSocket, connectionParams: { authorization: await service.bearer(actor) } });
      for (const field of subscriptionsOf(schema)) client.subscribe(operation('subscription', [written(field, 'tried', ids)]) as never, { next: ({ data }) => heard.push([actor, field.name, data]), error: () => undefined, complete: () => undefined });
      return client;
    }),
  );
  let told: unknown;
  void first.then(({ value }) => (told = value));
  for (let n = 0; told === undefined && n < 20; n += 1) {
    await did('LogContact', { trajectoryId: ids['id'], contactId: id(`contact ${n}`), kind: 'call', reached: true });
    await service.platform.projections.catchUp();
  }
  expect(JSON.stringify(await first)).toContain(ids['id']);
  await did('ReportThreat', { trajectoryId: ids['id'], threatId: id('threat'), threat: 'eviction', threatensOn: '2025-02-01' });
  await did('Contribute', { budgetId: ids['budgetId'], year: 2025, domain: 'jeugd', amount: '1.00' }, 'holder-1');
  await service.platform.glasses.break({ householdId: ids['householdId'] as string, reason: CANARY, personId: 'officer-1', role: 'privacy-officer', municipality: 'groningen' }, id('glass'));
  await service.platform.projections.catchUp();
  const known = (await service.platform.database.query(`select distinct what from access.reader_log where person_id like 'next-%' or person_id like 'elsewhere-%'`)) as { what: string }[];
  expect(subscriptionsOf(schema).map(({ name }) => name).filter((name) => !known.some(({ what }) => what === name))).toEqual([]);
  await Promise.all([coach, attacker, ...others.map((client) => ({ client }))].map(({ client }) => client.dispose()));
  expect(heard).toEqual([]);
}, 60_000);

test('a restricted household is not found by its money either, but by a holder who is named', async () => {
  const { householdId, trajectoryId, budgetId, requestId } = ids;
  for (const [person, role] of [['officer-1', 'privacy-officer'], ['holder-2', 'budget-holder']] as const)
    await service.platform.directory.put({ id: person, municipality: 'groningen', role, name: person, area: 'beijum' });
  await did('ApproveSpending', { budgetId, requestId }, 'holder-1');
  await did('RecordPayment', { budgetId, requestId, paymentId: id('payment'), amount: '20.00', deliveredOn: '2025-01-10' }, 'holder-1');
  await did('ProposeCeilingRaise', { budgetId, trajectoryId, amount: '100.00', reason: CANARY }, 'holder-1');
  await service.platform.projections.catchUp();
  const named = [trajectoryId, requestId, id('payment')];
  const asked = `{ pooledBudget(budgetId: "${budgetId}") { ... on PooledBudget { years { paid } proposedRaises { trajectoryId } } } pooledBudgets { ... on PooledBudgetConnection { edges { node { proposedRaises { trajectoryId } } } } } }`;
  const found = async (holder: string): Promise<readonly [number, readonly unknown[]]> => {
    const sheet = await service.http.get(`/budgets/${budgetId}/ledger.csv`).set('host', '127.0.0.1').set('authorization', await service.bearer(holder));
    const text = `${(await service.ask(asked, {}, holder)).text}${sheet.text}`;
    return [text.split('20.00').length, named.filter((one) => text.includes(one as string))];
  };
  const open = await found('holder-2');
  expect(open[1]).toEqual(named);
  await did('RestrictHousehold', { householdId, named: ['holder-1', 'coach-1'], reason: 'veilig adres' }, 'officer-1');
  await service.platform.projections.catchUp();
  // What was paid stays in the account.
  expect(await found('holder-2')).toEqual([open[0], []]);
  expect(await found('holder-1')).toEqual(open);
});
