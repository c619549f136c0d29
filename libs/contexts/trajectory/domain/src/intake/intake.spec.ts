import type { TrajectoryCommand } from '../commands.js';
import type { TrajectoryState } from '../state.js';
import { statusOf } from '../status.js';
import { HOUSEHOLD, idOf, opened, TRAJECTORY } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { IntakeCommand, StopReason } from './commands.js';
import { targetOf } from './conversations.js';

const trajectoryId = TRAJECTORY;
const first = idOf(600);
const second = idOf(601);
const youth = idOf(602);
const assign = (coachId: string): IntakeCommand => ({ type: 'AssignCoach', data: { trajectoryId, coachId } });
const debtHelp = (applicationId: string): IntakeCommand => ({
  type: 'ReceiveApplication',
  data: { trajectoryId, applicationId, law: 'schuldhulp', kind: 'debt-help' },
});
const youthHelp: IntakeCommand = { type: 'ReceiveApplication', data: { trajectoryId, applicationId: youth, law: 'jeugd', kind: 'youth-provision' } };
const decided = (applicationId: string): IntakeCommand => ({
  type: 'DecideApplication',
  data: { trajectoryId, applicationId, outcome: 'refused' },
});
const talk = (applicationId?: string): IntakeCommand => ({ type: 'HoldFirstConversation', data: { trajectoryId, place: 'home', applicationId } });
const complete: IntakeCommand = { type: 'CompleteIntake', data: { trajectoryId } };
const stop = (reason: StopReason = 'moved'): IntakeCommand => ({ type: 'StopTrajectory', data: { trajectoryId, reason } });
const goal: TrajectoryCommand = {
  type: 'SetGoal',
  data: { trajectoryId, goalId: idOf(500), wish: 'rust', lifeArea: 'finances', targetDate: '2024-06-01' },
};
const agree: TrajectoryCommand = { type: 'AgreePlan', data: { trajectoryId } };
const status = (state: TrajectoryState) => (state.phase === 'none' ? 'none' : statusOf(state));

describe('the coach', () => {
  scenario('is the one regular contact').after(opened).when('2024-01-09', assign('coach')).then({ type: 'CoachAssigned', data: { coachId: 'coach' } });
  scenario('may change').after(opened, ['2024-01-09', assign('coach')]).when('2024-02-09', assign('other-coach')).thenTypes('CoachAssigned');
  scenario('stands in the directory').after(opened).when('2024-01-09', assign('nobody')).refused('UNKNOWN_PERSON', { field: 'coachId' });
  scenario('is no one who left the service').after(opened).when('2024-01-09', assign('former-coach')).refused('UNKNOWN_PERSON', { field: 'coachId' });
  scenario('is no one who does other work').after(opened).when('2024-01-09', assign('expert')).refused('UNKNOWN_PERSON', { field: 'coachId' });
  scenario('who already is the coach is not assigned again').after(opened, ['2024-01-09', assign('coach')]).when('2024-01-10', assign('coach')).refused('OUT_OF_ORDER');
});

describe('the first conversation', () => {
  scenario('is about the trajectory itself while nothing was applied for')
    .after(opened)
    .when('2024-01-09', talk())
    .then({ type: 'FirstConversationHeld', data: { place: 'home' } });
  scenario('is about the open application for debt help')
    .after(opened, ['2024-01-09', debtHelp(first)])
    .when('2024-01-10', talk())
    .then({ type: 'FirstConversationHeld', data: { place: 'home', applicationId: first } });
  scenario('is about the latest of two')
    .after(opened, ['2024-01-09', debtHelp(first)], ['2024-01-10', debtHelp(second)])
    .when('2024-01-11', talk())
    .then({ type: 'FirstConversationHeld', data: { place: 'home', applicationId: second } });
  scenario('is about the one still open')
    .after(opened, ['2024-01-09', debtHelp(first)], ['2024-01-10', debtHelp(second)], ['2024-01-11', decided(second)])
    .when('2024-01-12', talk())
    .then({ type: 'FirstConversationHeld', data: { place: 'home', applicationId: first } });
  scenario('recorded late is about what was open when it was held')
    .after(opened, ['2024-01-09', debtHelp(first)], ['2024-01-20', debtHelp(second)], ['2024-01-22', decided(first)])
    .when('2024-01-12', talk(), { now: '2024-01-23' })
    .then({ type: 'FirstConversationHeld', data: { place: 'home', applicationId: first } });
  scenario('is about any application that is named')
    .after(opened, ['2024-01-09', debtHelp(first)], ['2024-01-09', youthHelp])
    .when('2024-01-10', talk(youth))
    .then({ type: 'FirstConversationHeld', data: { place: 'home', applicationId: youth } });
  scenario('is not about an application that is not there').after(opened).when('2024-01-10', talk(first)).refused('UNKNOWN_APPLICATION');
  scenario('is held once about the trajectory itself').after(opened, ['2024-01-09', talk()]).when('2024-01-10', talk()).refused('FIRST_CONVERSATION_HELD');
  scenario('is held once about one application')
    .after(opened, ['2024-01-09', debtHelp(first)], ['2024-01-10', talk()])
    .when('2024-01-11', talk(first))
    .refused('FIRST_CONVERSATION_HELD');
  scenario('is held anew about a new application')
    .after(opened, ['2024-01-09', talk()], ['2024-01-10', debtHelp(first)])
    .when('2024-01-11', talk())
    .thenTypes('FirstConversationHeld');
  scenario('that did not happen yet is refused').after(opened).when('2024-01-11', talk(), { now: '2024-01-10' }).refused('IN_THE_FUTURE');
  test('knows its target by the day', () => {
    const nothing = { course: { phase: 'running' }, coaches: [], applications: [], conversations: [] } as const;
    expect(targetOf(nothing, undefined, '2024-01-09')).toEqual({});
  });
});

describe('the end of the intake', () => {
  const agreed = (title: string) => scenario(title).after(opened, ['2024-01-09', talk()], ['2024-01-10', goal], ['2024-01-11', agree]);
  agreed('comes when the plan is agreed').when('2024-01-12', complete).then({ type: 'IntakeCompleted', data: {} });
  agreed('makes the trajectory active').when('2024-01-12', complete).thenState(status, 'active');
  scenario('waits for the plan').after(opened, ['2024-01-09', talk()], ['2024-01-10', goal]).when('2024-01-12', complete).refused('PLAN_NOT_AGREED');
  agreed('comes once').after(['2024-01-12', complete]).when('2024-01-13', complete).refused('OUT_OF_ORDER');
});

describe('stopping', () => {
  const freezeId = idOf(800);
  const request: TrajectoryCommand = {
    type: 'RequestFreeze',
    data: { trajectoryId, freezeId, instrument: 'municipal-collection-stop', debts: [], until: '2024-03-01', evidence: [] },
  };
  const grant: TrajectoryCommand = {
    type: 'GrantFreeze',
    data: { trajectoryId, freezeId, from: '2024-01-10', until: '2024-03-01', conditions: [] },
  };
  const lift: TrajectoryCommand = { type: 'LiftFreeze', data: { trajectoryId, freezeId, reason: 'verhuisd' } };

  scenario('ends the trajectory with its reason')
    .after(opened)
    .when('2024-02-01', stop('no-contact'))
    .then({ type: 'TrajectoryClosed', data: { householdId: HOUSEHOLD, outcome: 'no-contact', note: undefined } });
  scenario('closes it').after(opened).when('2024-02-01', stop()).thenState(status, 'closed');
  scenario('waits for an interim order to end')
    .after(opened, ['2024-01-09', request], ['2024-01-09', { type: 'RecordInterimOrder', data: { trajectoryId, freezeId } }])
    .when('2024-02-01', stop())
    .refused('FREEZE_RUNNING');
  scenario('waits for a freeze to end').after(opened, ['2024-01-09', request], ['2024-01-10', grant]).when('2024-02-01', stop()).refused('FREEZE_RUNNING');
  scenario('does not wait for what was only asked').after(opened, ['2024-01-09', request]).when('2024-02-01', stop()).thenTypes('TrajectoryClosed');
  scenario('may follow the end of a freeze')
    .after(opened, ['2024-01-09', request], ['2024-01-10', grant], ['2024-01-20', lift])
    .when('2024-02-01', stop())
    .thenTypes('TrajectoryClosed');

  const debtId = idOf(300);
  const buyOutId = idOf(350);
  const agreedBuyOut = (title: string) =>
    scenario(title).after(
      opened,
      ['2024-01-09', { type: 'RegisterDebt', data: { trajectoryId, debtId, creditor: 'x', claim: 100_000, rank: 'concurrent', treatment: 'included', kind: 'other' } }],
      ['2024-01-10', { type: 'ConfirmDebtInventory', data: { trajectoryId } }],
      ['2024-01-10', { type: 'RecordProtectedAmount', data: { trajectoryId, income: 180_000, protectedAmount: 175_000, calculatorVersion: '2024-01', documentRef: 'v' } }],
      ['2024-01-11', { type: 'DraftBuyOut', data: { trajectoryId, buyOutId, method: 'settlement-credit', months: 10 } }],
      ['2024-01-11', { type: 'SendOffers', data: { trajectoryId, buyOutId, respondBy: '2024-02-08' } }],
      ['2024-01-12', { type: 'RecordOfferResponse', data: { trajectoryId, buyOutId, debtId, response: 'accepted' } }],
    );
  const fund: TrajectoryCommand = { type: 'RequestFunding', data: { trajectoryId, buyOutId, from: 'credit-bank' } };
  const confirm: TrajectoryCommand = { type: 'ConfirmFunding', data: { trajectoryId, buyOutId, reference: 'krediet' } };
  const pay: TrajectoryCommand = { type: 'PayCreditor', data: { trajectoryId, buyOutId, debtId } };
  agreedBuyOut('does not wait for offers without money behind them').when('2024-02-01', stop()).thenTypes('TrajectoryClosed');
  agreedBuyOut('waits for money that was asked for').after(['2024-01-15', fund]).when('2024-02-01', stop()).refused('FUNDS_RESERVED');
  agreedBuyOut('waits for money that is there')
    .after(['2024-01-15', fund], ['2024-01-16', confirm])
    .when('2024-02-01', stop())
    .refused('FUNDS_RESERVED');
  agreedBuyOut('may follow when all creditors are paid')
    .after(['2024-01-15', fund], ['2024-01-16', confirm], ['2024-01-17', pay])
    .when('2024-02-01', stop())
    .thenTypes('TrajectoryClosed');
  scenario('is done once').after(opened, ['2024-02-01', stop()]).when('2024-02-02', stop()).refused('TRAJECTORY_CLOSED');
  scenario('leaves an intake that was never completed closed all the same').after(opened).when('2024-02-01', stop('deceased')).thenState(status, 'closed');
});
