import { deriveId, type Recorded } from '@perspectief/kernel';
import { fileFacts, fileSubject } from './file.js';
import { openingsOn } from './grounds.js';
import { foldHouseholdFacts } from './household-facts.js';
import { foldTrajectoryFacts } from './trajectory-facts.js';

const id = (word: string): string => deriveId('facts', word);
const told = (type: string, data: object, actor = 'coach'): Recorded => ({ type, data, municipality: 'groningen', actor: { id: actor, role: actor } }) as unknown as Recorded;

const household = (...events: readonly Recorded[]) =>
  foldHouseholdFacts([told('HouseholdRegistered', { householdId: id('household'), area: 'beijum' }), ...events]);
const trajectory = (...events: readonly Recorded[]) =>
  foldTrajectoryFacts([told('TrajectoryOpened', { trajectoryId: id('trajectory'), householdId: id('household'), area: 'beijum' }), ...events]);
const proposed = told('TandemProposed', { tandemId: id('tandem'), coachId: 'coach-2', expertId: 'expert' });
const started = told('TandemStarted', { tandemId: id('tandem') });
const factsOf = (...events: readonly Recorded[]) => {
  const [home, one] = [household(), trajectory(...events)];
  if (!home || !one) throw new Error('nothing was opened');
  return fileFacts({ household: home, trajectories: [one] });
};

test('an expert who was proposed sees nothing yet; once the household said yes, he does', () => {
  expect(factsOf(proposed)).toMatchObject({ experts: [], tandem: [], coaches: ['coach-2'] });
  expect(factsOf(proposed, started)).toMatchObject({ experts: ['expert'], tandem: ['coach-2', 'expert'] });
});

test.each([
  ['the tandem ended', told('TandemEnded', { tandemId: id('tandem'), reason: 'done' })],
  ['the trajectory closed', told('TrajectoryClosed', { householdId: id('household'), outcome: 'stable' })],
])('when %s, the expert sees nothing any more', (_, event) => {
  expect(factsOf(proposed, started, event)).toMatchObject({ experts: [], tandem: [] });
});

test('facts of a household are made anew when a trajectory of it changed, or one came', () => {
  const [home, alone, coached] = [household(), trajectory(), trajectory(proposed)];
  if (!home || !alone || !coached) throw new Error('nothing was opened');
  const coachesIn = (...trajectories: (typeof alone)[]): readonly string[] => fileFacts({ household: home, trajectories }).coaches;
  expect([coachesIn(alone), coachesIn(coached), coachesIn(alone), coachesIn(alone, coached)]).toEqual([[], ['coach-2'], [], ['coach-2']]);
});

test('another expert takes the place of the first', () => {
  expect(factsOf(proposed, started, told('ExpertReplaced', { tandemId: id('tandem'), expertId: 'other' })).experts).toEqual(['other']);
});

test('a closed trajectory gives its area no claim on the household', () => {
  const closed = told('TrajectoryClosed', { householdId: id('household'), outcome: 'moved' });
  const moved = household(told('HouseholdMoved', { area: 'selwerd' }));
  const one = trajectory(closed);
  expect(moved && one && fileFacts({ household: moved, trajectories: [one] }).areas).toEqual(['selwerd']);
});

test('who left the household reads it no more', () => {
  const given = told('MemberAccessGiven', { memberId: id('member'), personId: 'mother' });
  expect(household(given)?.access).toHaveLength(1);
  expect(household(given, told('MemberLeft', { memberId: id('member') }))?.access).toEqual([]);
  expect(household(given, told('MemberAccessWithdrawn', { memberId: id('member'), personId: 'mother' }))?.access).toEqual([]);
});

test('of who was erased nobody is left who signs in, and no ground', () => {
  const given = told('MemberAccessGiven', { memberId: id('member'), personId: 'mother' });
  const recorded = told('SharingGroundRecorded', { groundId: id('ground'), law: 'schuldhulp', domains: ['wmo'] });
  expect(household(given, recorded, told('HouseholdErased', { reason: 'request-granted' }))).toMatchObject({ access: [], grounds: [], erased: true });
});

test('a ground opens what it says, through its last day, until it is withdrawn', () => {
  const recorded = told('SharingGroundRecorded', { groundId: id('ground'), law: 'schuldhulp', domains: ['wmo', 'schuldhulp'], validUntil: '2024-06-30' });
  const grounds = household(recorded)?.grounds ?? [];
  expect(openingsOn(grounds, '2024-06-30')).toEqual(['schuldhulp>wmo']);
  expect(openingsOn(grounds, '2024-07-01')).toEqual([]);
  expect(household(recorded, told('SharingGroundWithdrawn', { groundId: id('ground') }))?.grounds).toEqual([]);
});

test('a ground that all laws share opens no law to another', () => {
  expect(openingsOn([{ groundId: id('ground'), law: 'common', domains: ['jeugd', 'wmo'] }], '2024-06-30')).toEqual([]);
});

test('what a command is about is found inside the file', () => {
  const home = household();
  const one = trajectory(
    told('ApplicationReceived', { applicationId: id('application'), law: 'wmo' }),
    told('ActionPlanned', { actionId: id('action'), who: 'expert' }),
    told('StoryTold', { storyId: id('story') }, 'mother'),
  );
  const file = home && one ? { household: home, trajectories: [one] } : undefined;
  expect(file && fileSubject(file, '2024-01-01', { applicationId: id('application'), actionId: id('action'), storyId: id('story') })).toMatchObject({
    law: 'wmo',
    givenTo: 'expert',
    toldBy: 'mother',
  });
});

test('of a household the coach is who supports it now, and after the last support who did so then; of a file who had that one', () => {
  const [home, ended, next] = [household(), trajectory(told('CoachAssigned', { coachId: 'coach-1' }), told('TrajectoryClosed', {})), trajectory(told('CoachAssigned', { coachId: 'coach-3' }))];
  if (!home || !ended || !next) throw new Error('nothing was opened');
  const coachesIn = (...trajectories: (typeof next)[]): readonly string[] => fileFacts({ household: home, trajectories }).coaches;
  expect([coachesIn(ended), coachesIn(ended, next), coachesIn(ended, { ...next, closed: true })]).toEqual([['coach-1'], ['coach-3'], ['coach-3']]);
});
