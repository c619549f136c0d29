import { deriveId } from '@perspectief/kernel';
import { given, partitionOf, shareOf, WHOLE } from './share.js';

const streams = Array.from({ length: 3_000 }, (_, n) => `jar-${deriveId('shared', n)}`);

test('a stream belongs to one partition, the same on every machine and in every release', () => {
  expect(partitionOf('jar-a', 8)).toBe(partitionOf('jar-a', 8));
  expect(['trajectory-1', 'household-2', 'pooledBudget-3'].map((stream) => partitionOf(stream, 1_000))).toEqual([602, 485, 523]);
});

test('streams spread evenly', () => {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const stream of streams) counts[partitionOf(stream, counts.length)]! += 1;
  for (const count of counts) expect(Math.abs(count - streams.length / counts.length)).toBeLessThan(90);
});

test('each event is given to the partition of its stream; one that reaches other streams to all; others to none', () => {
  const reads = { categories: ['jar', 'shelf'], partitioning: { by: 'stream', everywhere: ['shelf'] } } as const;
  const events = [...streams.slice(0, 60), 'shelf-1', 'shelf-2', 'lid-1'].map((stream) => ({ stream, type: 'Moved' }));
  const parts = [0, 1, 2].map((n) => given(reads, shareOf(n, 3), events));
  expect(parts.flat().map(({ stream }) => stream).filter((stream) => stream.startsWith('jar')).sort()).toEqual(streams.slice(0, 60).sort());
  for (const part of parts) expect(part.map(({ stream }) => stream).slice(-2)).toEqual(['shelf-1', 'shelf-2']);
  expect(given(reads, WHOLE, events)).toHaveLength(62);
});

test('where a projection needs a few types of a category, it is given no others of that', () => {
  const reads = { categories: ['jar', 'shelf'], only: { shelf: ['ShelfBroken'] }, partitioning: { by: 'stream', everywhere: ['shelf'] } } as const;
  const events = [['jar-1', 'MarbleAdded'], ['shelf-1', 'ShelfPainted'], ['shelf-1', 'ShelfBroken']].map(([stream = '', type = '']) => ({ stream, type }));
  expect(given(reads, WHOLE, events).map(({ type }) => type)).toEqual(['MarbleAdded', 'ShelfBroken']);
});
