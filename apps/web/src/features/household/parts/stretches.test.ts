import { describe, expect, test } from 'vitest';
import { opened, type Trajectory } from '../opened';
import { placeIn, spanOf, stretchesOf, ticksIn } from './stretches';

const page = (parts: object): Trajectory => ({
  ...opened({ closed: null } as never), openedOn: '2026-01-05', closedOn: null, status: 'active', day: '2026-06-10', debts: [], freezes: [], buyOuts: [], ...parts,
}) as Trajectory;

describe('the stretches of a trajectory', () => {
  test('begin with getting acquainted, until the plan was agreed', () => {
    expect(stretchesOf(page({}))).toEqual([{ key: 'intake', track: 'intake', from: '2026-01-05', until: undefined, standing: 'busy' }]);
    expect(stretchesOf(page({ plan: { versions: [{ version: 1, agreedOn: '2026-02-02' }] } }))).toMatchObject([{ until: '2026-02-02', standing: 'done' }]);
  });

  test('stand in the order in which they began', () => {
    const freeze = { freezeId: 'f', instrument: 'standstill', state: 'running', from: '2026-03-01', until: '2026-11-01', requestedOn: '2026-02-20', endedOn: null };
    const debts = [{ registeredOn: '2026-02-10' }, { registeredOn: '2026-02-08' }];
    const all = stretchesOf(page({ freezes: [freeze], debts, tandem: { phase: 'running', since: '2026-02-25' } }));
    expect(all.map(({ track, from, standing }) => [track, from, standing])).toEqual([['intake', '2026-01-05', 'busy'], ['debts', '2026-02-08', 'busy'], ['tandem', '2026-02-25', 'busy'], ['freeze', '2026-03-01', 'busy']]);
  });

  test('a freeze that was only asked for runs from that day, and one that was ended early ends then', () => {
    const freezes = [{ freezeId: 'a', state: 'requested', requestedOn: '2026-05-01', from: null, until: null, endedOn: null }, { freezeId: 'b', state: 'lifted', requestedOn: '2026-05-02', from: '2026-05-03', until: '2026-12-01', endedOn: '2026-06-01' }];
    expect(stretchesOf(page({ freezes })).slice(1)).toMatchObject([{ from: '2026-05-01', until: undefined, standing: 'planned' }, { from: '2026-05-03', until: '2026-06-01', standing: 'done' }]);
  });

  test('repaying lasts as many months as were agreed', () => {
    const buyOut = { buyOutId: 'b', method: 'settlement-credit', draftedOn: '2026-03-01', outcome: { phase: 'paid', on: '2026-04-01' }, repayment: { phase: 'running', firstDue: '2026-05-01', months: 18, closedOn: null } };
    expect(stretchesOf(page({ buyOuts: [buyOut] })).at(-1)).toMatchObject({ track: 'repayment', from: '2026-05-01', until: '2027-10-31', standing: 'busy' });
  });

  test('who does not see the plan is not told when it was agreed', () => {
    expect(stretchesOf(page({ closed: [{ part: 'plan', reason: 'x' }] }))).toEqual([]);
  });
});

test('a span holds whole months, and a day lies where it is in it', () => {
  const span = spanOf([{ key: 'k', track: 'intake', from: '2026-01-05', until: '2026-03-31', standing: 'done' }], '2026-02-01');
  expect(span).toEqual({ from: '2026-01-01', until: '2026-04-01' });
  expect(placeIn(span, '2026-01-01')).toBe(0);
  expect(placeIn(span, '2026-02-15')).toBe(50);
  expect(ticksIn(span)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  expect(ticksIn({ from: '2025-01-01', until: '2028-01-01' })).toHaveLength(6);
});
