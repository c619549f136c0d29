import { idOf, opened, TRAJECTORY } from '../../testing/histories.js';
import { scenario } from '../../testing/scenario.js';
import type { IntakeCommand } from '../commands.js';
import type { AppliedFor } from './kinds.js';
import { fits } from './kinds.js';

const trajectoryId = TRAJECTORY;
const applicationId = idOf(600);
const other = idOf(601);
const youth: AppliedFor = { law: 'jeugd', kind: 'youth-provision' };
const debtHelp: AppliedFor = { law: 'schuldhulp', kind: 'debt-help' };
const report: AppliedFor = { law: 'wmo', kind: 'support-report' };
const provision: AppliedFor = { law: 'wmo', kind: 'provision' };
const assistance: AppliedFor = { law: 'participatiewet', kind: 'general-assistance' };
const receive = (applied: AppliedFor, id = applicationId): IntakeCommand => ({
  type: 'ReceiveApplication',
  data: { trajectoryId, applicationId: id, ...applied },
});
const suspend = (from: string, id = applicationId): IntakeCommand => ({
  type: 'SuspendClock',
  data: { trajectoryId, applicationId: id, reason: 'supplement-requested', from },
});
const resume = (on: string, id = applicationId): IntakeCommand => ({ type: 'ResumeClock', data: { trajectoryId, applicationId: id, on } });
const decide = (outcome: 'granted' | 'partly-granted' | 'refused' | 'withdrawn' = 'granted', id = applicationId): IntakeCommand => ({
  type: 'DecideApplication',
  data: { trajectoryId, applicationId: id, outcome },
});
const investigated = (id = applicationId): IntakeCommand => ({ type: 'CompleteInvestigation', data: { trajectoryId, applicationId: id } });
const extend = (newDue: string, id = applicationId): IntakeCommand => ({
  type: 'ExtendTerm',
  data: { trajectoryId, applicationId: id, newDue, reason: 'advies van de arts volgt' },
});
const advance = (amount: number, id = applicationId): IntakeCommand => ({ type: 'RecordAdvance', data: { trajectoryId, applicationId: id, amount } });
const talk: IntakeCommand = { type: 'HoldFirstConversation', data: { trajectoryId, place: 'home' } };

const applied = (what: AppliedFor) => (title: string) => scenario(title).after(opened, ['2024-01-15', receive(what)]);

describe('an application', () => {
  scenario('is received under its law')
    .after(opened)
    .when('2024-01-15', receive(youth))
    .then({ type: 'ApplicationReceived', data: { applicationId, ...youth } });
  applied(youth)('is received once').when('2024-01-16', receive(youth)).refused('APPLICATION_EXISTS', { field: 'applicationId' });
  applied(youth)('may be one of two under one law').when('2024-01-16', receive(youth, other)).thenTypes('ApplicationReceived');
  test('has a kind that fits its law', () => {
    expect(fits({ law: 'wmo', kind: 'provision' })).toBe(true);
    expect(fits({ law: 'jeugd', kind: 'debt-help' })).toBe(false);
  });
});

describe('suspending the clock of a decision', () => {
  applied(youth)('makes it stand still from the day after the request')
    .when('2024-01-22', suspend('2024-01-22'))
    .then({ type: 'ClockSuspended', data: { applicationId, reason: 'supplement-requested', from: '2024-01-22' } });
  applied(youth)('needs an application that is there').when('2024-01-22', suspend('2024-01-22', other)).refused('UNKNOWN_APPLICATION');
  applied(youth)('tells of a request that was made').when('2024-01-22', suspend('2024-01-23')).refused('IN_THE_FUTURE', { field: 'from' });
  applied(youth)('comes too late when it is decided')
    .after(['2024-01-20', decide()])
    .when('2024-01-22', suspend('2024-01-22'))
    .refused('APPLICATION_DECIDED');
  applied(youth)('comes too late when it was taken back')
    .after(['2024-01-20', decide('withdrawn')])
    .when('2024-01-22', suspend('2024-01-22'))
    .refused('APPLICATION_DECIDED');
  applied(report)('does not touch an investigation').when('2024-01-22', suspend('2024-01-22')).refused('CLOCK_NOT_RUNNING');
  applied(debtHelp)('waits for the first conversation about debt help').when('2024-01-22', suspend('2024-01-22')).refused('CLOCK_NOT_RUNNING');
  applied(debtHelp)('is possible for debt help after its first conversation')
    .after(['2024-01-18', talk])
    .when('2024-01-22', suspend('2024-01-22'))
    .thenTypes('ClockSuspended');
  applied(youth)('cannot begin before the clock did').when('2024-01-22', suspend('2024-01-14')).refused('CLOCK_NOT_RUNNING');
  applied(youth)('cannot begin when the term is over').when('2024-03-12', suspend('2024-03-12')).refused('CLOCK_NOT_RUNNING');
  applied(youth)('can begin on the last day').when('2024-03-11', suspend('2024-03-11')).thenTypes('ClockSuspended');
  applied(youth)('is done once at a time').after(['2024-01-22', suspend('2024-01-22')]).when('2024-01-23', suspend('2024-01-23')).refused('OUT_OF_ORDER');
});

describe('resuming the clock of a decision', () => {
  const suspended = (title: string) => applied(youth)(title).after(['2024-01-22', suspend('2024-01-22')]);
  suspended('makes it run again').when('2024-01-29', resume('2024-01-29')).then({ type: 'ClockResumed', data: { applicationId, on: '2024-01-29' } });
  suspended('may be followed by another suspension').after(['2024-01-29', resume('2024-01-29')]).when('2024-02-01', suspend('2024-02-01')).thenTypes('ClockSuspended');
  suspended('needs an application that is there').when('2024-01-29', resume('2024-01-29', other)).refused('UNKNOWN_APPLICATION');
  suspended('tells of a day that came').when('2024-01-29', resume('2024-01-30')).refused('IN_THE_FUTURE', { field: 'on' });
  suspended('makes no sense when it is decided').after(['2024-01-25', decide()]).when('2024-01-29', resume('2024-01-29')).refused('APPLICATION_DECIDED');
  suspended('does not come before the suspension').when('2024-01-29', resume('2024-01-21')).refused('OUT_OF_ORDER');
  applied(youth)('has nothing to do while it runs').when('2024-01-29', resume('2024-01-29')).refused('OUT_OF_ORDER');
  applied(report)('has nothing to do without one').when('2024-01-29', resume('2024-01-29')).refused('CLOCK_NOT_RUNNING');
});

describe('deciding an application', () => {
  applied(youth)('ends its terms')
    .when('2024-03-15', decide('partly-granted'))
    .then({ type: 'ApplicationDecided', data: { applicationId, law: 'jeugd', outcome: 'partly-granted', note: undefined } });
  applied(youth)('needs an application that is there').when('2024-03-15', decide('granted', other)).refused('UNKNOWN_APPLICATION');
  applied(youth)('is done once').after(['2024-03-15', decide('withdrawn')]).when('2024-03-16', decide('refused')).refused('APPLICATION_DECIDED');
  applied(youth)('may be done while the clock stands')
    .after(['2024-01-22', suspend('2024-01-22')])
    .when('2024-01-25', decide('refused'))
    .thenTypes('ApplicationDecided');
});

describe('a provision after a report of need', () => {
  applied(report)('is not applied for while the investigation runs')
    .when('2024-02-26', receive(provision, other))
    .refused('INVESTIGATION_RUNNING', { facts: { due: '2024-02-26' } });
  applied(report)('may be applied for when the six weeks have passed').when('2024-02-27', receive(provision, other)).thenTypes('ApplicationReceived');
  applied(report)('may be applied for when the investigation is done')
    .after(['2024-02-01', investigated()])
    .when('2024-02-01', receive(provision, other))
    .thenTypes('ApplicationReceived');
  applied(report)('may be applied for when the report was taken back')
    .after(['2024-02-01', decide('withdrawn')])
    .when('2024-02-01', receive(provision, other))
    .thenTypes('ApplicationReceived');
  scenario('may be applied for without any report').after(opened).when('2024-02-01', receive(provision)).thenTypes('ApplicationReceived');

  const reportedLate = (title: string) =>
    scenario(title).after(opened, ['2024-02-01', receive(provision, other)], ['2024-01-25', receive(report)]);
  reportedLate('is not decided when a report from before it turns up that is not investigated')
    .when('2024-02-10', decide('granted', other))
    .refused('INVESTIGATION_RUNNING');
  reportedLate('may be taken back all the same').when('2024-02-10', decide('withdrawn', other)).thenTypes('ApplicationDecided');
  scenario('is decided although another need was reported after it')
    .after(opened, ['2024-02-01', receive(provision, other)], ['2024-02-05', receive(report)])
    .when('2024-02-10', decide('granted', other))
    .thenTypes('ApplicationDecided');
});

describe('the investigation after a report', () => {
  applied(report)('is completed').when('2024-02-12', investigated()).then({ type: 'InvestigationCompleted', data: { applicationId } });
  applied(report)('needs a report that is there').when('2024-02-12', investigated(other)).refused('UNKNOWN_APPLICATION');
  applied(report)('is over when the report was taken back').after(['2024-02-01', decide('withdrawn')]).when('2024-02-12', investigated()).refused('APPLICATION_DECIDED');
  applied(report)('is completed once').after(['2024-02-12', investigated()]).when('2024-02-13', investigated()).refused('OUT_OF_ORDER');
  applied(youth)('belongs to a report alone').when('2024-02-12', investigated()).refused('OUT_OF_ORDER');
});

describe('extending the term for a decision', () => {
  applied(youth)('is told with a new last day')
    .when('2024-03-11', extend('2024-03-25'))
    .then({ type: 'TermExtended', data: { applicationId, law: 'jeugd', newDue: '2024-03-25', reason: 'advies van de arts volgt' } });
  applied(youth)('may be done again').after(['2024-03-11', extend('2024-03-25')]).when('2024-03-25', extend('2024-04-02')).thenTypes('TermExtended');
  applied(youth)('needs an application that is there').when('2024-03-11', extend('2024-03-25', other)).refused('UNKNOWN_APPLICATION');
  applied(youth)('makes no sense when it is decided').after(['2024-03-01', decide()]).when('2024-03-11', extend('2024-03-25')).refused('APPLICATION_DECIDED');
  applied(youth)('comes too late the day after').when('2024-03-12', extend('2024-03-25')).refused('TERM_PASSED', { facts: { due: '2024-03-11' } });
  applied(youth)('is in time while the days that it stood still are added')
    .after(['2024-01-22', suspend('2024-01-22')], ['2024-01-29', resume('2024-01-29')])
    .when('2024-03-18', extend('2024-03-25'))
    .thenTypes('TermExtended');
  applied(report)('needs a term for a decision').when('2024-01-20', extend('2024-03-25')).refused('CLOCK_NOT_RUNNING');
  applied(youth)('makes it later').when('2024-03-01', extend('2024-03-11')).refused('OUT_OF_ORDER');
});

describe('an advance while the decision is awaited', () => {
  applied(assistance)('is recorded').when('2024-02-05', advance(90_000)).mayRepeat().then({ type: 'AdvancePaid', data: { applicationId, amount: 90_000 } });
  applied(assistance)('needs an application that is there').when('2024-02-05', advance(90_000, other)).refused('UNKNOWN_APPLICATION');
  applied(assistance)('is no advance when it is decided').after(['2024-02-01', decide()]).when('2024-02-05', advance(90_000)).refused('APPLICATION_DECIDED');
  applied(assistance)('is some money').when('2024-02-05', advance(0)).refused('AMOUNT_NOT_POSITIVE');
  applied(youth)('belongs to general assistance alone').when('2024-02-05', advance(90_000)).refused('OUT_OF_ORDER');
});
