import { expect, test } from 'vitest';
import type { TimelineEvent } from '../use-timeline';
import { together } from './timeline-event';

const event = (happenedOn: string, track: string, id: string): TimelineEvent => ({ happenedOn, track, actor: { id, role: 'r' } }) as TimelineEvent;

test('what one person did one after the other on one day about one thing stands together', () => {
  const events = [event('2026-05-19T09:20', 'debts', 'a'), event('2026-05-19T09:15', 'debts', 'a'), event('2026-05-19', 'plan', 'a'), event('2026-05-18', 'plan', 'a'), event('2026-05-18', 'plan', 'b'), event('2026-05-18', 'plan', 'a')];
  expect(together(events).map(({ length }) => length)).toEqual([2, 1, 1, 1, 1]);
  expect(together([])).toEqual([]);
});
