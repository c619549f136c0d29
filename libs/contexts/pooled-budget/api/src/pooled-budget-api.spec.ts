import { faultsInSentences, mutation, openEdge, tryInput } from '@perspectief/edge/testing';
import { deriveId } from '@perspectief/kernel';
import { asAnyOwner, type AnyStreamOwner } from '@perspectief/runtime';
import { pooledBudgetInputs, pooledBudgetOwner, pooledBudgetResolvers, pooledBudgetSentences } from './index.js';

type Command = keyof typeof pooledBudgetInputs;

const id = (word: string): string => deriveId('pooled-budget-api', word);
const budgetId = id('pot');
const trajectoryId = id('trajectory');
const send = (type: Command, data: object) => tryInput(pooledBudgetInputs[type], { budgetId, ...data });
const wrong = (field: string, rule: string) => ({ refused: { code: 'INVALID_INPUT', field, facts: { rule } }, repeated: false });

const pot = { name: 'Doorbraakbudget Beijum', scheme: 'doorbraak', area: 'beijum', householdCeiling: '3000.00', tiers: [{ above: '500.00', approvers: 2 }] };
const homework = {
  requestId: id('homework'), trajectoryId, amount: '560.00', purpose: 'Huiswerkklas en zwemles', payee: 'huiswerkinstituut',
  lifeArea: 'work-and-learning', split: { jeugd: 60, participatiewet: 40 }, legitimate: 'past binnen het doel van de wet',
  committed: 'eigen wens van het gezin', returns: 'goedkoper dan niets doen', regularRouteRuledOut: 'te laat of niet mogelijk',
};

test('sentences are plain and whole', () => {
  expect(faultsInSentences(pooledBudgetSentences)).toEqual([]);
});

test('what policies alone send is no input', () => {
  expect(pooledBudgetOwner({ people: async () => [] }).internal).toEqual(['ReserveBuyOut', 'ReleaseBuyOut', 'RecordBuyOutPaid']);
  expect(Object.keys(pooledBudgetInputs)).not.toContain('ReserveBuyOut');
});

test.each<readonly [Command, object, object]>([
  ['OpenBudget', pot, { householdCeiling: 300_000, tiers: [{ above: 50_000, approvers: 2 }] }],
  ['Contribute', { year: 2024, domain: 'wmo', amount: '12000.00' }, { amount: 1_200_000 }],
  ['GrantMandate', { coachId: 'coach', perRequest: '500.00', from: '2023-11-01' }, { perRequest: 50_000 }],
  ['RequestSpending', homework, { amount: 56_000, split: { jeugd: '60', participatiewet: '40' } }],
  ['RequestSpending', { ...homework, split: { jeugd: '33.3', wmo: 66.7 } }, { split: { jeugd: '33.3', wmo: '66.7' } }],
  ['ApproveSpending', { requestId: id('rent') }, {}],
  ['RecordPayment', { requestId: id('rent'), paymentId: id('paid'), amount: '628.14', deliveredOn: '2024-01-02' }, { amount: 62_814 }],
  ['ProposeCeilingRaise', { trajectoryId, amount: '250.00', reason: 'Meedoen met sport' }, { amount: 25_000 }],
  ['ConfirmCeilingRaise', { trajectoryId }, {}],
  ['CloseYear', { year: 2024, remainder: 'carry-over' }, { remainder: 'carry-over' }],
])('%s is read into the domain\'s words', async (type, data, read) => {
  expect(await send(type, data)).toMatchObject({ data: { budgetId, ...read } });
});

test.each<readonly [Command, object, string, string]>([
  ['OpenBudget', { ...pot, tiers: { above: '500.00', approvers: 2 } }, 'tiers', 'isList'],
  ['OpenBudget', { ...pot, tiers: [{ above: '-500.00', approvers: 2 }] }, 'tiers.0.above', 'isAmount'],
  ['Contribute', { year: 20_240, domain: 'wmo', amount: '1.00' }, 'year', 'isWhole'],
  ['Contribute', { year: 2024, domain: 'zorg', amount: '1.00' }, 'domain', 'isIn'],
  ['RequestSpending', { ...homework, split: { zorg: 100 } }, 'split.zorg', 'whitelistValidation'],
  ['RequestSpending', { ...homework, split: [60, 40] }, 'split', 'isRecord'],
  ['RequestSpending', { ...homework, split: { jeugd: '60%' } }, 'split.jeugd', 'isPercentage'],
  ['CloseYear', { year: 2024, remainder: 'spend' }, 'remainder', 'isIn'],
])('%s with what does not fit is refused at the field', async (type, data, field, rule) => {
  expect(await send(type, data)).toEqual(wrong(field, rule));
});

/** Trajectories as far as a pot looks at them: the one that the test names is open. */
const trajectories: AnyStreamOwner = {
  category: 'trajectory', idField: 'trajectoryId', decider: { initial: { phase: 'open' }, evolve: (state) => state, decide: () => ({ accepted: [] }) },
  events: {}, inputs: {}, internal: [], gather: async () => undefined, municipalityOf: () => '', privacy: { householdOf: () => undefined, scopeOf: () => 'common' },
};

const people = [
  { id: 'holder', role: 'budget-holder', municipality: 'haarlem' },
  { id: 'coach', role: 'neighbourhood-coach', municipality: 'haarlem' },
  { id: 'coach-elsewhere', role: 'neighbourhood-coach', municipality: 'groningen' },
  { id: 'coach-who-left', role: 'neighbourhood-coach', municipality: 'haarlem', active: false },
];

describe('over GraphQL', () => {
  const opened = openEdge({
    owners: [
      trajectories,
      asAnyOwner(pooledBudgetOwner({ people: async (ids) => people.filter((person) => ids.includes(person.id)) })),
    ],
    resolvers: pooledBudgetResolvers,
    actor: { id: 'holder', role: 'budget-holder' },
  });
  const on = async (name: string, input: object, word = ''): Promise<unknown> => {
    const { data, errors } = await (await opened).ask(mutation(name), { input: { budgetId, ...input }, commandId: id(`${name} ${word}`), happenedOn: '2024-03-01' });
    expect(errors).toEqual([]);
    return data?.[name];
  };
  afterAll(async () => (await opened).close());

  test('a pot opens in the municipality of who opens it', async () => {
    expect(await on('openBudget', pot)).toMatchObject({ __typename: 'Accepted', version: 1 });
    expect((await (await opened).store.readStream(`pooledBudget-${budgetId}`))[0]?.municipality).toBe('haarlem');
    expect(await on('openBudget', pot, 'again')).toMatchObject({ code: 'BUDGET_EXISTS' });
  });

  test('a mandate is for a coach of this municipality who did not leave', async () => {
    const grant = (coachId: string) => on('grantMandate', { coachId, perRequest: '500.00', from: '2024-01-01' }, coachId);
    for (const coachId of ['nobody', 'coach-elsewhere', 'coach-who-left']) expect(await grant(coachId)).toMatchObject({ code: 'UNKNOWN_PERSON', field: 'coachId' });
    expect(await grant('coach')).toMatchObject({ __typename: 'Accepted' });
  });

  test('a request says the split as an object of percentages, and is kept with it', async () => {
    expect(await on('contribute', { year: 2024, domain: 'jeugd', amount: '1000.00' })).toMatchObject({ __typename: 'Accepted' });
    expect(await on('requestSpending', homework)).toMatchObject({ __typename: 'Accepted' });
    const events = await (await opened).store.readStream(`pooledBudget-${budgetId}`);
    expect(events.at(-1)).toMatchObject({ type: 'SpendingRequested', data: { split: { jeugd: '60', participatiewet: '40' } } });
  });

  test('what lacks is told in euro', async () => {
    expect(await on('requestSpending', { ...homework, requestId: id('boat'), amount: '2500.00' }, 'boat')).toMatchObject({
      code: 'INSUFFICIENT_FUNDS', facts: expect.arrayContaining([{ name: 'available', value: '1000.00' }]),
    });
    expect(await on('requestSpending', { ...homework, requestId: id('x'), split: { jeugd: 99 } }, 'x')).toMatchObject({ code: 'SPLIT_NOT_100' });
  });
});
