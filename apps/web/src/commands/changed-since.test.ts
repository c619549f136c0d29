import { expect, test } from 'vitest';
import { changesIn, sorted, type Line } from './changed-since';

const line = (key: string, value: string, group = 'debts', ids = [key]): Line => ({ key, group, label: key, value, ids });
const began = [line('debt-1', '€ 100'), line('debt-2', '€ 200'), line('goal-1', 'open', 'plan')];

test('what differs is what came, what went and what reads otherwise', () => {
  expect(changesIn(began, [line('debt-1', '€ 150'), line('goal-1', 'open', 'plan'), line('goal-2', 'open', 'plan')]).map(({ key, before, after }) => [key, before, after])).toEqual([
    ['debt-1', '€ 100', '€ 150'], ['goal-2', undefined, 'open'], ['debt-2', '€ 200', undefined],
  ]);
  expect(changesIn(began, began)).toEqual([]);
});

test.each([
  ['correctDebt', { trajectoryId: 't', debtId: 'debt-1' }, ['debt-1']],
  ['correctDebt', { trajectoryId: 't', debtId: 'debt-9' }, []],
  ['requestFreeze', { trajectoryId: 't', debts: ['debt-7', 'debt-2'] }, ['debt-2']],
  ['agreePlan', { trajectoryId: 't' }, ['goal-2']],
  ['confirmDebtInventory', { trajectoryId: 't' }, ['debt-1', 'debt-2']],
  ['holdCheckIn', { trajectoryId: 't', number: 2 }, ['check-in 2']],
  ['logContact', { trajectoryId: 't', contactId: 'c' }, []],
] as const)('%s of %j depends on %j', (name, input, expected) => {
  const now = [line('debt-1', '€ 150'), line('goal-1', 'open', 'plan'), line('goal-2', 'open', 'plan'), line('check-in 2', 'held', 'aftercare', ['number 2'])];
  const changes = changesIn(began, now);
  const { same, beside } = sorted(name, input, changes);
  expect(same.map(({ key }) => key).sort()).toEqual([...expected].sort());
  expect(same.length + beside.length).toBe(changes.length);
});
