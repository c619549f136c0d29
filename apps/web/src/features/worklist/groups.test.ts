import { expect, test } from 'vitest';
import { grouped, groupOf, type WorkItem } from './groups';

// A Wednesday.
const today = '2026-11-25';

test.each([['2026-11-24', 'late'], ['2026-11-25', 'today'], ['2026-11-26', 'thisWeek'], ['2026-11-29', 'thisWeek'], ['2026-11-30', 'later']])('%s is %s on a Wednesday', (day, group) => {
  expect(groupOf(day, today)).toBe(group);
});

test('the most urgent group stands first, in the order of the list, and empty groups are left out', () => {
  const items = ['2026-12-24', '2026-11-20', '2026-11-21'].map((dueOn) => ({ dueOn })) as WorkItem[];
  expect(grouped(items, today).map(({ group, items: { length } }) => [group, length])).toEqual([['late', 2], ['later', 1]]);
});
