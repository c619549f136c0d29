import { createClient } from 'graphql-ws';
import { deriveId } from '@perspectief/kernel';
import { WebSocket } from 'ws';
import { runningService, type RunningService } from './running-service.js';

let service: RunningService;
const householdId = deriveId('reading', 'household');
const trajectoryId = deriveId('reading', 'trajectory');
let last: string;

const did = async (type: string, input: object, happenedOn: string): Promise<string> => {
  const { result, text } = await service.send(type, { trajectoryId, ...input }, { happenedOn });
  expect([result?.['__typename'], text]).toEqual(['Accepted', text]);
  return String(result?.['position']);
};

beforeAll(async () => {
  service = await runningService();
  const household = { householdId, municipality: 'groningen', area: 'beijum', name: 'Gezin', address: 'Straat 1' };
  await service.send('RegisterHousehold', household, { happenedOn: '2024-01-08T09:00' });
  await did('OpenTrajectory', { householdId, area: 'beijum', source: 'self' }, '2024-01-08T09:10');
  await did('AssignCoach', { coachId: 'coach-1' }, '2024-01-08T09:20');
  await did('ReceiveApplication', { applicationId: deriveId('application'), law: 'schuldhulp', kind: 'debt-help' }, '2024-01-08T09:30');
  await did('HoldFirstConversation', { place: 'home' }, '2024-01-18T10:00');
  last = await did('ReportThreat', { threatId: deriveId('threat'), threat: 'eviction', threatensOn: '2024-03-01' }, '2024-02-05');
});
afterAll(() => service.close());

const socketOf = async ({ app }: RunningService): Promise<string> => {
  if (!app.getHttpServer().listening) await app.listen(0, '127.0.0.1');
  return `${(await app.getUrl()).replace('http', 'ws')}/graphql`;
};

const PAGE = `query ($id: ID!, $asOf: BusinessDate, $knownAt: Moment, $after: ID) {
  trajectory(id: $id, asOf: $asOf, knownAt: $knownAt, after: $after) {
    __typename
    ... on Trajectory { status day coachId threats { threat } clocks { rule due metOn state explanation { nl en } } }
    ... on NotFound { code sentence { nl } }
    ... on NotYet { code }
    ... on InvalidInput { code field }
  }
}`;
const page = async (variables: object): Promise<Record<string, never>> => {
  const { body } = await service.ask(PAGE, { id: trajectoryId, ...variables });
  return (body.data as unknown as { trajectory: Record<string, never> }).trajectory;
};

test('a query with the position of a write shows that write', async () => {
  expect(await page({ after: last })).toMatchObject({ __typename: 'Trajectory', coachId: 'coach-1', threats: [{ threat: 'eviction' }] });
});

test('a position that no read model has reached says so', async () => {
  expect(await page({ after: `9${last.slice(1)}` })).toMatchObject({ __typename: 'NotYet', code: 'READ_MODEL_BEHIND' });
});

test('the page as it was on a day', async () => {
  expect(await page({ asOf: '2024-01-10' })).toMatchObject({ day: '2024-01-10', threats: [] });
  expect(await page({ asOf: '2024-01-07' })).toMatchObject({ __typename: 'NotFound' });
});

test('the page as it was known: what was recorded today was not known last year', async () => {
  expect(await page({ knownAt: '2024-06-01' })).toMatchObject({ __typename: 'NotFound' });
});

test('clocks explain themselves', async () => {
  const { clocks } = (await page({ asOf: '2024-02-01' })) as unknown as { clocks: { rule: string }[] };
  expect(clocks.find(({ rule }) => rule === 'wgs-first-conversation')).toMatchObject({
    due: '2024-02-05',
    metOn: '2024-01-18',
    state: 'met',
    explanation: { nl: expect.stringContaining('Wgs') as string, en: expect.stringContaining('Wgs') as string },
  });
});

test.each([
  ['an id that is not there', { id: deriveId('nobody') }, { __typename: 'NotFound', code: 'UNKNOWN_TRAJECTORY' }],
  ['an id that is none', { id: "1' or '1'='1" }, { __typename: 'InvalidInput', field: 'id' }],
  ['a day that is none', { asOf: '2024-02-30' }, { __typename: 'InvalidInput', field: 'asOf' }],
  ['a moment that is none', { knownAt: 'yesterday' }, { __typename: 'InvalidInput', field: 'knownAt' }],
  ['a position that is none', { after: '\u0000' }, { __typename: 'InvalidInput', field: 'after' }],
  ['a position that somebody made up', { after: 'zzz' }, { __typename: 'InvalidInput', field: 'after' }],
  ['a position that is too short to be one', { after: '0' }, { __typename: 'InvalidInput', field: 'after' }],
])('%s gets a typed answer', async (_, variables, expected) => {
  expect(await page(variables)).toMatchObject(expected);
});

test('the story pages by cursor, in the order in which things happened', async () => {
  const TIMELINE = `query ($id: ID!, $cursor: String) { timeline(trajectoryId: $id, first: 2, cursor: $cursor) {
    ... on TimelineConnection { totalCount pageInfo { hasNextPage endCursor } edges { node { type happenedOn } } } } }`;
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await service.ask(TIMELINE, { id: trajectoryId, cursor });
    const { timeline } = body.data as unknown as {
      timeline: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { type: string } }[] };
    };
    seen.push(...timeline.edges.map(({ node }) => node.type));
    cursor = timeline.pageInfo.hasNextPage ? timeline.pageInfo.endCursor : null;
  } while (cursor);
  expect(seen).toEqual(['TrajectoryOpened', 'CoachAssigned', 'ApplicationReceived', 'FirstConversationHeld', 'ThreatReported']);
});

test('what needs me today is mine, and says which rule says so', async () => {
  const { body } = await service.ask(
    `query ($after: ID) { worklist(tab: "mine", after: $after) { ... on WorklistConnection { totals { mine all } edges { node { trajectoryId rule dueOn state } } } } }`,
    { after: last },
  );
  const { worklist } = body.data as unknown as { worklist: { totals: object; edges: { node: { rule: string } }[] } };
  expect(worklist.edges.map(({ node }) => node.rule)).toContain('wgs-decision');
});

test('the household is read beside it', async () => {
  const { body } = await service.ask(`query ($id: ID!) { household(id: $id) { ... on Household { name area openTrajectoryId } } }`, { id: householdId });
  expect(body.data).toEqual({ household: { name: 'Gezin', area: 'beijum', openTrajectoryId: trajectoryId } });
});

describe('over graphql-ws', () => {
  const listening = async (from: 'payload' | 'headers' | 'nowhere') => {
    const who = { authorization: await service.bearer('coach-1') };
    class WithHeaders extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, from === 'headers' ? { headers: who } : {});
      }
    }
    return createClient({ url: await socketOf(service), webSocketImpl: WithHeaders, ...(from === 'payload' && { connectionParams: who }) });
  };

  const listenFor = async (from: 'payload' | 'headers' | 'nowhere', subscription: string) => {
    const client = await listening(from);
    const told = client.iterate({ query: `subscription { ${subscription} }` }).next();
    return { client, told };
  };

  test.each(['payload', 'headers'] as const)('a change is told live to who is named in %s', async (from) => {
    const { client, told } = await listenFor(from, `trajectoryChanged(id: "${trajectoryId}") { trajectoryId position }`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const position = await did('ReportThreat', { threatId: deriveId('threat', from), threat: 'water-cutoff', threatensOn: '2024-04-01' }, '2024-02-06');
    expect(await told).toMatchObject({ value: { data: { trajectoryChanged: { trajectoryId, position } } } });
    await client.dispose();
  });

  test('who watches a trajectory hears of its money and of its household', async () => {
    const { directory } = service.platform;
    for (const n of [1, 2]) await directory.put({ id: `holder-${n}`, municipality: 'groningen', role: 'budget-holder', name: `Holder ${n}` });
    const [budgetId, requestId] = [deriveId('reading', 'money'), deriveId('reading', 'request')];
    const why = { legitimate: 'w', committed: 'w', returns: 'w', regularRouteRuledOut: 'w' };
    await service.send('OpenBudget', { budgetId, name: 'Money', scheme: 'doorbraak', area: 'beijum' }, { actor: 'holder-1' });
    await service.send('Contribute', { budgetId, year: new Date().getFullYear(), domain: 'wmo', amount: '500.00' }, { actor: 'holder-1' });
    const client = await listening('payload');
    const pushes = client.iterate({ query: `subscription { trajectoryChanged(id: "${trajectoryId}") { position } }` });
    let next = pushes.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const [type, input, actor] of [
      ['RequestSpending', { budgetId, requestId, trajectoryId, amount: '40.00', purpose: 'Fiets', payee: 'Winkel', lifeArea: 'daily-life', ...why }, 'coach-1'],
      ['ApproveSpending', { budgetId, requestId }, 'holder-2'],
      ['ConfirmReceipt', { budgetId, requestId, by: 'coach' }, 'coach-1'],
      ['AddMember', { householdId, memberId: deriveId('reading', 'member'), role: 'adult', name: 'Ouder', birthDate: '1990-01-01', from: '2024-01-08' }, 'coach-1'],
    ] as const) {
      const { result } = await service.send(type, input, { actor });
      expect([type, await next]).toMatchObject([type, { value: { data: { trajectoryChanged: { position: result?.['position'] } } } }]);
      next = pushes.next();
    }
    await client.dispose();
  });

  test('the worklist changes with trajectories and with pots', async () => {
    const { client, told } = await listenFor('payload', 'worklistChanged { position }');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await service.platform.directory.put({ id: 'holder-1', municipality: 'groningen', role: 'budget-holder', name: 'Holder 1' });
    const pot = { budgetId: deriveId('reading', 'pot'), name: 'Pot', scheme: 'doorbraak', area: 'beijum' };
    const { result } = await service.send('OpenBudget', pot, { actor: 'holder-1' });
    expect(await told).toMatchObject({ value: { data: { worklistChanged: { position: result?.['position'] } } } });
    await client.dispose();
  });

  test.each(['approvalQueueChanged { position }', 'worklistChanged { position }', `trajectoryChanged(id: "${trajectoryId}") { position }`])(
    'nobody hears nothing: %s',
    async (subscription) => {
      const { client, told } = await listenFor('nowhere', subscription);
      await expect(told).rejects.toEqual([expect.objectContaining({ extensions: expect.objectContaining({ code: 'NOT_SIGNED_IN' }) as object })]);
      await client.dispose();
    },
  );
});
