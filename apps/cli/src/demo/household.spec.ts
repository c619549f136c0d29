import { courses } from './courses.js';
import { householdOf } from './household.js';
import { rollOf } from './roll.js';

const TODAY = '2026-03-02';
const many = Array.from({ length: 400 }, (_, n) => householdOf(1, n, TODAY));

test('the same seed, number and day give the same household', () => {
  expect(householdOf(1, 7, TODAY)).toEqual(householdOf(1, 7, TODAY));
  expect(householdOf(2, 7, TODAY)).not.toEqual(householdOf(1, 7, TODAY));
  expect(householdOf(1, 8, TODAY)).not.toEqual(householdOf(1, 7, TODAY));
});

test('nothing happens today or later, and everything in order', () => {
  for (const { steps } of many) {
    const days = steps.map(({ on }) => on);
    expect(days.every((day) => day < TODAY)).toBe(true);
    expect(days).toEqual([...days].sort());
  }
});

test('no two households share an id', () => {
  const streams = many.flatMap((household) => household.streams);
  expect(new Set(streams).size).toBe(streams.length);
});

test('every course is walked', () => {
  expect(new Set(many.map(({ course }) => course)).size).toBe(courses.length);
});

test('in two households of each area a parent signs in to the own page', () => {
  const given = many.flatMap(({ steps }) => steps.filter((step) => step.do === 'GiveMemberAccess').map(({ with: data }) => ({ steps, data })));
  expect(new Set(given.map(({ data }) => data['personId'])).size).toBe(14);
  for (const { steps, data } of given)
    expect(steps.find((step) => step.do === 'AddMember' && step.with['memberId'] === data['memberId'])?.with).toMatchObject({ role: 'adult' });
});

test('some things are to be done today', () => {
  const due = many.flatMap(({ steps }) => steps.filter((step) => step.with['dueOn'] === TODAY));
  expect(due.length).toBeGreaterThan(5);
});

test('nothing but repayments follows the end of a trajectory', () => {
  const closing = new Set(['StopTrajectory', 'CompleteAftercare']);
  for (const { steps } of many) {
    const end = steps.findIndex((step) => closing.has(step.do));
    const after = end < 0 ? [] : steps.slice(end + 1).map((step) => step.do);
    expect(after.filter((name) => !name.endsWith('Repayment'))).toEqual([]);
  }
});

test('chance falls evenly, and stays between its bounds', () => {
  const roll = rollOf(1, 1);
  const numbers = Array.from({ length: 4_000 }, () => roll.between(1, 4));
  expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4]));
  expect(numbers.filter((number) => number === 1).length / 4_000).toBeCloseTo(0.25, 1);
  expect(roll.some(['a', 'b', 'c'], 2)).toHaveLength(2);
});
