import { expect, test } from 'vitest';
import { findingOf, flowOf } from './flow';
import type { FlowLink } from './use-pots';

const link = (from: string, to: string, amount: string): FlowLink => {
  const node = (text: string) => ({ kind: text.split(':')[0] ?? '', name: text.split(':')[1] ?? '' });
  return { from: node(from), to: node(to), amount };
};

const links = [
  link('contributed:jeugd', 'life-area:housing', '300.00'), link('contributed:wmo', 'life-area:housing', '100.00'), link('contributed:wmo', 'life-area:finances', '100.00'),
  link('life-area:housing', 'benefits:wmo', '400.00'), link('life-area:finances', 'benefits:schuldhulp', '100.00'), link('contributed:jeugd', 'life-area:justice', '0.00'),
];

test('the finding is computed from the same money as the picture, counted once', () => {
  expect(findingOf(flowOf(links))).toEqual({ total: 50_000, most: 'housing', share: 80, areas: 2 });
});

test('what came to nothing is no node and no link', () => {
  const flow = flowOf(links);
  expect(flow.nodes.map(({ id }) => id)).not.toContain('life-area:justice');
  expect(flow.links).toHaveLength(5);
});

test('a pot that spent nothing has no finding', () => {
  expect(findingOf(flowOf([]))).toBeUndefined();
});

test('every life area hands on what it got', () => {
  const { nodes, links: kept } = flowOf(links);
  for (const { id } of nodes.filter(({ kind }) => kind === 'life-area')) {
    const sum = (end: 'source' | 'target') => kept.filter((one) => one[end] === id).reduce((total, { value }) => total + value, 0);
    expect(sum('target')).toBe(sum('source'));
  }
});
