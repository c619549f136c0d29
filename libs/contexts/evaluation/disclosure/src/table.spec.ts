import fc from 'fast-check';
import { policyWith, releaseCrossTable, releaseTable, standardPolicy, type CountTable } from './index.js';
import { Unknowns } from './simplex.js';
import { cellId, TOTAL } from './table.js';
import { computedBack } from './testing/attacker.js';

const table = (...counts: readonly (readonly number[])[]): CountTable => ({
  rows: counts.map((_, i) => `r${i}`), columns: (counts[0] ?? []).map((_, j) => `c${j}`), counts,
});
const released = (of: CountTable) => {
  const answer = releaseTable(of);
  if ('refused' in answer) throw new Error(answer.refused.code);
  return answer;
};

describe('a table of counts', () => {
  test('with enough people everywhere is shown, rounded', () => {
    expect(released(table([12, 33], [41, 27])).table).toMatchObject({ counts: [[10, 35], [40, 25]], rowTotals: [45, 70], columnTotals: [55, 60], total: 115 });
  });
  test('hides a cell of three with the smallest company that keeps it hidden', () => {
    const { table: shown, report } = released(table([3, 30, 40], [20, 50, 15]));
    expect(shown.counts).toEqual([[null, 30, null], [null, 50, null]]);
    expect(shown.rowTotals).toEqual([75, 85]);
    expect(report).toMatchObject({ hidden: 4, forChecker: { small: 1, cover: 3 } });
  });
  test('hides a zero as well, unless it cannot be otherwise', () => {
    expect(released(table([0, 30], [25, 40])).table.counts.flat()).toContain(null);
    expect(released({ ...table([0, 30], [25, 40]), impossible: [['r0', 'c0']] }).table.counts).toEqual([[0, 30], [25, 40]]);
  });
  test('hides more where the hidden ones together are known to be few', () => {
    const { table: shown } = released(table([3, 4, 30, 40]));
    expect(shown.counts[0]).toEqual([null, null, null, 40]);
  });
  test('of two, of which one is small, shows neither', () => {
    expect(released(table([4, 200])).table).toMatchObject({ counts: [[null, null]], total: 205 });
  });
  test('hides that nearly all of a row are in one cell', () => {
    const { table: shown, report } = released(table([190, 10, 10], [40, 50, 60]));
    expect(shown.counts[0]?.[0]).toBeNull();
    expect(report.forChecker.group).toBe(1);
  });
  test('also where no other cell of the row is small', () => {
    const { hidden } = released(table([900, 40, 30], [400, 500, 450]));
    expect(computedBack(table([900, 40, 30], [400, 500, 450]), hidden)(0, 0).lower).toBeLessThanOrEqual(0.9 * 970);
  });
  test.each([
    ['TOO_FEW', table([3, 4])],
    ['NOT_A_TABLE', table([3.5, 40])],
    ['NOT_A_TABLE', table([-3, 40])],
    ['NOT_A_TABLE', { ...table([30, 40]), columns: ['c0'] }],
    ['NOT_A_TABLE', table()],
  ])('is refused with %s', (code, of) => expect(releaseTable(of)).toEqual({ refused: expect.objectContaining({ code }) }));
});

/** Many small ones, some large, a few so large that they are nearly all of their row. */
const counts = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 12 }) }, { weight: 2, arbitrary: fc.integer({ min: 10, max: 80 }) }, fc.integer({ min: 200, max: 900 }));
const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) => fc.array(fc.array(counts, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }))
  .map((all) => table(...all));

const { threshold, groupShare } = standardPolicy;

test('whoever solves the equations of a shown table learns of no small cell, nor how small it is', () => {
  fc.assert(fc.property(tables, (of) => {
    const answer = releaseTable(of);
    if ('refused' in answer) return;
    const between = computedBack(of, answer.hidden);
    of.counts.forEach((row, i) => row.forEach((count, j) => {
      if (count >= threshold) return;
      expect(answer.table.counts[i]?.[j]).toBeNull();
      const { lower, upper } = between(i, j);
      expect(upper).toBeGreaterThanOrEqual(threshold - 1e-6);
      expect(upper - lower).toBeGreaterThanOrEqual(threshold - 1e-6);
    }));
  }), { numRuns: 300 });
});

test('nor that nearly all of a row or column are in one cell', () => {
  fc.assert(fc.property(tables, (of) => {
    const answer = releaseTable(of);
    if ('refused' in answer) return;
    const between = computedBack(of, answer.hidden);
    of.counts.forEach((row, i) => row.forEach((count, j) => {
      const rowTotal = row.reduce((sum, n) => sum + n, 0);
      const columnTotal = of.counts.reduce((sum, other) => sum + (other[j] as number), 0);
      // In a table of one column, that a whole row is in it says nothing.
      for (const total of [...(of.columns.length > 1 ? [rowTotal] : []), ...(of.rows.length > 1 ? [columnTotal] : [])])
        if (total >= threshold && count >= threshold && count > groupShare * total) expect(between(i, j).lower).toBeLessThanOrEqual(groupShare * total + 1e-6);
    }));
  }), { numRuns: 300 });
});

test('shown totals stay small in number only where they are large enough', () => {
  fc.assert(fc.property(tables, (of) => {
    const answer = releaseTable(of);
    if ('refused' in answer) return;
    for (const shown of [...answer.table.rowTotals, ...answer.table.columnTotals, answer.table.total])
      if (shown !== null && shown !== 0) expect(shown).toBeGreaterThanOrEqual(threshold);
  }));
});

test('the extent of an unknown is that of trying everything', () => {
  const subsets = fc.array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 1, maxLength: 4 });
  const truth = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
  fc.assert(fc.property(subsets, truth, (parts, x) => {
    const sums = [{ of: [0, 1, 2, 3], is: x.reduce((a, b) => a + b, 0) }, ...parts.map((of) => ({ of, is: of.reduce((sum, i) => sum + (x[i] as number), 0) }))];
    const seen: number[] = [];
    const most = (sums[0]?.is ?? 0);
    for (let a = 0; a <= most; a += 1) for (let b = 0; a + b <= most; b += 1) for (let c = 0; a + b + c <= most; c += 1) {
      const tried = [a, b, c, most - a - b - c];
      if (sums.every(({ of, is }) => of.reduce((sum, i) => sum + (tried[i] as number), 0) === is)) seen.push(a);
    }
    const { lower, upper } = new Unknowns(4, sums).extentOf(0);
    expect(lower).toBeLessThanOrEqual(Math.min(...seen) + 1e-6);
    expect(upper).toBeGreaterThanOrEqual(Math.max(...seen) - 1e-6);
    expect(upper - lower).toBeLessThanOrEqual(Math.max(...seen) - Math.min(...seen) + 1 + 1e-6);
  }));
});

test('a table of people knows who is behind what it shows, and only that', () => {
  const people = Array.from({ length: 60 }, (_, i) => ({ subject: `s${i}`, row: i < 3 ? 'a' : i < 30 ? 'b' : 'c', column: 'all' }));
  const answer = releaseCrossTable([...people, { subject: 's40', row: 'c', column: 'all' }], { rows: ['all'], columns: ['a', 'b', 'c'].map(String) });
  expect(answer).toEqual({ refused: { code: 'TOO_FEW' } });
  const turned = releaseCrossTable(people.map(({ subject, row }) => ({ subject, row: 'all', column: row })), { rows: ['all'], columns: ['a', 'b', 'c'] });
  if ('refused' in turned) throw new Error(turned.refused.code);
  expect(turned.table.counts).toEqual([[null, null, 30]]);
  expect(turned.behind.map(({ figure, subjects }) => [figure, subjects.length])).toEqual([['all / c', 30], ['total', 60]]);
});

test('no study may ask for less than the floor', () => {
  expect(policyWith({ threshold: 4 })).toEqual({ refused: { code: 'POLICY_TOO_WEAK', field: 'threshold' } });
  expect(policyWith({ groupShare: 1 })).toMatchObject({ refused: { field: 'groupShare' } });
  expect(policyWith({ threshold: NaN })).toMatchObject({ refused: { field: 'threshold' } });
  expect(policyWith({ threshold: 20 })).toMatchObject({ policy: { threshold: 20, rounding: 5 } });
  expect([cellId(0, 0), TOTAL]).toEqual(['cell 0 0', 'total']);
});
