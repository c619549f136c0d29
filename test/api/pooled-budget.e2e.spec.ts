import { changesFor } from '@perspectief/edge';
import { deriveId } from '@perspectief/kernel';
import { runningService, type RunningService } from './running-service.js';

let service: RunningService;
const id = (word: string): string => deriveId('pooled-budget-e2e', word);
const [pot, trajectory, washer, stay] = ['pot', 'trajectory', 'washer', 'stay'].map(id) as [string, string, string, string];
const reasons = {
  purpose: 'Wasmachine', lifeArea: 'daily-life', legitimate: 'past binnen de wet', committed: 'eigen wens', returns: 'goedkoper dan wachten', regularRouteRuledOut: 'te laat',
};
let position: string;

const done = async (type: string, input: object, actor = 'holder-1', happenedOn = '2025-03-03'): Promise<void> => {
  const { result, text } = await service.send(type, input, { actor, happenedOn, commandId: id(`${type} ${JSON.stringify(input)} ${actor}`) });
  if (result?.['__typename'] !== 'Accepted') throw new Error(`${type}: ${text}`);
  position = result['position'] as string;
};

const asked = async (query: string, actor = 'holder-1') => {
  const { body } = await service.ask(query, {}, actor);
  if (body.errors) throw new Error(body.errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('; '));
  return { data: body.data as Record<string, never> | undefined };
};

beforeAll(async () => {
  service = await runningService();
  for (const n of [1, 2])
    await service.platform.directory.put({ id: `holder-${n}`, municipality: 'groningen', role: 'budget-holder', name: `Holder ${n}` });
  await done('RegisterHousehold', { householdId: id('household'), municipality: 'groningen', area: 'beijum', name: 'Huishouden', address: 'Straat 1' }, 'coach-1');
  await done('OpenTrajectory', { trajectoryId: trajectory, householdId: id('household'), area: 'beijum', source: 'self' }, 'coach-1');
  await done('OpenBudget', { budgetId: pot, name: 'Doorbraak', scheme: 'doorbraak', area: 'beijum', tiers: [{ above: '500.00', approvers: 2 }] });
  await done('Contribute', { budgetId: pot, year: 2025, domain: 'jeugd', amount: '1000.00' });
  await done('Contribute', { budgetId: pot, year: 2025, domain: 'wmo', amount: '500.50' });
  await done('GrantMandate', { budgetId: pot, coachId: 'coach-1', perRequest: '100.00', from: '2025-01-01', emergency: { upTo: '400.00', settleWithinWorkingDays: 5 } });
  await done('RequestSpending', { budgetId: pot, requestId: washer, trajectoryId: trajectory, amount: '600.00', payee: 'winkel', ...reasons }, 'coach-1');
  await done('RequestSpending', { budgetId: pot, requestId: stay, trajectoryId: trajectory, amount: '350.00', payee: 'hotel', emergency: true, ...reasons }, 'coach-1');
  await done('ApproveSpending', { budgetId: pot, requestId: washer });
});
afterAll(() => service.close());

test('a pot is read with the position that was just written', async () => {
  const { data } = await asked(`{ pooledBudget(budgetId: "${pot}", after: "${position}") { ... on PooledBudget { name years { year contributed paid reserved available domains { domain balance } } } } }`);
  expect(data?.['pooledBudget']).toMatchObject({ name: 'Doorbraak', years: [{ year: 2025, contributed: '1500.50', paid: '0.00', reserved: '350.00', available: '1150.50' }] });
});

test('the queue tells each who may decide, and counts only when asked', async () => {
  const tab = async (name: string, actor: string) => {
    const { data } = await asked(`{ approvalQueue(tab: ${name}, after: "${position}") { ... on ApprovalQueueConnection { edges { node { requestId mine waitingFor overdue } } totals { mine second emergency all } } } }`, actor);
    return data?.['approvalQueue'] as unknown as { edges: { node: { requestId: string; mine: boolean; waitingFor: number; overdue: boolean } }[]; totals: object };
  };
  expect((await tab('MINE', 'holder-2')).edges.map(({ node }) => node.requestId).sort()).toEqual([stay, washer].sort());
  expect((await tab('MINE', 'holder-1')).edges.map(({ node }) => node.requestId)).toEqual([stay]);
  expect((await tab('MINE', 'coach-1')).edges).toEqual([]);
  expect((await tab('SECOND', 'holder-2')).edges).toEqual([{ node: { requestId: washer, mine: true, waitingFor: 1, overdue: false } }]);
  expect((await tab('EMERGENCY', 'holder-1')).edges).toEqual([{ node: { requestId: stay, mine: true, waitingFor: 1, overdue: true } }]);
  expect((await tab('ALL', 'holder-1')).totals).toEqual({ mine: 1, second: 1, emergency: 1, all: 2 });
});

test('queue and pots are of the day that is asked for', async () => {
  const then = async (asOf: string) => {
    const { data } = await asked(`{ approvalQueue(tab: SECOND, asOf: "${asOf}", after: "${position}") { ... on ApprovalQueueConnection { edges { node { requestId waitingFor } } totals { mine second emergency all } } }
      pooledBudgets(asOf: "${asOf}") { ... on PooledBudgetConnection { edges { node { id years { available } } } } } }`, 'holder-2');
    return data as unknown as Record<string, { edges: { node: object }[]; totals: object }>;
  };
  const day = await then('2025-03-03');
  expect(day['approvalQueue']).toEqual({ edges: [{ node: { requestId: washer, waitingFor: 1 } }], totals: { mine: 2, second: 1, emergency: 1, all: 2 } });
  expect(day['pooledBudgets']?.edges).toEqual([{ node: { id: pot, years: [{ available: '1150.50' }] } }]);
  const before = await then('2025-03-02');
  expect([before['approvalQueue'], before['pooledBudgets']?.edges]).toEqual([{ edges: [], totals: { mine: 0, second: 0, emergency: 0, all: 0 } }, []]);
});

test('pages of the queue follow each other without a gap', async () => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor ? `, cursor: "${cursor}"` : '';
    const { data } = await asked(`{ approvalQueue(tab: ALL, first: 1${more}) { ... on ApprovalQueueConnection { edges { node { requestId } } pageInfo { hasNextPage endCursor } } } }`);
    const page = data?.['approvalQueue'] as unknown as { edges: { node: { requestId: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    ids.push(...page.edges.map(({ node }) => node.requestId));
    cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (cursor !== null);
  expect(ids.sort()).toEqual([stay, washer].sort());
});

test('the decision record says what the pot has before and after, by law, and the rule that sent it here', async () => {
  const { data } = await asked(`{ spendingRequest(requestId: "${washer}") { ... on SpendingRequest { reasons { purpose committed } said { kind by } rule { rule approvers tier { above } mandate { perRequest } }
    impact { availableBefore availableAfter domains { domain before share after } } household { reserved left } earlier { requestId } similar { requestId } } } }`);
  expect(data?.['spendingRequest']).toEqual({
    reasons: { purpose: 'Wasmachine', committed: 'eigen wens' },
    said: [{ kind: 'approval', by: 'holder-1' }],
    rule: { rule: 'above-mandate', approvers: 2, tier: { above: '500.00' }, mandate: { perRequest: '100.00' } },
    impact: {
      availableBefore: '1150.50',
      availableAfter: '550.50',
      domains: [
        { domain: 'jeugd', before: '766.74', share: '399.87', after: '366.87' },
        { domain: 'wmo', before: '383.76', share: '200.13', after: '183.63' },
        { domain: 'participatiewet', before: '0.00', share: '0.00', after: '0.00' },
        { domain: 'schuldhulp', before: '0.00', share: '0.00', after: '0.00' },
      ],
    },
    household: { reserved: '350.00', left: '2650.00' },
    earlier: [{ requestId: stay }],
    similar: [],
  });
});

test('statement, flow, mandates and what households got are there, also as of a day', async () => {
  const { data } = await asked(`{ yearStatement(budgetId: "${pot}", year: 2025) { ... on YearStatement { phase domains { domain contributed owes } quarters { quarter } } }
    spendingFlow(budgetId: "${pot}", year: 2025) { ... on SpendingFlow { links { amount } } }
    mandates(budgetId: "${pot}", asOf: "2025-04-01") { ... on Mandates { mandates { coachId holds emergency { upTo } } } }
    householdSpend(trajectoryId: "${trajectory}") { ... on SpendOfHousehold { pots { budgetId reserved left } } }
    before: pooledBudget(budgetId: "${pot}", asOf: "2025-03-03") { ... on PooledBudget { years { reserved } } }
    pooledBudgets(area: "beijum") { ... on PooledBudgetConnection { edges { node { id } } } } }`);
  expect(data).toMatchObject({
    yearStatement: { phase: 'open', quarters: [{ quarter: 1 }, { quarter: 2 }, { quarter: 3 }, { quarter: 4 }] },
    spendingFlow: { links: [] },
    mandates: { mandates: [{ coachId: 'coach-1', holds: true, emergency: { upTo: '400.00' } }] },
    householdSpend: { pots: [{ budgetId: pot, reserved: '350.00', left: '2650.00' }] },
    before: { years: [{ reserved: '350.00' }] },
    pooledBudgets: { edges: [{ node: { id: pot } }] },
  });
});

test('what was asked for a household, and what for, is told to its coach and to no holder', async () => {
  const purchases = async (actor: string) => {
    const { data } = await asked(`{ householdPurchases(trajectoryId: "${trajectory}", after: "${position}") { __typename ... on HouseholdPurchases { purchases { requestId purpose state receivedBy } } } }`, actor);
    return data?.['householdPurchases'] as unknown as { __typename: string; purchases?: { requestId: string }[] };
  };
  const told = await purchases('coach-1');
  expect(told.purchases?.map(({ requestId }) => requestId).sort()).toEqual([stay, washer].sort());
  expect(told.purchases).toContainEqual({ requestId: washer, purpose: 'Wasmachine', state: 'awaiting', receivedBy: [] });
  expect(await purchases('holder-1')).toEqual({ __typename: 'NotFound' });
});

test('what asks for attention is told to the coach whose it is, and to holders', async () => {
  const kinds = async (actor: string) => {
    const { data } = await asked(`{ budgetAttention { ... on BudgetAttentionConnection { edges { node { kind state sentence { nl } } } } } }`, actor);
    return (data?.['budgetAttention'] as unknown as { edges: { node: { kind: string; state: string } }[] }).edges.map(({ node: { kind, state } }) => [kind, state]);
  };
  expect(await kinds('coach-1')).toEqual([['emergency-overdue', 'overdue']]);
  expect(await kinds('holder-2')).toEqual([['emergency-approval', 'overdue']]);
});

const OTHER = '... on NotFound { code } ... on NotYet { code } ... on InvalidInput { code field }';

test.each([
  ['an unknown pot', `pooledBudget(budgetId: "${id('nothing')}")`, { code: 'UNKNOWN_BUDGET' }],
  ['what is no id', `pooledBudget(budgetId: "x'; drop")`, { code: 'INVALID_INPUT', field: 'budgetId' }],
  ['an unknown request', `spendingRequest(requestId: "${id('nothing')}")`, { code: 'UNKNOWN_REQUEST' }],
  ['a statement of an unknown pot', `yearStatement(budgetId: "${id('nothing')}", year: 2025)`, { code: 'UNKNOWN_BUDGET' }],
  ['a household in an unknown pot', `householdSpend(trajectoryId: "${trajectory}", budgetId: "${id('nothing')}")`, { code: 'UNKNOWN_BUDGET' }],
  ['a day that is not there', `pooledBudget(budgetId: "${pot}", asOf: "2025-02-30")`, { code: 'INVALID_INPUT', field: 'asOf' }],
  ['a scheme of nowhere', `pooledBudgets(scheme: "lottery")`, { code: 'INVALID_INPUT', field: 'scheme' }],
  ['a cursor of nowhere', `approvalQueue(cursor: "abc")`, { code: 'INVALID_INPUT', field: 'cursor' }],
  ['a page too large', `approvalQueue(first: 201)`, { code: 'INVALID_INPUT', field: 'first' }],
  ['a position that is not there yet', `mandates(budgetId: "${pot}", after: "LATER")`, { code: 'READ_MODEL_BEHIND' }],
])('%s is told so', async (_, question, answer) => {
  const later = question.replace('LATER', `9${position.slice(1)}`);
  expect((await asked(`{ answer: ${later} { ${OTHER} } }`)).data?.['answer']).toEqual(answer);
});

test('nobody is told nothing', async () => {
  for (const question of [`pooledBudget(budgetId: "${pot}")`, 'approvalQueue', 'budgetAttention', 'pooledBudgets'])
    await expect(asked(`{ answer: ${question} { ${OTHER} } }`, '')).rejects.toThrow('NOT_SIGNED_IN');
  expect((await service.http.get(`/budgets/${pot}/ledger.csv`).set('host', '127.0.0.1')).status).toBe(401);
});

test('who listens hears that the queue moved', async () => {
  const changes = changesFor(service.platform.feed, (change) => (change.projection === 'pooled-budget' ? change.streams : undefined));
  const heard = changes.next();
  await done('Contribute', { budgetId: pot, year: 2026, domain: 'wmo', amount: '1.00' });
  expect((await heard).value).toEqual([`pooledBudget-${pot}`]);
  expect(await changes.return?.()).toMatchObject({ done: true });
});

describe('as a file', () => {
  const file = async (path: string) => service.http.get(`/budgets/${pot}/${path}`).set('host', '127.0.0.1').set('authorization', await service.bearer('holder-1'));

  test('the year statement opens in a Dutch sheet', async () => {
    const { status, headers, text } = await file('year-statement.csv?year=2025&format=nl');
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="year-statement.csv"']);
    expect(text.split('\r\n').slice(0, 6)).toEqual([
      '\uFEFFdomain;contributed;attributed;over;back;owes',
      'jeugd;1000,00;0,00;233,26;766,74;0,00',
      'wmo;500,50;0,00;116,74;383,76;0,00',
      'participatiewet;0,00;0,00;0,00;0,00;0,00',
      'schuldhulp;0,00;0,00;0,00;0,00;0,00',
      'total;1500,50;0,00;350,00;1150,50;0,00',
    ]);
  });

  test('the ledger ends with what each law has left', async () => {
    const { text } = await file('ledger.csv?year=2025');
    expect(text.trim().split('\r\n').at(-1)).toBe(',,total,,,1000.00,500.50,0.00,0.00,1500.50');
  });

  test('both are of the day that is asked for, and a day that is none is refused', async () => {
    await done('Contribute', { budgetId: pot, year: 2025, domain: 'schuldhulp', amount: '5.00' }, 'holder-1', '2025-06-02');
    await service.platform.projections.catchUp();
    const totals = async (asOf: string) => {
      const [ledger, statement] = [await file(`ledger.csv?year=2025${asOf}`), await file(`year-statement.csv?year=2025${asOf}`)];
      return [ledger.text.trim().split('\r\n').at(-1)?.split(',').at(-1), statement.text.split('\r\n')[5]?.split(',')[1]];
    };
    expect(await totals('&asOf=2025-06-01')).toEqual(['1500.50', '1500.50']);
    expect(await totals('&asOf=2025-06-02')).toEqual(['1505.50', '1505.50']);
    expect(await totals('')).toEqual(['1505.50', '1505.50']);
    for (const sheet of ['ledger.csv', 'year-statement.csv']) expect((await file(`${sheet}?year=2025&asOf=2025-02-30`)).status).toBe(400);
  });

  test('another format, a year in words and an unknown pot are refused', async () => {
    expect((await file('year-statement.csv?year=2025&format=xls')).status).toBe(400);
    expect((await file('year-statement.csv?year=last')).status).toBe(400);
    expect((await service.http.get(`/budgets/${id('nothing')}/ledger.csv`).set('host', '127.0.0.1').set('authorization', await service.bearer('holder-1'))).status).toBe(404);
  });
});
