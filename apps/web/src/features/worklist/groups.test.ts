import { expect, test } from 'vitest';
import { grouped, groupOf, type WorkItem } from './groups';

const item = (parts: Partial<WorkItem>): WorkItem => ({ trajectoryId: 't', kind: 'balance-reminder', dueOn: '2026-11-24', sentence: { nl: 'Stuur', en: 'Send' }, ...parts }) as WorkItem;

// A Wednesday.
const today = '2026-11-25';

test.each([['2026-11-24', 'late'], ['2026-11-25', 'today'], ['2026-11-26', 'thisWeek'], ['2026-11-29', 'thisWeek'], ['2026-11-30', 'later']])('%s is %s on a Wednesday', (day, group) => {
  expect(groupOf(day, today)).toBe(group);
});

test('the most urgent group stands first, in the order of the list, and empty groups are left out', () => {
  const items = ['2026-12-24', '2026-11-20', '2026-11-21'].map((dueOn) => item({ dueOn }));
  expect(grouped(items, today).map(({ group, count }) => [group, count])).toEqual([['late', 2], ['later', 1]]);
});

test('what is asked several times at once is one row, of one household and one day alone', () => {
  const items = [item({}), item({}), item({ trajectoryId: 'other' }), item({ dueOn: '2026-11-23' }), item({ kind: 'action' })];
  const [late] = grouped(items, today);
  expect(late?.tasks.map(({ times }) => times)).toEqual([2, 1, 1, 1]);
  expect(late?.count).toBe(5);
});
