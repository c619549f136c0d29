import type { HouseholdState } from '@perspectief/household-domain';
import { deriveId } from '@perspectief/kernel';
import type { Sources } from '@perspectief/runtime';
import type { TrajectoryCommand, TrajectoryState } from '@perspectief/trajectory-domain';
import { gatherFor } from './gather.js';

const id = (word: string): string => deriveId('gather', word);
const none: TrajectoryState = { phase: 'none' };

/** A trajectory as far as it is looked at; `granted` are the first days of its broad moratoria. */
const trajectory = (word: string, householdId: string, phase: 'open' | 'closed', ...granted: string[]): TrajectoryState => {
  const freezes = granted.map((from) => ({ instrument: 'broad-moratorium', phase: 'expired', from }));
  return { phase, id: id(word), householdId, municipality: 'haarlem', crisisFreeze: { freezes } } as unknown as TrajectoryState;
};

const household = { phase: 'registered', id: id('household'), municipality: 'haarlem' } as const;

const gathered = async (command: object, known: TrajectoryState, streams: Readonly<Record<string, unknown>>) => {
  const sources = { stateOf: async (category: string, of: string) => streams[`${category}-${of}`] ?? none } as unknown as Sources;
  const ports = { people: async () => [], runningTandems: async () => 0 };
  return (await gatherFor(ports)(command as TrajectoryCommand, { state: known, stream: 'any' }, sources)).household;
};

describe('who holds the household when a trajectory opens', () => {
  const open = { type: 'OpenTrajectory', data: { householdId: id('household'), trajectoryId: id('new') } };
  const claimed = { ...household, claim: { phase: 'claimed', trajectoryId: id('holder') } } as HouseholdState;
  test.each([
    ['its open trajectory', trajectory('holder', id('household'), 'open'), id('holder')],
    ['one that is about to open', none, id('holder')],
    ['not one that closed', trajectory('holder', id('household'), 'closed'), undefined],
    ['not one that opened for another household', trajectory('holder', id('neighbours'), 'open'), undefined],
  ])('%s', async (_, holder, openTrajectoryId) => {
    const streams = { [`household-${id('household')}`]: claimed, [`trajectory-${id('holder')}`]: holder };
    expect(await gathered(open, none, streams)).toEqual({ id: id('household'), municipality: 'haarlem', openTrajectoryId });
  });
});

test('broad moratoria are those of the household\'s other trajectories, and of no other household', async () => {
  const current = trajectory('current', id('household'), 'open', '2024-01-01');
  const streams = {
    [`household-${id('household')}`]: { ...household, trajectories: ['first', 'second', 'lost', 'current'].map(id) },
    [`trajectory-${id('first')}`]: trajectory('first', id('household'), 'closed', '2015-05-01'),
    [`trajectory-${id('second')}`]: trajectory('second', id('household'), 'closed', '2019-02-01'),
    [`trajectory-${id('lost')}`]: trajectory('lost', id('neighbours'), 'open', '2021-01-01'),
    [`trajectory-${id('current')}`]: current,
  };
  const ask = (instrument: string) => gathered({ type: 'RequestFreeze', data: { trajectoryId: id('current'), instrument } }, current, streams);
  expect(await ask('broad-moratorium')).toMatchObject({ broadMoratoria: ['2015-05-01', '2019-02-01'] });
  expect(await ask('narrow-moratorium')).toBeUndefined();
});
