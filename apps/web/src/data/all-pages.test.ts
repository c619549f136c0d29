import { expect, test, vi } from 'vitest';
import { allPages } from './all-pages';

const page = (node: number, endCursor: string | null) => ({ edges: [{ node }], pageInfo: { hasNextPage: endCursor !== null, endCursor } });

test('a list is read to its end, from where it is begun', async () => {
  const ask = vi.fn(async (cursor: string | null) => (cursor === null ? page(1, 'a') : cursor === 'a' ? page(2, 'b') : page(3, null)));
  expect(await allPages(ask)).toEqual({ nodes: [1, 2, 3], whole: true });
  expect(await allPages(ask, 'a')).toEqual({ nodes: [2, 3], whole: true });
  expect(ask.mock.calls.flat()).toEqual([null, 'a', 'b', 'a', 'b']);
});

test('where a page does not come, what was read is kept and said not to be all', async () => {
  expect(await allPages(async (cursor) => (cursor === null ? page(1, 'a') : undefined))).toEqual({ nodes: [1], whole: false });
});
