import { deriveId } from '@perspectief/kernel';
import { runningService, type RunningService } from './running-service.js';

let service: RunningService;
const id = (word: string): string => deriveId('worklist-e2e', word);
const [pot, trajectory, stay, chair, bed] = ['pot', 'trajectory', 'stay', 'chair', 'bed'].map(id) as [string, string, string, string, string];
const reasons = { lifeArea: 'daily-life', purpose: 'Nodig', legitimate: 'ja', committed: 'ja', returns: 'ja', regularRouteRuledOut: 'te laat' };
let position: string;

const done = async (type: string, input: object, actor = 'holder-1', happenedOn = '2025-03-03'): Promise<void> => {
  const { result, text } = await service.send(type, input, { actor, happenedOn, commandId: id(`${type} ${JSON.stringify(input)}`) });
  if (result?.['__typename'] !== 'Accepted') throw new Error(`${type}: ${text}`);
  position = result['position'] as string;
};
const asks = (requestId: string, amount: string, payee: string, more = {}): Promise<void> =>
  done('RequestSpending', { budgetId: pot, requestId, trajectoryId: trajectory, amount, payee, ...reasons, ...more }, 'coach-1');

beforeAll(async () => {
  service = await runningService();
  await service.platform.directory.put({ id: 'holder-1', municipality: 'groningen', role: 'budget-holder', name: 'Holder 1' });
  await service.platform.directory.put({ id: 'coach-2', municipality: 'groningen', role: 'neighbourhood-coach', name: 'Coach 2', area: 'beijum' });
  await done('RegisterHousehold', { householdId: id('household'), municipality: 'groningen', area: 'beijum', name: 'Huishouden', address: 'Straat 1' }, 'coach-1');
  await done('OpenTrajectory', { trajectoryId: trajectory, householdId: id('household'), area: 'beijum', source: 'self' }, 'coach-1');
  await done('AssignCoach', { trajectoryId: trajectory, coachId: 'coach-1' }, 'coach-1');
  await done('ReportThreat', { trajectoryId: trajectory, threatId: id('threat'), threat: 'eviction', threatensOn: '2025-03-12' }, 'coach-1');
  await done('OpenBudget', { budgetId: pot, name: 'Doorbraak', scheme: 'doorbraak', area: 'beijum' });
  await done('Contribute', { budgetId: pot, year: 2025, domain: 'wmo', amount: '2000.00' });
  await done('GrantMandate', { budgetId: pot, coachId: 'coach-1', perRequest: '100.00', from: '2025-01-01', emergency: { upTo: '400.00', settleWithinWorkingDays: 5 } });
  await asks(bed, '90.00', 'beddenwinkel');
  await asks(chair, '300.00', 'stoelenwinkel');
  await asks(stay, '350.00', 'hotel', { emergency: true });
  await done('ReturnSpending', { budgetId: pot, requestId: chair, question: 'Waarom deze?' });
  await done('RecordPayment', { budgetId: pot, requestId: bed, paymentId: id('payment'), amount: '90.00', deliveredOn: '2025-03-03' });
  await done('ConfirmReceipt', { budgetId: pot, requestId: bed, by: 'household' }, 'coach-1');
});
afterAll(() => service.close());

interface Page {
  readonly totalCount: number;
  readonly totals: object;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: { readonly kind: string; readonly dueOn: string; readonly state: string; readonly requestId: string | null } }[];
}
const FIELDS = `... on WorklistConnection { totalCount totals { mine team unassigned all } pageInfo { hasNextPage endCursor } edges { node { kind dueOn state rule forRole budgetId requestId trajectoryId } } } ... on InvalidInput { field }`;
const worklist = async (args: string, actor = 'coach-1'): Promise<Page> => {
  const { body, text } = await service.ask(`{ worklist(today: "2025-03-14", after: "${position}", ${args}) { ${FIELDS} } }`, {}, actor);
  if (!body.data) throw new Error(text);
  return body.data['worklist'] as unknown as Page;
};
const budgetKinds = `kinds: ["emergency-approval", "emergency-overdue", "spending-returned", "delivery-unconfirmed", "receipt-unconfirmed"]`;
const told = ({ edges }: Page): readonly string[] => edges.map(({ node: { dueOn, kind, state } }) => `${dueOn} ${kind} ${state}`);

test('what the pots ask stands between what the trajectory asks, by the day it is due', async () => {
  const page = await worklist('tab: "mine", horizonDays: 60');
  expect(told(page)).toEqual(expect.arrayContaining(['2025-03-10 emergency-overdue overdue', '2025-03-12 threat overdue', '2025-04-02 delivery-unconfirmed coming']));
  expect(told(page)).toEqual(told(page).toSorted());
  expect(page.edges.find(({ node }) => node.kind === 'emergency-overdue')?.node).toMatchObject({
    ...{ rule: 'PB-08', forRole: 'neighbourhood-coach', budgetId: pot, requestId: stay, trajectoryId: trajectory },
  });
  expect(page.edges.find(({ node }) => node.kind === 'threat')?.node).toMatchObject({ budgetId: null, requestId: null });
});

test('a coach sees the own part; what holders decide stands with the team', async () => {
  const mine = await worklist(`tab: "mine", ${budgetKinds}, horizonDays: 60`);
  expect(told(mine)).toEqual(['2025-03-03 spending-returned overdue', '2025-03-10 emergency-overdue overdue', '2025-04-02 delivery-unconfirmed coming']);
  expect(mine).toMatchObject({ totalCount: 3, totals: { mine: 3, unassigned: 0, all: 4 } });
  const team = await worklist(`tab: "team", ${budgetKinds}, horizonDays: 60`, 'coach-2');
  expect(team).toMatchObject({ totalCount: 4, totals: { mine: 0, team: 4, all: 4 } });
  expect(told(team)).toContain('2025-03-10 emergency-approval overdue');
  expect(await worklist(`tab: "team", areas: ["haren"], ${budgetKinds}`)).toMatchObject({ totalCount: 0, edges: [] });
});

test('pages run through both without a gap or a double', async () => {
  const whole = told(await worklist('tab: "all", horizonDays: 400, first: 50'));
  const seen: string[] = [];
  for (let cursor = '', more = true; more; ) {
    const page = await worklist(`tab: "all", horizonDays: 400, first: 1${cursor}`);
    seen.push(...told(page));
    more = page.pageInfo.hasNextPage;
    cursor = `, cursor: "${page.pageInfo.endCursor}"`;
  }
  expect(seen).toEqual(whole);
  expect(whole.length).toBeGreaterThan(5);
});

test('an item goes with its reason', async () => {
  await done('ApproveSpending', { budgetId: pot, requestId: stay }, 'holder-1', '2025-03-11');
  await done('AnswerReturn', { budgetId: pot, requestId: chair, answer: 'De oude is kapot.' }, 'coach-1', '2025-03-11');
  expect(told(await worklist(`tab: "all", ${budgetKinds}, horizonDays: 60`))).toEqual(['2025-04-02 delivery-unconfirmed coming']);
  expect(await worklist('kinds: ["fun"]')).toEqual({ field: 'kinds' });
});
