import type { PooledBudgetCommand } from '@perspectief/pooled-budget-domain';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';
import { cohortDifference, counterfactual, ruleSets, spendingDecisions } from './index.js';
import { idOf, potHistory, sealedOtherwise, trajectoryHistory, type Told } from './testing/history.js';

const trajectoryId = idOf('heat');
const [application, threat, rent, fine] = ['application', 'threat', 'rent', 'fine'].map((word) => idOf('heat', word)) as [string, string, string, string];
const debt = (debtId: string, claim: number, rank: 'preferential' | 'concurrent') =>
  ({ type: 'RegisterDebt', data: { trajectoryId, debtId, creditor: 'CANARY creditor', claim, rank, treatment: 'included', kind: 'other' } }) as const;

const told: readonly Told<TrajectoryCommand>[] = [
  ['2024-01-08', { type: 'OpenTrajectory', data: { trajectoryId, householdId: idOf('household'), area: 'beijum', source: 'self' } }],
  ['2024-01-08T10:00', { type: 'ReceiveApplication', data: { trajectoryId, applicationId: application, law: 'schuldhulp', kind: 'debt-help' } }],
  ['2024-02-01', { type: 'HoldFirstConversation', data: { trajectoryId, place: 'home', applicationId: application } }],
  ['2024-02-05', { type: 'ReportThreat', data: { trajectoryId, threatId: threat, threat: 'heat-cutoff', threatensOn: '2024-03-01' } }],
  ['2024-02-06', debt(rent, 100_000, 'concurrent')],
  ['2024-02-06', debt(fine, 100_000, 'preferential')],
  ['2024-02-12', { type: 'ConfirmDebtInventory', data: { trajectoryId } }],
  ['2024-02-13', { type: 'RecordProtectedAmount', data: { trajectoryId, income: 200_000, protectedAmount: 195_000, calculatorVersion: '1', documentRef: 'CANARY ref' } }],
  ['2024-03-01', { type: 'DraftBuyOut', data: { trajectoryId, buyOutId: idOf('heat', 'buy-out'), method: 'settlement-credit', months: 6 } }],
];
const facts = trajectoryHistory('heat', told);
const asOf = '2024-06-01';

const reasons = { purpose: 'CANARY', payee: 'CANARY shop', lifeArea: 'housing', legitimate: 'yes', committed: 'yes', returns: 'yes', regularRouteRuledOut: 'yes' };
const asks = (requestId: string, amount: number): PooledBudgetCommand =>
  ({ type: 'RequestSpending', data: { budgetId: idOf('pot'), requestId: idOf('heat', requestId), trajectoryId, amount, ...reasons } });
const potTold: readonly Told<PooledBudgetCommand>[] = [
  ['2024-01-01', { type: 'OpenBudget', data: { budgetId: idOf('pot'), name: 'Beijum', scheme: 'maatwerkbudget', area: 'beijum', householdCeiling: 300_000, tiers: [{ above: 50_000, approvers: 2 }] } }],
  ['2024-01-02', { type: 'Contribute', data: { budgetId: idOf('pot'), year: 2024, domain: 'wmo', amount: 1_000_000 } }],
  ['2024-01-03', { type: 'GrantMandate', data: { budgetId: idOf('pot'), coachId: 'coach', perRequest: 50_000, from: '2024-01-01' } }],
  ['2024-02-07', asks('bed', 40_000)],
  ['2024-02-08', asks('bus', 10_000)],
];
const pot = potHistory('pot', potTold);
const under = (name: keyof typeof ruleSets) => counterfactual(facts, ruleSets[name], { asOf, pots: [spendingDecisions(pot, ruleSets[name])] });

test('a mandate of 250 lets the coach decide on the small request alone, and wants one approval more', () => {
  const { kind, decisions, costs, clocks, decidedAgain, notComparable } = under('mandate-250');
  expect(kind).toBe('counterfactual');
  expect(decisions).toMatchObject([{ command: 'RequestSpending', before: 'SpendingRequested, SpendingApproved', after: 'SpendingRequested', hypothetical: false }]);
  expect(costs).toMatchObject({ approvals: { before: 0, after: 1 }, daysWaiting: null });
  expect([clocks, decidedAgain, notComparable]).toEqual([[], 4, 0]);
});

test('a freeze that is possible for heat would have been let in where nobody could ask for it', () => {
  expect(under('freeze-for-heat').decisions).toMatchObject([
    { command: 'RequestFreeze', hypothetical: true, before: 'refused: NOT_A_NARROW_THREAT', after: 'FreezeRequested', happenedOn: '2024-02-05T00:00:00' },
  ]);
});

test('with two weeks for the first conversation, the one after three and a half weeks was missed', () => {
  expect(under('conversation-in-two-weeks').clocks).toMatchObject([
    { rule: 'wgs-first-conversation', missed: { before: false, after: true }, daysLate: { before: 0, after: 10 }, before: { due: '2024-02-05' }, after: { due: '2024-01-22' } },
  ]);
});

test('creditors who are equal share alike, and the sum stays the same', () => {
  const { costs, decisions } = under('equal-creditors');
  expect(costs.offers).toEqual({ preferential: { before: 20_000, after: 15_000 }, concurrent: { before: 10_000, after: 15_000 } });
  expect(decisions).toHaveLength(1);
  expect(decisions[0]?.changes.map(({ path }) => path)).toContain('/events/0/data/offers/0/offer');
});

test('where no creditor has priority, equal creditors change no decision', () => {
  const equal = trajectoryHistory('heat', told.filter(([, { data }]) => !('rank' in data) || data.rank !== 'preferential'));
  expect(counterfactual(equal, ruleSets['equal-creditors'], { asOf })).toMatchObject({ decisions: [], notComparable: 0 });
});

test('the rules of then change nothing', () => {
  const same = counterfactual(facts, { name: 'same', says: { nl: '', en: '' }, overrides: [] }, { asOf, pots: [spendingDecisions(pot, { name: 'same', says: { nl: '', en: '' }, overrides: [] })] });
  expect(same).toMatchObject({ decisions: [], clocks: [], notComparable: 0, costs: { approvals: { before: 0, after: 0 }, daysWaiting: 0 } });
});

test('history is not touched, nothing personal is in it, and no seal matters', () => {
  const before = JSON.stringify([facts, pot]);
  const all = (Object.keys(ruleSets) as (keyof typeof ruleSets)[]).map(under);
  expect(JSON.stringify([facts, pot])).toBe(before);
  expect(JSON.stringify(all)).not.toContain('CANARY');
  const sealed = sealedOtherwise(facts, ['creditor', 'documentRef']);
  const sealedPot = sealedOtherwise(pot, Object.keys(reasons).filter((key) => key !== 'lifeArea'));
  expect(counterfactual(sealed, ruleSets['mandate-250'], { asOf, pots: [spendingDecisions(sealedPot, ruleSets['mandate-250'])] })).toEqual(under('mandate-250'));
});

test('a decision that this stream cannot make again is counted, not compared', () => {
  const broken = facts.filter(({ type }) => type !== 'DebtInventoryConfirmed');
  expect(counterfactual(broken, ruleSets['equal-creditors'], { asOf })).toMatchObject({ decisions: [], notComparable: 1 });
});

test('a wait costs the middle wait of the pot', () => {
  const slow = potHistory('pot', [
    ...potTold,
    ['2024-03-01', { type: 'RequestSpending', data: { budgetId: idOf('pot'), requestId: idOf('other', 'roof'), trajectoryId: idOf('other'), amount: 60_000, ...reasons } }],
  ]);
  expect(spendingDecisions(slow, ruleSets['mandate-250']).medianWait).toBeNull();
  const approved = [...slow, { ...(slow[4] as (typeof slow)[number]), type: 'SpendingApproved', data: { requestId: idOf('other', 'roof'), trajectoryId: idOf('other'), by: 'approvers', year: 2024, reserved: 60_000 }, happenedOn: '2024-03-08T00:00:00', commandId: idOf('later') }] as unknown as typeof slow;
  const decisions = spendingDecisions(approved, ruleSets['mandate-250']);
  expect(decisions.medianWait).toBe(7);
  expect(counterfactual(facts, ruleSets['mandate-250'], { asOf, pots: [decisions] }).costs.daysWaiting).toBe(7);
});

test('a cohort is one table of what goes otherwise, how often, and for whom', () => {
  const other = trajectoryHistory('other', told.slice(0, 3).map(([on, command]) => [on, { ...command, data: { ...command.data, trajectoryId: idOf('other') } } as TrajectoryCommand] as const));
  const rules = ruleSets['conversation-in-two-weeks'];
  expect(cohortDifference(rules.name, [facts, other].map((one) => counterfactual(one, rules, { asOf })))).toMatchObject({
    kind: 'counterfactual', trajectories: 2,
    rows: [{ what: 'clock', name: 'wgs-first-conversation', before: 'not missed', after: 'missed', times: 2, trajectories: [trajectoryId, idOf('other')] }],
  });
});
