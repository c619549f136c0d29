import type { TrajectoryCommand } from '../commands.js';
import type { TrajectoryState } from '../state.js';
import { statusOf } from '../status.js';
import { HOUSEHOLD, idOf, opened, TRAJECTORY } from '../testing/histories.js';
import { scenario } from '../testing/scenario.js';
import type { AftercareCommand } from './commands.js';

const trajectoryId = TRAJECTORY;
type Step = readonly [on: string, command: TrajectoryCommand];
const supported: readonly Step[] = [
  opened,
  ['2024-01-09', { type: 'HoldFirstConversation', data: { trajectoryId, place: 'home' } }],
  ['2024-01-10', { type: 'SetGoal', data: { trajectoryId, goalId: idOf(500), wish: 'rust', lifeArea: 'finances', targetDate: '2024-06-01' } }],
  ['2024-01-10', { type: 'AgreePlan', data: { trajectoryId } }],
  ['2024-01-10', { type: 'CompleteIntake', data: { trajectoryId } }],
];
const start: AftercareCommand = { type: 'StartAftercare', data: { trajectoryId, until: '2025-07-01', checkIns: ['2024-08-01', '2024-11-01'] } };
const hold = (number: number, checkInId = idOf(900 + number), wellbeing = 6): AftercareCommand => ({
  type: 'HoldCheckIn',
  data: { trajectoryId, checkInId, number, wellbeing, newArrears: false },
});
const miss = (number: number): AftercareCommand => ({ type: 'MissCheckIn', data: { trajectoryId, number } });
const resume: AftercareCommand = { type: 'ResumeSupport', data: { trajectoryId, reason: 'nieuwe schulden' } };
const complete: AftercareCommand = { type: 'CompleteAftercare', data: { trajectoryId, outcome: 'stable' } };
const status = (state: TrajectoryState) => (state.phase === 'none' ? 'none' : statusOf(state));
const active = (title: string) => scenario(title).after(...supported);
const inAftercare = (title: string) => scenario(title).after(...supported, ['2024-07-01', start]);

describe('starting aftercare', () => {
  active('plans check-ins until a set day')
    .when('2024-07-01', start)
    .then({ type: 'AftercareStarted', data: { until: '2025-07-01', checkIns: ['2024-08-01', '2024-11-01'] } });
  active('makes it the status').when('2024-07-01', start).thenState(status, 'aftercare');
  active('numbers the check-ins in the order given')
    .when('2024-07-01', start)
    .thenState((state: TrajectoryState) => state.phase === 'open' && state.aftercare.current.phase === 'running' && state.aftercare.current.checkIns, [
      { phase: 'planned', number: 1, plannedOn: '2024-08-01' },
      { phase: 'planned', number: 2, plannedOn: '2024-11-01' },
    ]);
  scenario('waits for the end of the intake').after(opened).when('2024-07-01', start).refused('INTAKE_NOT_COMPLETED');
  active('waits for the end of a freeze')
    .after(
      ['2024-02-01', { type: 'RequestFreeze', data: { trajectoryId, freezeId: idOf(800), instrument: 'municipal-collection-stop', debts: [], until: '2024-09-01', evidence: [] } }],
      ['2024-02-01', { type: 'GrantFreeze', data: { trajectoryId, freezeId: idOf(800), from: '2024-02-01', until: '2024-09-01', conditions: [] } }],
    )
    .when('2024-07-01', start)
    .refused('FREEZE_RUNNING');
  inAftercare('is done once').when('2024-07-02', start).refused('AFTERCARE_RUNNING');
});

describe('check-ins', () => {
  inAftercare('are held by their number')
    .when('2024-08-01', hold(1))
    .then({ type: 'CheckInHeld', data: { checkInId: idOf(901), number: 1, wellbeing: 6, newArrears: false, note: undefined } });
  inAftercare('may be missed').when('2024-08-01', miss(1)).then({ type: 'CheckInMissed', data: { number: 1 } });
  inAftercare('that were missed may still be held').after(['2024-08-01', miss(1)]).when('2024-08-05', hold(1)).thenTypes('CheckInHeld');
  inAftercare('are held once').after(['2024-08-01', hold(1)]).when('2024-08-02', hold(1, idOf(999))).refused('OUT_OF_ORDER');
  inAftercare('have their own id').after(['2024-08-01', hold(1)]).when('2024-11-01', hold(2, idOf(901))).refused('CHECK_IN_EXISTS');
  inAftercare('that are not planned are unknown').when('2024-08-01', hold(3)).refused('UNKNOWN_CHECK_IN');
  inAftercare('that are not planned are not missed').when('2024-08-01', miss(0)).refused('UNKNOWN_CHECK_IN');
  inAftercare('rate wellbeing up to ten').when('2024-08-01', hold(1, idOf(901), 11)).refused('SCORE_OUT_OF_RANGE', { field: 'wellbeing' });
  inAftercare('are missed once').after(['2024-08-01', miss(1)]).when('2024-08-02', miss(1)).refused('OUT_OF_ORDER');
  inAftercare('that were held were not missed').after(['2024-08-01', hold(1)]).when('2024-08-02', miss(1)).refused('OUT_OF_ORDER');
  active('are not held without aftercare').when('2024-08-01', hold(1)).refused('AFTERCARE_NOT_RUNNING');
  active('are not missed without aftercare').when('2024-08-01', miss(1)).refused('AFTERCARE_NOT_RUNNING');
});

describe('support that goes on', () => {
  inAftercare('follows when it is needed again').when('2024-09-01', resume).then({ type: 'SupportResumed', data: { reason: 'nieuwe schulden' } });
  inAftercare('makes the trajectory active again').when('2024-09-01', resume).thenState(status, 'active');
  inAftercare('lets open check-ins lapse')
    .after(['2024-08-01', miss(1)])
    .when('2024-09-01', resume)
    .thenState(
      (state: TrajectoryState) =>
        state.phase === 'open' && state.aftercare.current.phase === 'resumed' && state.aftercare.current.checkIns.map(({ phase }) => phase),
      ['missed', 'lapsed'],
    );
  inAftercare('may end in aftercare again').after(['2024-09-01', resume]).when('2024-12-01', start).thenTypes('AftercareStarted');
  inAftercare('keeps the ids of earlier check-ins')
    .after(['2024-08-01', hold(1)], ['2024-09-01', resume], ['2024-12-01', start])
    .when('2024-12-10', hold(1))
    .refused('CHECK_IN_EXISTS');
  active('needs aftercare to resume from').when('2024-09-01', resume).refused('AFTERCARE_NOT_RUNNING');
});

describe('completing aftercare', () => {
  inAftercare('closes the trajectory')
    .after(['2024-08-01', hold(1)], ['2024-11-01', miss(2)])
    .when('2025-07-01', complete)
    .then(
      { type: 'AftercareCompleted', data: { outcome: 'stable' } },
      { type: 'TrajectoryClosed', data: { householdId: HOUSEHOLD, outcome: 'stable' } },
    );
  inAftercare('waits for every check-in').after(['2024-08-01', hold(1)]).when('2025-07-01', complete).refused('CHECK_INS_OPEN', { facts: { open: 1 } });
  active('needs aftercare').when('2025-07-01', complete).refused('AFTERCARE_NOT_RUNNING');
  inAftercare('shows as its outcome')
    .after(['2024-08-01', hold(1)], ['2024-11-01', miss(2)])
    .when('2025-07-01', complete)
    .thenState((state: TrajectoryState) => state.phase === 'closed' && [state.outcome, state.aftercare.current.phase], ['stable', 'completed']);
  inAftercare('is not what stopping does')
    .when('2024-09-01', { type: 'StopTrajectory', data: { trajectoryId, reason: 'moved' } })
    .thenState((state: TrajectoryState) => state.phase === 'closed' && [state.outcome, state.aftercare.current.phase], ['moved', 'stopped']);
});
