import type { HouseholdCommand } from './commands.js';
import { householdEvents } from './events.js';
import { membersOn, residenceOn } from './membership.js';
import type { HouseholdState } from './state.js';
import { groundsOn } from './sharing.js';
import { claimed, HOUSEHOLD, idOf, registered, scenario, TRAJECTORY } from './testing/scenario.js';

const householdId = HOUSEHOLD;
const ground = {
  groundId: idOf(20),
  law: 'wmo',
  purpose: 'one-plan',
  ground: 'consent',
  domains: ['wmo', 'schuldhulp'],
  validUntil: '2024-06-30',
} as const;
const share: HouseholdCommand = { type: 'RecordSharingGround', data: { householdId, ...ground } };
const withdraw = (groundId = ground.groundId): HouseholdCommand => ({ type: 'WithdrawSharingGround', data: { householdId, groundId } });
const move = (on: string): HouseholdCommand => ({
  type: 'MoveHousehold',
  data: { householdId, area: 'lewenborg', address: 'Voorbeeldstraat 2, Groningen', on },
});
const erase: HouseholdCommand = { type: 'EraseHousehold', data: { householdId, reason: 'request-granted' } };
const claim = (trajectoryId: string): HouseholdCommand => ({
  type: 'ClaimHousehold',
  data: { householdId, trajectoryId, area: 'beijum', source: 'self' },
});
const release = (trajectoryId = TRAJECTORY): HouseholdCommand => ({ type: 'ReleaseHousehold', data: { householdId, trajectoryId } });

describe('registering a household', () => {
  scenario('a household becomes known')
    .when(...registered)
    .then({ type: 'HouseholdRegistered', data: registered[1].data as never });
  scenario('it is registered once')
    .after(registered)
    .when('2023-11-28', registered[1])
    .refused('HOUSEHOLD_EXISTS', { field: 'householdId' });
  scenario('not before it happened').when('2023-11-29', registered[1], { now: '2023-11-28' }).refused('IN_THE_FUTURE');
});

describe('grounds for sharing', () => {
  scenario('a ground is recorded').after(registered).when('2024-01-10', share).thenTypes('SharingGroundRecorded');
  scenario('a ground stands until its last day')
    .after(registered)
    .when('2024-01-10', share)
    .thenState((state: HouseholdState) => ['2024-01-09', '2024-01-10', '2024-06-30', '2024-07-01'].map((day) => groundsOn(state, day).length), [0, 1, 1, 0]);
  scenario('its id is used once')
    .after(registered, ['2024-01-10', share])
    .when('2024-01-11', share)
    .refused('GROUND_EXISTS', { field: 'groundId' });
  scenario('a ground is withdrawn')
    .after(registered, ['2024-01-10', share])
    .when('2024-02-01', withdraw())
    .then({ type: 'SharingGroundWithdrawn', data: { groundId: ground.groundId } });
  scenario('from that day on it does not stand')
    .after(registered, ['2024-01-10', share])
    .when('2024-02-01', withdraw())
    .thenState((state: HouseholdState) => ['2024-01-31', '2024-02-01'].map((day) => groundsOn(state, day).length), [1, 0]);
  scenario('an unknown ground is not withdrawn').after(registered).when('2024-02-01', withdraw()).refused('UNKNOWN_GROUND');
  scenario('a ground is not withdrawn twice')
    .after(registered, ['2024-01-10', share], ['2024-02-01', withdraw()])
    .when('2024-02-02', withdraw())
    .refused('OUT_OF_ORDER');
});

describe('moving', () => {
  scenario('the household moves')
    .after(registered)
    .when('2024-05-01', move('2024-05-01'))
    .then({ type: 'HouseholdMoved', data: { area: 'lewenborg', address: 'Voorbeeldstraat 2, Groningen', on: '2024-05-01' } });
  scenario('each day has its own address')
    .after(registered)
    .when('2024-05-03', move('2024-05-01'))
    .thenState(
      (state: HouseholdState) => ['2020-01-01', '2024-04-30', '2024-05-01'].map((day) => residenceOn(state, day)?.area),
      ['beijum', 'beijum', 'lewenborg'],
    );
  scenario('the same move is told once')
    .after(registered, ['2024-05-01', move('2024-05-01')])
    .when('2024-05-02', move('2024-05-01'))
    .refused('OUT_OF_ORDER');
});

describe('the claim of a trajectory', () => {
  scenario('a trajectory holds the household')
    .after(registered)
    .when('2023-11-28', claim(TRAJECTORY))
    .then({ type: 'TrajectoryClaimed', data: { trajectoryId: TRAJECTORY, area: 'beijum', source: 'self' } });
  scenario('a second one is refused').after(registered, claimed).when('2023-11-28', claim(idOf(101))).refused('HOUSEHOLD_HAS_OPEN_TRAJECTORY');
  scenario('the same one claims again, and nothing happens').after(registered, claimed).when('2023-11-28', claim(TRAJECTORY)).nothing();
  scenario('a closed one no longer holds it, even before its release')
    .knowing({ claimIsVoid: true })
    .after(registered, claimed)
    .when('2024-11-28', claim(idOf(101)))
    .thenTypes('TrajectoryClaimed');
  scenario('a household that nobody registered is not claimed').when('2023-11-28', claim(TRAJECTORY)).refused('UNKNOWN_HOUSEHOLD');
  scenario('the holder lets go')
    .after(registered, claimed)
    .when('2024-11-28', release())
    .then({ type: 'TrajectoryReleased', data: { trajectoryId: TRAJECTORY } });
  scenario('who does not hold it lets nothing go').after(registered, claimed).when('2024-11-28', release(idOf(101))).nothing();
  scenario('which trajectories ever held it stays known')
    .after(registered, claimed, ['2024-11-28', release()])
    .when('2024-11-29', claim(idOf(101)))
    .thenState((state: HouseholdState) => state.phase === 'registered' && state.trajectories, [TRAJECTORY, idOf(101)]);
  scenario('after the release another may hold it')
    .after(registered, claimed, ['2024-11-28', release()])
    .when('2024-11-29', claim(idOf(101)))
    .thenTypes('TrajectoryClaimed');
});

describe('erasing', () => {
  scenario('while a trajectory runs, nothing is erased').after(registered, claimed).when('2024-01-01', erase).refused('TRAJECTORY_OPEN');
  scenario('who the household was is erased')
    .after(registered, claimed, ['2024-11-28', release()])
    .when('2029-12-01', erase)
    .then({ type: 'HouseholdErased', data: { reason: 'request-granted' } });
  scenario('nothing personal is left')
    .after(registered)
    .when('2029-12-01', erase)
    .thenState((state: HouseholdState) => [state, membersOn(state, '2024-01-01')], [
      { phase: 'erased', id: HOUSEHOLD, municipality: 'groningen', erasedOn: '2029-12-01', reason: 'request-granted' },
      [],
    ]);
  const eraseDebts: HouseholdCommand = { type: 'EraseLawData', data: { householdId: HOUSEHOLD, law: 'schuldhulp', reason: 'retention-ended' } };
  scenario('the data of a law stay while a trajectory runs').after(registered, claimed).when('2024-01-01', eraseDebts).refused('TRAJECTORY_OPEN');
  scenario('the data of one law are erased alone, and the household stays')
    .after(registered, claimed, ['2024-11-28', release()])
    .when('2029-12-01', eraseDebts)
    .then({ type: 'LawDataErased', data: { law: 'schuldhulp', reason: 'retention-ended' } });
  scenario('what was erased is not erased again').after(registered, ['2029-12-01', eraseDebts]).when('2030-01-01', eraseDebts).refused('OUT_OF_ORDER');
  scenario('what a later trajectory wrote under that law may be erased again')
    .after(registered, ['2029-12-01', eraseDebts], ['2030-01-01', claim(TRAJECTORY)], ['2031-01-01', release()])
    .when('2037-01-01', eraseDebts)
    .thenTypes('LawDataErased');
  const commands: readonly HouseholdCommand[] = [eraseDebts, registered[1], share, withdraw(), move('2030-01-01'), claim(TRAJECTORY), release(), erase];
  for (const command of commands)
    scenario(`after that ${command.type} is refused`).after(registered, ['2029-12-01', erase]).when('2030-01-01', command).refused('HOUSEHOLD_ERASED');
});

scenario('the state is plain JSON')
  .after(registered, claimed, ['2024-01-10', share])
  .when('2024-05-01', move('2024-05-01'))
  .thenState((state: HouseholdState) => JSON.stringify(JSON.parse(JSON.stringify(state))) === JSON.stringify(state), true);

test('every event that is decided passes its own schema', () => {
  const data = { memberId: idOf(10), role: 'adult', name: 'M', birthDate: '1987-05-03', bsn: '111222333', from: '2023-11-27' };
  expect(householdEvents.MemberAdded.schema.parse(data)).toEqual(data);
});
