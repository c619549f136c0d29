import { difference, missingFrom, onlyFieldsOf, outOfOrder } from './compare.js';

test('only the fields that are named are compared', () => {
  expect(difference({ status: 'active' }, { status: 'active', outcome: 'stable' })).toBeUndefined();
  expect(difference({ debts: { open: '1.00' } }, { debts: { open: '2.00', paid: '0.00' } })).toEqual({
    where: 'debts.open',
    expected: '1.00',
    seen: '2.00',
  });
});

test('a list is compared whole, each item by the fields that are named', () => {
  const running = { instrument: 'standstill', state: 'running', until: '2024-05-03' };
  expect(difference([{ state: 'running' }], [running])).toBeUndefined();
  expect(difference([{ state: 'running' }], [running, running])).toMatchObject({ where: '' });
  expect(difference({ freezes: [{ state: 'expired' }] }, { freezes: [running] })).toEqual({
    where: 'freezes[1].state',
    expected: 'expired',
    seen: 'running',
  });
  expect(difference([], [running])).toMatchObject({ expected: [] });
});

test('amounts are equal as money', () => {
  expect(difference('1737', '1737.00')).toBeUndefined();
  expect(difference('1737.00', '1737.01')).toMatchObject({ seen: '1737.01' });
});

test('absent and null are one, and an absent field is not zero', () => {
  expect(difference({ metOn: null }, {})).toBeUndefined();
  expect(difference({ open: 0 }, {})).toEqual({ where: 'open', expected: 0, seen: undefined });
});

test('each expected item is found somewhere', () => {
  const clocks = [{ rule: 'a', due: '2024-01-01' }, { rule: 'b', due: '2024-02-01', state: 'met' }];
  expect(missingFrom([{ rule: 'b' }, { rule: 'a', due: '2024-01-01' }], clocks)).toBeUndefined();
});

test('an item that is missing is shown beside what is alike', () => {
  expect(missingFrom([{ rule: 'b', due: '2024-03-01' }], [{ rule: 'b', due: '2024-02-01', article: 'x' }])).toEqual({
    where: '[1]',
    expected: { rule: 'b', due: '2024-03-01' },
    seen: [{ rule: 'b', due: '2024-02-01' }],
  });
});

test('words stand in order, with others between them', () => {
  expect(outOfOrder(['A', 'C', 'C'], ['A', 'B', 'C', 'D', 'C'])).toBeUndefined();
  expect(outOfOrder(['B', 'A'], ['A', 'B'])).toEqual({ where: '[2]', expected: 'A', seen: [] });
});

test('reports show nothing of a page that was not asked', () => {
  expect(onlyFieldsOf({ status: 'active' }, { status: 'closed', name: 'somebody' })).toEqual({ status: 'closed' });
  expect(onlyFieldsOf([{ state: 'x' }], [{ state: 'y', note: 'z' }, { state: 'y', note: 'z' }])).toEqual([{ state: 'y' }, { state: 'y' }]);
});
