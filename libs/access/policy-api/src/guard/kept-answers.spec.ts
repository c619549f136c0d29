import { jest } from '@jest/globals';
import { Rules } from '@perspectief/access';
import { madeOf } from '@perspectief/runtime';
import type { Admitted } from './admitted.js';
import { KeptAnswers } from './kept-answers.js';

const [trajectoryId, householdId] = ['00000000-0000-5000-8000-000000000001', '00000000-0000-5000-8000-000000000002'];
const actor = { id: 'an', role: 'neighbourhood-coach' };
const stream = `trajectory-${trajectoryId}`;
const page = (version = 3) => madeOf({ id: trajectoryId }, { stream, version });
const answer = { id: trajectoryId, name: 'Anna' };

const asSeen = [{ stream: `household-${householdId}`, version: 2 }, { stream, version: 3 }];

const admitted = ({ erased = false, fromLog = false } = {}): Admitted => {
  const file = { household: { householdId, erased }, trajectories: [] } as unknown as Admitted['found'][number]['file'];
  const rules = new Rules({ personId: actor.id, role: actor.role, municipality: 'groningen', areas: [], glasses: [] });
  return { actor, rules, action: 'trajectory', row: undefined, startedAt: '', found: [{ named: 'file', argument: 'id', id: trajectoryId, subject: undefined, file, seen: fromLog ? undefined : asSeen }] };
};

const opened = (most?: number) => {
  const clock = { now: Date.parse('2025-01-01T10:00:00Z') };
  const listeners: (() => void)[] = [];
  const kept = new KeptAnswers({ onDestroyed: (listener) => void listeners.push(listener), heldUntil: () => clock.now + 1_000 }, most, () => clock.now);
  const nameOf = (args = {}) => kept.nameOf('trajectory', { id: trajectoryId, ...args }, actor) as string;
  const give = (name = nameOf(), told: object = page(), one = admitted(), shown: object = answer) => kept.keeping(name)(one, told, shown);
  return { kept, clock, nameOf, give, destroy: () => listeners.forEach((hear) => hear()) };
};

test('an answer of now is kept for who asked, as it was asked, on that day', () => {
  const { kept, clock, nameOf, give } = opened();
  const name = nameOf();
  give();
  expect(kept.of(name)?.answer).toBe(answer);
  expect(kept.of(kept.nameOf('trajectory', { id: trajectoryId }, { ...actor, id: 'bo' }) ?? '')).toBeUndefined();
  expect(kept.of(kept.nameOf('trajectory', { id: trajectoryId }, { ...actor, role: 'debt-counsellor' }) ?? '')).toBeUndefined();
  expect(kept.of(nameOf({ today: '2025-01-03' }))).toBeUndefined();
  expect(kept.of(kept.nameOf('household', { id: trajectoryId }, actor) ?? '')).toBeUndefined();
  clock.now += 14 * 3_600_000;
  expect(nameOf()).not.toBe(name);
});

test.each([['asOf', '2024-01-01'], ['knownAt', '2024-01-01T00:00:00Z'], ['after', '7']])('an answer with %s is never kept, nor that of a list or of nobody', (moment, value) => {
  const { kept, nameOf } = opened();
  expect(nameOf({ [moment]: value })).toBeUndefined();
  expect(kept.nameOf('worklist', {}, actor)).toBeUndefined();
  expect(kept.nameOf('trajectory', { id: trajectoryId }, undefined)).toBeUndefined();
});

test.each([
  ['was made of fewer events than the log will be asked about', page(2), admitted()],
  ['says not what it was made of', {}, admitted()],
  ['was let in on the log itself', page(), admitted({ fromLog: true })],
  ['is of a household that was erased', page(), admitted({ erased: true })],
])('what %s is not kept', (_, told, one) => {
  const { kept, nameOf, give } = opened();
  give(nameOf(), told, one);
  expect(kept.has(nameOf())).toBe(false);
});

test('when keys are destroyed all is gone, also what was being opened with them; and it lives no longer than they do', () => {
  const { kept, clock, nameOf, give, destroy } = opened();
  give();
  const late = kept.keeping(nameOf());
  destroy();
  late(admitted(), page(), answer);
  expect(kept.has(nameOf())).toBe(false);
  give();
  clock.now += 1_000;
  expect(kept.of(nameOf())).toBeUndefined();
});

test('what nobody asks for again does not stay either', () => {
  jest.useFakeTimers();
  const { kept, clock, nameOf, give } = opened();
  give();
  jest.advanceTimersByTime(5_000);
  expect(kept.has(nameOf())).toBe(true);
  clock.now += 1_000;
  jest.advanceTimersByTime(5_000);
  expect(kept.has(nameOf())).toBe(false);
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

test('the session of the request is not kept with its answer', () => {
  const { kept, nameOf, give } = opened();
  give(nameOf(), page(), { ...admitted(), claim: { session: 'key', proven: true, prove: async () => undefined } });
  expect(JSON.stringify(kept.of(nameOf()))).not.toContain('session');
});

test('what is larger than any may be is not kept', () => {
  const { kept, nameOf, give } = opened();
  give(nameOf(), page(), admitted(), { ...answer, story: 'x'.repeat(200_000) });
  expect(kept.has(nameOf())).toBe(false);
});

test('no more is kept than there is room for, and what was forgotten or replaced takes none: what was asked longest ago goes first', () => {
  const { kept, nameOf, give, destroy } = opened(500);
  const names = ['2025-01-01', '2025-01-02', '2025-01-03'].map((today) => nameOf({ today }));
  give(names[0]);
  destroy();
  for (const name of [names[0], names[0], names[1]]) give(name);
  kept.of(names[0] as string);
  give(names[2]);
  expect(names.map((name) => kept.has(name))).toEqual([true, false, true]);
});
