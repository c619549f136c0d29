import { partitionsFrom } from './partitions.js';

test('partitions are as many as was said, or as many as there are', () => {
  expect(partitionsFrom({})).toBeUndefined();
  expect(partitionsFrom({ PROJECTION_PARTITIONS: '' })).toBeUndefined();
  expect(partitionsFrom({ PROJECTION_PARTITIONS: '4' })).toBe(4);
});

test.each(['0', '-1', '1.5', '65', 'many'])('%s partitions cannot be', (said) => {
  expect(() => partitionsFrom({ PROJECTION_PARTITIONS: said })).toThrow('PROJECTION_PARTITIONS');
});
