import { expect, test } from 'vitest';
import { freshnessOf, shareOf, waitOf, worstOf, type Projection } from './freshness';

const projection = (over: Partial<Projection> = {}): Projection => ({ name: 'trajectory', version: 1, position: '0000000000000007-aa', behind: 0, secondsBehind: 0, error: null, parked: 0, partitions: [], rebuild: null, ...over });

test.each([
  ['fresh', {}],
  ['reading', { behind: 3, secondsBehind: 59 }],
  ['late', { behind: 3, secondsBehind: 60 }],
  ['stuck', { behind: 3, secondsBehind: 1, error: 'QueryFailedError' }],
] as const)('a read model is %s', (freshness, over) => {
  expect(freshnessOf(projection(over))).toBe(freshness);
});

test('all together are as the worst of them', () => {
  const late = projection({ behind: 1, secondsBehind: 600 });
  expect(worstOf([projection(), late, projection({ behind: 1 })])).toBe('late');
  expect(worstOf([late, projection({ behind: 1, error: 'TypeError' }), projection()])).toBe('stuck');
  expect(worstOf([projection(), projection()])).toBe('fresh');
});

test.each([[1, 'seconds', 1], [59, 'seconds', 59], [60, 'minutes', 1], [3_599, 'minutes', 59], [7_300, 'hours', 2]] as const)('%i seconds are said in %s', (seconds, unit, count) => {
  expect(waitOf(seconds)).toEqual({ unit, count });
});

test.each([[0, 0, undefined], [0, 400, 0], [399, 400, 99], [400, 400, 100]] as const)('%i of %i events are %s percent', (read, total, percent) => {
  expect(shareOf({ read, total })).toBe(percent);
});
