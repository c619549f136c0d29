import { faultsInSentences, tryInput } from '@perspectief/edge/testing';
import { deriveId } from '@perspectief/kernel';
import { trajectoryInputs, trajectoryOwner, trajectorySentences } from './index.js';

type Command = keyof typeof trajectoryInputs;

const id = (word: string): string => deriveId('trajectory-api', word);
const trajectoryId = id('trajectory');
const send = (type: Command, data: object) => tryInput(trajectoryInputs[type], { trajectoryId, ...data });
const wrong = (field: string, rule: string) => ({ refused: { code: 'INVALID_INPUT', field, facts: { rule } }, repeated: false });

const freeze = { freezeId: id('freeze'), threatId: id('eviction'), instrument: 'narrow-moratorium', debts: [], evidence: ['judgment', 'debt-list'] };
const debt = { debtId: id('c1'), creditor: 'woningcorporatie', rank: 'concurrent', treatment: 'included', kind: 'housing' };
const buyOutId = id('buy-out');

test('sentences are plain and whole', () => {
  expect(faultsInSentences(trajectorySentences)).toEqual([]);
});

test('what the clock alone sends is no input', () => {
  const owner = trajectoryOwner({ people: async () => [], runningTandems: async () => 0 });
  expect(owner.internal).toEqual(['ExpireFreeze', 'LapseOffer']);
  expect(Object.keys(trajectoryInputs)).not.toEqual(expect.arrayContaining(['ExpireFreeze']));
});

const asToldInStories: readonly (readonly [Command, object])[] = [
  ['OpenTrajectory', { householdId: id('household'), area: 'beijum', source: 'early-signal' }],
  ['AssignCoach', { coachId: 'coach' }],
  ['ReceiveApplication', { applicationId: id('debthelp'), law: 'schuldhulp', kind: 'debt-help' }],
  ['ReportThreat', { threatId: id('eviction'), threat: 'eviction', threatensOn: '2024-01-09' }],
  ['HoldFirstConversation', { place: 'home' }],
  ['TellStory', { storyId: id('story1'), text: 'Huurschuld na minder uren werk.', visibleTo: ['neighbourhood-coach', 'debt-counsellor'] }],
  ['ProposeTandem', { tandemId: id('tandem'), coachId: 'coach', expertId: 'expert' }],
  ['RequestFreeze', { ...freeze, until: '2024-09-30' }],
  ['RequestFreeze', { freezeId: id('standstill'), instrument: 'standstill', debts: [id('c1'), id('c2')], until: '2024-05-03', evidence: [] }],
  ['RecordInterimOrder', { freezeId: id('freeze') }],
  ['GrantFreeze', { freezeId: id('freeze'), from: '2024-01-12', until: '2024-07-12', conditions: ['current-rent'] }],
  ['DenyFreeze', { freezeId: id('freeze'), grounds: ['current-rent-unpaid', 'broken-deals'] }],
  ['RecordCreditorResponse', { freezeId: id('standstill'), debtId: id('c1'), response: 'accepted' }],
  ['LiftFreeze', { freezeId: id('freeze'), reason: 'schulden afgekocht' }],
  ['ConfirmCurrentCostsPaid', { freezeId: id('freeze'), month: '2024-02' }],
  ['SuspendClock', { applicationId: id('youth'), reason: 'supplement-requested', from: '2024-01-22' }],
  ['LogTandemContact', { contactId: id('visit1'), kind: 'home-visit', minutes: 75, note: 'Samen de post geopend.' }],
  ['AssessLifeAreas', { assessmentId: id('start'), by: 'coach', scores: [{ lifeArea: 'finances', score: 6 }], qualityOfLife: 3 }],
  ['SetGoal', { goalId: id('calm'), wish: 'Weer rustig slapen', lifeArea: 'finances', targetDate: '2024-06-01' }],
  ['PlanAction', { actionId: id('mail'), goalId: id('calm'), who: 'expert', dueOn: '2024-02-15', what: 'Elke week samen de post' }],
  ['AgreePlan', {}],
  ['DraftBuyOut', { buyOutId, method: 'settlement-credit', months: 18 }],
  ['SendOffers', { buyOutId, respondBy: '2024-04-01' }],
  ['RecordOfferResponse', { buyOutId, debtId: id('c5'), response: 'refused', reason: 'meer draagkracht verwacht' }],
  ['RequestFunding', { buyOutId, from: 'credit-bank' }],
  ['ConfirmFunding', { buyOutId, reference: 'krediet-2024-0408' }],
  ['PayCreditor', { buyOutId, debtId: id('c1') }],
  ['MissRepayment', { buyOutId, number: 7 }],
  ['StartAftercare', { until: '2026-10-02', checkIns: ['2025-11-03', '2026-01-05'] }],
  ['HoldCheckIn', { checkInId: id('check1'), number: 1, wellbeing: 6, newArrears: false }],
  ['CompleteAftercare', { outcome: 'stable' }],
  ['ReportBottleneck', { bottleneckId: id('fines'), rule: 'strafrechtelijke boete', organisation: 'CJIB', description: 'Boete blijft buiten de kwijting' }],
  ['StopTrajectory', { reason: 'no-contact' }],
];

test.each(asToldInStories)('%s reaches the decision as it is told', async (type, data) => {
  expect(await send(type, data)).toEqual({ data: { trajectoryId, ...data } });
});

test.each<readonly [Command, object, object]>([
  ['RegisterDebt', { ...debt, claim: '2846.37' }, { claim: 284_637 }],
  ['RegisterDebt', { ...debt, claim: '0.00' }, { claim: 0 }],
  ['CorrectDebt', { debtId: id('c4'), claim: '1486.00', reason: 'saldo-opgave gemeente' }, { claim: 148_600 }],
  ['RecordProtectedAmount', { income: '1812.40', protectedAmount: '1715.90', calculatorVersion: '2024-01', documentRef: 'vtlb' }, { income: 181_240 }],
  ['AgreeRepayment', { buyOutId, form: 'money', perMonth: '96.50', months: 18, firstDue: '2024-05-01' }, { perMonth: 9_650 }],
  ['RecordRepayment', { buyOutId, number: 1, amount: '96.50' }, { amount: 9_650 }],
  ['ReportSetback', { kind: 'arrears', partner: 'energieleverancier', amount: '143.20' }, { amount: 14_320 }],
  ['CorrectDate', { eventId: id('event'), happenedOn: '2024-02-15', reason: 'andere dag' }, { happenedOn: '2024-02-15T00:00:00' }],
  ['CorrectDate', { eventId: id('event'), happenedOn: '2024-02-15T09:30', reason: 'andere tijd' }, { happenedOn: '2024-02-15T09:30:00' }],
])('%s is read into the domain\'s words', async (type, data, read) => {
  expect(await send(type, data)).toMatchObject({ data: { trajectoryId, ...read } });
});

test.each<readonly [Command, object, string, string]>([
  ['RegisterDebt', { ...debt, claim: '-1.00' }, 'claim', 'isAmount'],
  ['RegisterDebt', { ...debt, claim: '1,234.50' }, 'claim', 'isAmount'],
  ['RegisterDebt', { ...debt, claim: '1.00', rank: 'first' }, 'rank', 'isIn'],
  ['ReceiveApplication', { applicationId: id('a'), law: 'wmo', kind: 'debt-help' }, 'kind', 'isKindOfLaw'],
  ['ReceiveApplication', { applicationId: id('a'), law: 'bijstand', kind: 'debt-help' }, 'law', 'isIn'],
  ['RequestFreeze', { ...freeze, debts: 'all' }, 'debts', 'isList'],
  ['RequestFreeze', { ...freeze, until: '2024-02-30' }, 'until', 'isBusinessDate'],
  ['RequestFreeze', { ...freeze, instrument: undefined }, 'instrument', 'isDefined'],
  ['AssessLifeAreas', { assessmentId: id('a'), by: 'coach', scores: { lifeArea: 'finances', score: 1 } }, 'scores', 'isList'],
  ['AssessLifeAreas', { assessmentId: id('a'), by: 'coach', scores: [{ lifeArea: 'finances', score: 1.5 }] }, 'scores.0.score', 'isWhole'],
  ['AgreePlan', { goalId: id('calm') }, 'goalId', 'whitelistValidation'],
  ['ConfirmCurrentCostsPaid', { freezeId: id('freeze'), month: '2024-13' }, 'month', 'isMonth'],
  ['TellStory', { storyId: id('s'), text: 'a\u0000', visibleTo: [] }, 'text', 'isText'],
])('%s with what does not fit is refused at the field', async (type, data, field, rule) => {
  expect(await send(type, data)).toEqual(wrong(field, rule));
});
