import { expect, test } from 'vitest';
import { onceEach } from './decided';
import type { Plan } from './use-my-plan';

const clock = (rule: string, due: string, state = 'running') => ({ rule, due, state, application: null }) as Plan['clocks'][number];

test('what several creditors must answer by one day is said once, with how many they are', () => {
  const all = [clock('balance-answer', '2026-12-14'), clock('awb-decision', '2026-12-14'), clock('balance-answer', '2026-12-14'), clock('balance-answer', '2026-12-15')];
  expect(onceEach(all).map(({ clock: { rule, due }, times }) => [rule, due, times])).toEqual([['balance-answer', '2026-12-14', 2], ['awb-decision', '2026-12-14', 1], ['balance-answer', '2026-12-15', 1]]);
});
