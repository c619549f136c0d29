import type { TrajectoryCommand } from '../commands.js';
import { idOf, opened, TRAJECTORY } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { AftercareCommand } from './commands.js';

const trajectoryId = TRAJECTORY;
type Step = readonly [on: string, command: TrajectoryCommand];
const started = (on: string): Step => [on, { type: 'StartAftercare', data: { trajectoryId, until: '2027-01-01', checkIns: [] } }];
const supported: readonly Step[] = [
  opened,
  ['2024-01-09', { type: 'HoldFirstConversation', data: { trajectoryId, place: 'home' } }],
  ['2024-01-10', { type: 'SetGoal', data: { trajectoryId, goalId: idOf(500), wish: 'rust', lifeArea: 'finances', targetDate: '2024-06-01' } }],
  ['2024-01-10', { type: 'AgreePlan', data: { trajectoryId } }],
  ['2024-01-10', { type: 'CompleteIntake', data: { trajectoryId } }],
];
const arrears = (partner?: string): AftercareCommand => ({ type: 'ReportSetback', data: { trajectoryId, kind: 'arrears', partner, amount: 14_320 } });
const setback: AftercareCommand = { type: 'ReportSetback', data: { trajectoryId, kind: 'health' } };
const threat = (threatId = idOf(700)): TrajectoryCommand => ({
  type: 'ReportThreat',
  data: { trajectoryId, threatId, threat: 'energy-cutoff', threatensOn: '2024-12-01' },
});
const apply: TrajectoryCommand = { type: 'ReceiveApplication', data: { trajectoryId, applicationId: idOf(600), law: 'schuldhulp', kind: 'debt-help' } };
const decide = (outcome: 'granted' | 'refused'): TrajectoryCommand => ({ type: 'DecideApplication', data: { trajectoryId, applicationId: idOf(600), outcome } });
const resume: TrajectoryCommand = { type: 'ResumeSupport', data: { trajectoryId, reason: 'terug' } };
const active = (title: string) => scenario(title).after(...supported);
const inAftercare = (title: string) => scenario(title).after(...supported, started('2024-07-01'));

describe('setbacks', () => {
  inAftercare('are reported each time anew')
    .when('2024-08-01', arrears('energie'))
    .mayRepeat()
    .then({ type: 'SetbackReported', data: { kind: 'arrears', partner: 'energie', amount: 14_320, note: undefined } });
  active('belong to aftercare').when('2024-08-01', setback).refused('AFTERCARE_NOT_RUNNING');
});

describe('early signals', () => {
  inAftercare('from two partners within six months are a relapse')
    .after(['2024-08-01', arrears('energie')])
    .when('2025-02-01', arrears('woningcorporatie'))
    .mayRepeat()
    .then(
      { type: 'SetbackReported', data: { kind: 'arrears', partner: 'woningcorporatie', amount: 14_320 } },
      { type: 'RelapseFlagged', data: { cause: 'early-signals', rule: 'RELAPSE@2017-01-01' } },
    );
  inAftercare('more than six months apart are none').after(['2024-08-01', arrears('energie')]).when('2025-02-02', arrears('corporatie')).mayRepeat().thenTypes('SetbackReported');
  inAftercare('from one partner are none, however it is written').after(['2024-08-01', arrears('Energie ')]).when('2024-09-01', arrears('energie')).mayRepeat().thenTypes('SetbackReported');
  inAftercare('without a name are none').after(['2024-08-01', arrears()]).when('2024-09-01', arrears('energie')).mayRepeat().thenTypes('SetbackReported');
  inAftercare('are arrears, not any setback').after(['2024-08-01', arrears('energie')]).when('2024-09-01', setback).mayRepeat().thenTypes('SetbackReported');
  inAftercare('recorded late count by their own day')
    .after(['2024-09-01', arrears('energie')])
    .when('2024-08-01', arrears('corporatie'), { now: '2024-09-10' })
    .mayRepeat()
    .thenTypes('SetbackReported', 'RelapseFlagged');
});

describe('a threat in aftercare', () => {
  inAftercare('is a relapse').when('2024-10-01', threat()).thenTypes('ThreatReported', 'RelapseFlagged');
  inAftercare('is flagged once an aftercare').after(['2024-10-01', threat()]).when('2024-10-02', threat(idOf(701))).thenTypes('ThreatReported');
  inAftercare('is flagged again in the next aftercare')
    .after(['2024-10-01', threat()], ['2024-10-05', resume], started('2025-01-01'))
    .when('2025-02-01', threat(idOf(701)))
    .thenTypes('ThreatReported', 'RelapseFlagged');
  inAftercare('counts until the last day of two years').when('2026-07-01', threat()).thenTypes('ThreatReported', 'RelapseFlagged');
  inAftercare('counts no more after two years').when('2026-07-02', threat()).thenTypes('ThreatReported');
  inAftercare('from before it does not count').when('2024-06-30', threat(), { now: '2024-07-02' }).thenTypes('ThreatReported');
  active('outside aftercare is no relapse').when('2024-10-01', threat()).thenTypes('ThreatReported');
});

describe('debt help again', () => {
  inAftercare('is a relapse when it is granted').after(['2024-10-01', apply]).when('2024-11-01', decide('granted')).thenTypes('ApplicationDecided', 'RelapseFlagged');
  inAftercare('is none when it is refused').after(['2024-10-01', apply]).when('2024-11-01', decide('refused')).thenTypes('ApplicationDecided');
  active('is none when it was applied for before aftercare')
    .after(['2024-06-01', apply], started('2024-07-01'))
    .when('2024-07-10', decide('granted'))
    .thenTypes('ApplicationDecided');
});
