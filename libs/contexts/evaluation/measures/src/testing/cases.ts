import { idOf, trajectoryHistory, type Told } from '@perspectief/evaluation-replay/testing';
import type { TrajectoryFact } from '@perspectief/evaluation-replay';
import type { TrajectoryCommand } from '@perspectief/trajectory-domain';

type Source = Extract<TrajectoryCommand, { type: 'OpenTrajectory' }>['data']['source'];

interface Way {
  readonly area?: string;
  readonly source?: Source;
  readonly household?: string;
  /** Day of opening. */
  readonly opened?: string;
}

export const opening = (name: string, { area = 'beijum', source = 'self', household = name, opened = '2024-01-08' }: Way = {}): readonly Told<TrajectoryCommand>[] => [
  [opened, { type: 'OpenTrajectory', data: { trajectoryId: idOf(name), householdId: idOf(household), area, source } }],
  [opened, { type: 'ReceiveApplication', data: { trajectoryId: idOf(name), applicationId: idOf(name, 'application'), law: 'schuldhulp', kind: 'debt-help' } }],
];

const at = (name: string) => ({ trajectoryId: idOf(name) });

/** A whole trajectory of 2024, through buy-out and aftercare. */
export const wholeCase = (name: string, way: Way = {}): readonly TrajectoryFact[] => {
  const [t, debtId, buyOutId, goalId] = [at(name), idOf(name, 'debt'), idOf(name, 'buy-out'), idOf(name, 'goal')];
  const freezeId = idOf(name, 'freeze');
  return trajectoryHistory(name, [
    ...opening(name, way),
    ['2024-01-10', { type: 'LogContact', data: { ...t, contactId: idOf(name, 'call'), kind: 'call', reached: true } }],
    ['2024-01-20', { type: 'HoldFirstConversation', data: { ...t, place: 'home', applicationId: idOf(name, 'application') } }],
    ['2024-01-20', { type: 'AssessLifeAreas', data: { ...t, assessmentId: idOf(name, 'first'), by: 'household', scores: [{ lifeArea: 'finances', score: 1 }], qualityOfLife: 4 } }],
    ['2024-01-21', { type: 'RequestFreeze', data: { ...t, freezeId, instrument: 'standstill', debts: [], evidence: [] } }],
    ['2024-01-22', { type: 'GrantFreeze', data: { ...t, freezeId, from: '2024-01-22', until: '2024-04-22', conditions: [] } }],
    ['2024-02-01', { type: 'DecideApplication', data: { ...t, applicationId: idOf(name, 'application'), outcome: 'granted' } }],
    ['2024-02-02', { type: 'ProposeTandem', data: { ...t, tandemId: idOf(name, 'tandem'), coachId: 'coach', expertId: 'expert' } }],
    ['2024-02-03', { type: 'AcceptTandem', data: t }],
    ['2024-02-05', { type: 'SetGoal', data: { ...t, goalId, wish: 'rust', lifeArea: 'finances', targetDate: '2024-09-01' } }],
    ['2024-02-06', { type: 'AgreePlan', data: t }],
    ['2024-02-07', { type: 'CompleteIntake', data: t }],
    ['2024-02-08', { type: 'RegisterDebt', data: { ...t, debtId, creditor: 'X', claim: 100_000, rank: 'concurrent', treatment: 'included', kind: 'other' } }],
    ['2024-02-09', { type: 'ConfirmDebtInventory', data: t }],
    ['2024-02-10', { type: 'RecordProtectedAmount', data: { ...t, income: 200_000, protectedAmount: 195_000, calculatorVersion: '1', documentRef: 'r' } }],
    ['2024-03-01', { type: 'DraftBuyOut', data: { ...t, buyOutId, method: 'settlement-credit', months: 3 } }],
    ['2024-03-02', { type: 'SendOffers', data: { ...t, respondBy: '2024-04-01' } }],
    ['2024-03-09', { type: 'RecordOfferResponse', data: { ...t, debtId, response: 'accepted' } }],
    ['2024-03-10', { type: 'RequestFunding', data: { ...t, from: 'credit-bank' } }],
    ['2024-03-11', { type: 'ConfirmFunding', data: { ...t, reference: 'kb' } }],
    ['2024-03-12', { type: 'AgreeRepayment', data: { ...t, form: 'money', perMonth: 5_000, months: 3, firstDue: '2024-04-01' } }],
    ['2024-03-20', { type: 'PayCreditor', data: { ...t, debtId } }],
    ['2024-04-01', { type: 'RecordRepayment', data: { ...t, number: 1, amount: 5_000 } }],
    ['2024-04-23', { type: 'ExpireFreeze', data: { ...t, freezeId } }],
    ['2024-05-02', { type: 'MissRepayment', data: { ...t, number: 2 } }],
    ['2024-06-20', { type: 'AssessLifeAreas', data: { ...t, assessmentId: idOf(name, 'second'), by: 'household', scores: [{ lifeArea: 'finances', score: 3 }], qualityOfLife: 6 } }],
    ['2024-07-01', { type: 'StartAftercare', data: { ...t, until: '2025-01-01', checkIns: ['2024-12-15'] } }],
    ['2024-12-15', { type: 'HoldCheckIn', data: { ...t, checkInId: idOf(name, 'check-in'), number: 1, wellbeing: 8, newArrears: false } }],
    ['2025-01-02', { type: 'CompleteAftercare', data: { ...t, outcome: 'stable' } }],
  ]);
};

/** A case that ended early. */
export const stoppedCase = (name: string, stoppedOn: string, reason: 'moved' | 'withdrew' | 'no-contact' | 'deceased', way: Way = {}): readonly TrajectoryFact[] =>
  trajectoryHistory(name, [...opening(name, way), [stoppedOn, { type: 'StopTrajectory', data: { ...at(name), reason } }]]);

export const openCase = (name: string, way: Way = {}, more: readonly Told<TrajectoryCommand>[] = []): readonly TrajectoryFact[] =>
  trajectoryHistory(name, [...opening(name, way), ...more]);
