import { deriveId, toInstant, type Recorded } from '@perspectief/kernel';
import { enrol, isLookedAt, type StudyCard } from './index.js';

const card = {
  eligibility: [{ kind: 'attribute', attribute: 'area', values: ['beijum'] }, { kind: 'happened', event: 'FreezeRequested', from: '-365', to: '0', not: true }],
  arms: [{ name: 'tandem', when: [{ kind: 'happened', event: 'TandemStarted' }] }, { name: 'none', when: [{ kind: 'happened', event: 'TandemStarted', not: true }] }],
  timeZero: { event: 'FirstConversationHeld' },
} as unknown as StudyCard;

const fact = (on: string, type: string, recordedOn = on, data: object = {}): Recorded =>
  ({ id: deriveId(on, type), type, data, happenedOn: `${on}T09:00:00`, recordedAt: toInstant(`${recordedOn}T17:00:00`), municipality: 'groningen', stream: 'trajectory-x' }) as Recorded;
const opened = fact('2024-01-01', 'TrajectoryOpened', '2024-01-01', { area: 'beijum' });
const talked = fact('2024-02-01', 'FirstConversationHeld');

test('a case enters on the day of time zero, in the arm that it was in by then', () => {
  expect(enrol([opened, talked], card)).toEqual({ enrolled: true, arm: 'none', timeZero: '2024-02-01', prevalent: false });
  expect(enrol([opened, fact('2024-01-15', 'TandemStarted'), talked], card)).toMatchObject({ arm: 'tandem' });
});
test('what happened after time zero changes neither who is in nor the arm', () => {
  expect(enrol([opened, talked, fact('2024-02-02', 'TandemStarted'), fact('2024-02-03', 'FreezeRequested')], card)).toMatchObject({ enrolled: true, arm: 'none' });
});
test('nor does what was written down after it, with an earlier date', () => {
  expect(enrol([opened, talked, fact('2024-01-15', 'TandemStarted', '2024-02-02'), fact('2024-01-20', 'FreezeRequested', '2024-03-01')], card)).toMatchObject({ enrolled: true, arm: 'none' });
});
test('who is not eligible, or has no time zero, is left out with the reason', () => {
  expect(enrol([fact('2024-01-01', 'TrajectoryOpened', '2024-01-01', { area: 'haren' }), talked], card)).toEqual({ enrolled: false, because: 'not eligible' });
  expect(enrol([opened, fact('2024-01-20', 'FreezeRequested'), talked], card)).toEqual({ enrolled: false, because: 'not eligible' });
  expect(enrol([opened], card)).toEqual({ enrolled: false, because: 'no time zero' });
  expect(enrol([opened, talked], { ...card, arms: card.arms.slice(0, 1) })).toEqual({ enrolled: false, because: 'in no arm' });
});
test('the first happening is time zero, and a window looks back no further than it says', () => {
  expect(enrol([opened, fact('2022-01-01', 'FreezeRequested'), fact('2024-03-01', 'FirstConversationHeld'), talked], card)).toMatchObject({ enrolled: true, timeZero: '2024-02-01' });
});
test('only cases of the municipalities on the card are looked at, and nobody’s where it names none', () => {
  expect([['groningen'], ['tenboer', 'groningen'], ['tenboer'], undefined].map((municipalities) => isLookedAt([opened], { ...card, municipalities }))).toEqual([true, true, false, false]);
});
test('a case that was brought in later is marked', () => {
  expect(enrol([opened, fact('2024-02-01', 'FirstConversationHeld', '2024-06-01')], card)).toMatchObject({ enrolled: true, prevalent: true });
});
