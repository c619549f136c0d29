import { told, idIn, trajectoryIdOf, type Told } from './facts.js';

const intake = (name: string): readonly Told[] => [
  told('2023-12-18T09:00:00', 'TrajectoryOpened', { trajectoryId: trajectoryIdOf(name), householdId: idIn(name, 'household'), area: 'beijum', source: 'self' }),
  told('2023-12-18T09:30:00', 'CoachAssigned', { coachId: 'coach' }),
  told('2023-12-18T10:00:00', 'ApplicationReceived', { applicationId: idIn(name, 'debt-help'), law: 'schuldhulp', kind: 'debt-help' }),
  told('2023-12-20', 'ThreatReported', { threatId: idIn(name, 'threat'), threat: 'eviction', threatensOn: '2024-01-15' }),
  told('2023-12-21', 'FirstConversationHeld', { place: 'home', applicationId: idIn(name, 'debt-help') }),
  told('2023-12-21', 'StoryTold', { storyId: idIn(name, 'story'), text: 'Het liep ons over de schoenen.', visibleTo: ['coach'] }),
  told('2023-12-22', 'FreezeRequested', { freezeId: idIn(name, 'narrow'), threatId: idIn(name, 'threat'), instrument: 'narrow-moratorium', debts: [], evidence: [] }),
  told('2023-12-22', 'InterimOrderIssued', { freezeId: idIn(name, 'narrow') }),
  told('2024-01-03', 'TandemProposed', { tandemId: idIn(name, 'tandem'), coachId: 'coach', expertId: 'expert' }),
  told('2024-01-04', 'TandemStarted', { tandemId: idIn(name, 'tandem') }),
  told('2024-01-08', 'DebtRegistered', { debtId: idIn(name, 'rent'), creditor: 'Woonstad Noord', claim: 284637, rank: 'concurrent', treatment: 'included', kind: 'housing' }),
  told('2024-01-08', 'DebtRegistered', { debtId: idIn(name, 'energy'), creditor: 'Energie Direct', claim: 131890, rank: 'concurrent', treatment: 'included', kind: 'utilities' }),
  told('2024-01-08', 'DebtRegistered', { debtId: idIn(name, 'fine'), creditor: 'CJIB', claim: 39000, rank: 'concurrent', treatment: 'excluded', kind: 'public' }),
  told('2024-01-12', 'FreezeGranted', { freezeId: idIn(name, 'narrow'), from: '2024-01-12', until: '2024-07-12', conditions: ['de huur op tijd'] }),
];

const support = (name: string): readonly Told[] => [
  told('2024-01-15', 'FreezeRequested', { freezeId: idIn(name, 'calm'), instrument: 'standstill', debts: [idIn(name, 'energy')], evidence: [] }),
  told('2024-01-16', 'FreezeGranted', { freezeId: idIn(name, 'calm'), from: '2024-01-16', until: '2024-05-03', conditions: [] }),
  told('2024-01-22', 'TandemContactLogged', { tandemId: idIn(name, 'tandem'), contactId: idIn(name, 'contact'), kind: 'visit', minutes: 45 }),
  told('2024-01-23', 'LifeAreasAssessed', { assessmentId: idIn(name, 'first'), by: 'coach', scores: [{ lifeArea: 'finances', score: 1 }] }),
  told('2024-01-24', 'GoalSet', { goalId: idIn(name, 'goal'), wish: 'rust in huis', lifeArea: 'finances', targetDate: '2024-06-01' }),
  told('2024-01-24', 'ActionPlanned', { actionId: idIn(name, 'step'), goalId: idIn(name, 'goal'), who: 'expert', dueOn: '2024-02-10', what: 'post samen openen' }),
  told('2024-01-25', 'ApplicationDecided', { applicationId: idIn(name, 'debt-help'), law: 'schuldhulp', outcome: 'granted' }),
  told('2024-01-29', 'PlanAgreed', { version: 1, goals: [idIn(name, 'goal')], actions: [idIn(name, 'step')] }),
  told('2024-01-30', 'IntakeCompleted', {}),
  told('2024-02-09', 'ActionCompleted', { actionId: idIn(name, 'step') }),
  told('2024-02-12', 'DebtInventoryConfirmed', {}),
  told('2024-02-13', 'CurrentCostsConfirmed', { freezeId: idIn(name, 'narrow'), month: '2024-01' }),
];

const buyOut = (name: string): readonly Told[] => [
  told('2024-03-01', 'BuyOutDrafted', {
    ...{ buyOutId: idIn(name, 'buy-out'), method: 'settlement-credit', months: 18, capacity: 5000, divisible: 90000, inventory: 1, rule: 'BO-05@2012-07-01' },
    percentages: { concurrent: '21.60', preferential: '43.21' },
    offers: [
      { debtId: idIn(name, 'rent'), claim: 284637, rank: 'concurrent', offer: 61502 },
      { debtId: idIn(name, 'energy'), claim: 131890, rank: 'concurrent', offer: 28498 },
    ],
  }),
  told('2024-03-04', 'OffersSent', { buyOutId: idIn(name, 'buy-out'), respondBy: '2024-04-01' }),
  told('2024-03-11', 'OfferAccepted', { buyOutId: idIn(name, 'buy-out'), debtId: idIn(name, 'rent') }),
  told('2024-03-20', 'OfferAccepted', { buyOutId: idIn(name, 'buy-out'), debtId: idIn(name, 'energy') }),
  told('2024-03-21', 'FundingRequested', { buyOutId: idIn(name, 'buy-out'), from: 'credit-bank', amount: 90000 }),
  told('2024-03-25', 'FundingConfirmed', { buyOutId: idIn(name, 'buy-out'), reference: 'kb-1' }),
  told('2024-03-26', 'RepaymentAgreed', { buyOutId: idIn(name, 'buy-out'), form: 'money', perMonth: 5000, months: 18, firstDue: '2024-05-01' }),
  told('2024-04-02', 'CreditorPaid', { buyOutId: idIn(name, 'buy-out'), debtId: idIn(name, 'rent'), amount: 61502 }),
  told('2024-04-02', 'DebtDischarged', { buyOutId: idIn(name, 'buy-out'), debtId: idIn(name, 'rent'), amount: 223135 }),
  told('2024-04-02', 'CreditorPaid', { buyOutId: idIn(name, 'buy-out'), debtId: idIn(name, 'energy'), amount: 28498 }),
  told('2024-04-02', 'DebtDischarged', { buyOutId: idIn(name, 'buy-out'), debtId: idIn(name, 'energy'), amount: 103392 }),
  told('2024-04-02', 'BuyOutPaid', { buyOutId: idIn(name, 'buy-out'), amount: 90000 }),
  told('2024-04-15', 'FreezeLifted', { freezeId: idIn(name, 'narrow'), reason: 'afgekocht' }),
  told('2024-05-01', 'RepaymentReceived', { buyOutId: idIn(name, 'buy-out'), number: 1, amount: 5000 }),
  told('2024-05-04', 'FreezeExpired', { freezeId: idIn(name, 'calm') }),
  told('2024-06-02', 'RepaymentMissed', { buyOutId: idIn(name, 'buy-out'), number: 2 }),
];

const aftercare = (name: string): readonly Told[] => [
  told('2024-06-10', 'LifeAreasAssessed', { assessmentId: idIn(name, 'second'), by: 'coach', scores: [{ lifeArea: 'finances', score: 3 }] }),
  told('2024-06-12', 'GoalReached', { goalId: idIn(name, 'goal') }),
  told('2024-07-01', 'AftercareStarted', { until: '2025-01-01', checkIns: ['2024-08-01', '2024-09-01', '2024-10-01'] }),
  told('2024-08-02', 'CheckInMissed', { number: 1 }),
  told('2024-09-02', 'CheckInMissed', { number: 2 }),
  told('2024-10-01', 'CheckInHeld', { checkInId: idIn(name, 'talk'), number: 3, wellbeing: 7, newArrears: false }),
  told('2025-01-02', 'AftercareCompleted', { outcome: 'stable' }),
  told('2025-01-02', 'TrajectoryClosed', { householdId: idIn(name, 'household'), outcome: 'stable' }),
];

/** From the first report to the end of aftercare, through every track. */
export const wholeTrajectory = (name: string): readonly Told[] => [...intake(name), ...support(name), ...buyOut(name), ...aftercare(name)];
