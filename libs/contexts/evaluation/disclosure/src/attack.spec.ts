import fc from 'fast-check';
import { letOut, release, releaseCounts, releaseCrossTable, releaseFlow, releaseVariants, safeMean, safePercentage, safePercentile, statementsOf, type Ledger, type Placed } from './index.js';
import { Unknowns } from './simplex.js';

/** A hostile statistician: knows the rules, asks what is allowed, keeps every answer, and may know all people but one. */
const people = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, i) => `s${from + i}`);

class Statistician {
  private ledger: Ledger = [];
  private asked = 0;

  ask(made: Parameters<typeof letOut>[2]): string {
    const answer = letOut(this.ledger, { release: String((this.asked += 1)), population: String(this.asked) }, made as never);
    if ('refused' in answer) return answer.refused.code;
    this.ledger = answer.ledger;
    return 'shown';
  }
}

const yesOrNo = (subjects: readonly string[], row: (n: number) => string = () => 'all') =>
  subjects.map((subject): Placed => ({ subject, row: row(Number(subject.slice(1))), column: Number(subject.slice(1)) % 2 ? 'yes' : 'no' }));
const table = (placed: readonly Placed[], rows: readonly string[]) => releaseCrossTable(placed, { rows, columns: ['yes', 'no'] });

describe('subtracting', () => {
  test('nested groups: the city, then the city without a quarter, then without two', () => {
    const one = new Statistician();
    expect(one.ask(table(yesOrNo(people(0, 200)), ['all']))).toBe('shown');
    expect(one.ask(table(yesOrNo(people(0, 150)), ['all']))).toBe('shown');
    expect(one.ask(table(yesOrNo(people(0, 144)), ['all']))).toBe('DIFFERENCING');
    expect(one.ask(table(yesOrNo([...people(0, 150), ...people(156, 200)]), ['all']))).toBe('DIFFERENCING');
  });

  test('a quarter by its complement: all others, and all others by district', () => {
    const one = new Statistician();
    const district = (n: number): string => (n < 100 ? 'north' : n < 193 ? 'south' : 'island');
    expect(one.ask(table(yesOrNo(people(0, 200)), ['all']))).toBe('shown');
    expect(one.ask(table(yesOrNo(people(0, 193)), ['all']))).toBe('DIFFERENCING');
    expect(one.ask(table(yesOrNo(people(0, 193), district), ['north', 'south']))).toBe('DIFFERENCING');
  });

  test('dates that shift by a day, and a cohort with one household more, less, or another', () => {
    const cohort = people(0, 120);
    for (const other of [people(0, 121), people(1, 120), [...people(1, 120), 's500'], people(4, 124)]) {
      const one = new Statistician();
      expect(one.ask(table(yesOrNo(cohort), ['all']))).toBe('shown');
      expect(one.ask(table(yesOrNo(other), ['all']))).toBe('DIFFERENCING');
    }
    const both = statementsOf('1', 'monday', [{ figure: 'all', subjects: cohort }]).concat(statementsOf('1', 'tuesday', [{ figure: 'all', subjects: people(4, 124) }]));
    expect(release([], both)).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });

  test('across measures: a mean, a share and a flow of groups that differ by a few', () => {
    const values = (subjects: readonly string[]) => subjects.map((subject) => ({ subject, value: Number(subject.slice(1)) % 40 }));
    const one = new Statistician();
    expect(one.ask(safeMean(values(people(0, 100))))).toBe('shown');
    expect(one.ask(safePercentage(people(0, 40), people(0, 97)))).toBe('DIFFERENCING');
    expect(one.ask(safePercentile(values(people(0, 104)), 0.5, 7))).toBe('DIFFERENCING');
    expect(one.ask(releaseFlow([{ name: 'eligible', kept: people(0, 130) }, { name: 'analysed', kept: people(0, 98) }]))).toBe('DIFFERENCING');
    expect(one.ask(releaseCounts([{ figure: 'would have been refused', subjects: people(0, 95) }]))).toBe('DIFFERENCING');
    expect(one.ask(releaseVariants([{ steps: ['a'], trajectories: people(0, 60) }, { steps: ['b'], trajectories: people(60, 102) }]))).toBe('DIFFERENCING');
  });

  test('from rows of a counterfactual table: those that it changes, and those that it does not', () => {
    const one = new Statistician();
    expect(one.ask(releaseFlow([{ name: 'all', kept: people(0, 150) }]))).toBe('shown');
    expect(one.ask(releaseCounts([{ figure: 'granted, and refused', subjects: people(0, 90) }]))).toBe('shown');
    expect(one.ask(releaseCounts([{ figure: 'granted both ways', subjects: people(90, 146) }]))).toBe('DIFFERENCING');
  });
});

test('margins in levels: cells of quarters, totals of districts and of the city, each in a table of its own, never pin a small cell down', () => {
  const quarters = ['n1', 'n2', 's1', 's2'];
  const kinds = quarters.flatMap((quarter) => ['yes', 'no'].map((answer) => [quarter, answer] as const));
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 8 }), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 3 }), (sizes, order) => {
    const all = sizes.flatMap((size, k) => Array.from({ length: size }, (_, i) => ({ subject: `${k}-${i}`, kind: k })));
    const levels: readonly (readonly [row: (k: number) => string, rows: readonly string[]])[] = [
      [(k) => kinds[k]?.[0] ?? '', quarters], [(k) => kinds[k]?.[0].slice(0, 1) ?? '', ['n', 's']], [() => 'city', ['city']], [(k) => (kinds[k]?.[0] === 's2' ? 's2' : 'elsewhere'), ['s2', 'elsewhere']],
    ];
    let ledger: Ledger = [];
    const heard: { of: readonly number[]; is: number }[] = [];
    for (const level of order) {
      const [rowOf, rows] = levels[level] as (typeof levels)[number];
      const answer = letOut(ledger, { release: String(level), population: String(level) }, table(all.map(({ subject, kind }) => ({ subject, row: rowOf(kind), column: kinds[kind]?.[1] ?? '' })), rows));
      if ('refused' in answer) continue;
      ledger = answer.ledger;
      const say = (figure: number | null | undefined, matches: (k: number) => boolean): void => {
        const of = kinds.flatMap((_, k) => (matches(k) ? [k] : []));
        if (figure !== null && figure !== undefined) heard.push({ of, is: of.reduce((sum, k) => sum + (sizes[k] as number), 0) });
      };
      const { counts, rowTotals, columnTotals, total } = answer.shown.table;
      rows.forEach((row, i) => {
        ['yes', 'no'].forEach((column, j) => say(counts[i]?.[j], (k) => rowOf(k) === row && kinds[k]?.[1] === column));
        say(rowTotals[i], (k) => rowOf(k) === row);
      });
      ['yes', 'no'].forEach((column, j) => say(columnTotals[j], (k) => kinds[k]?.[1] === column));
      say(total, () => true);
    }
    if (heard.length === 0) return;
    const unknowns = new Unknowns(kinds.length, heard);
    sizes.forEach((size, k) => {
      if (size === 0 || size >= 10) return;
      const { lower, upper } = unknowns.extentOf(k);
      expect(Math.min(upper, upper - lower)).toBeGreaterThanOrEqual(10 - 1e-6);
    });
  }), { numRuns: 100 });
});

describe('solving back', () => {
  const answers = (yes: number, no: number) => people(0, yes + no).map((subject, i) => ({ subject, value: i < yes ? 1 : 0 }));
  test('a mean of yes and no is a share: it is told where ten said either, and not nearly all the same', () => {
    expect(safeMean(answers(99, 1))).toEqual({ refused: { code: 'GROUP_DISCLOSURE' } });
    expect(safeMean(answers(1, 99))).toEqual({ refused: { code: 'GROUP_DISCLOSURE' } });
    expect(safeMean(answers(3, 9))).toEqual({ refused: { code: 'GROUP_DISCLOSURE' } });
    expect(safeMean(answers(30, 70))).toMatchObject({ value: 0.3, of: 100 });
  });
  test('a percentile of a group of which nearly all have one value says that value of each', () => {
    const same = people(0, 100).map((subject, i) => ({ subject, value: i < 95 ? 14 : 40 + i }));
    expect(safePercentile(same, 0.5, 7)).toEqual({ refused: { code: 'GROUP_DISCLOSURE' } });
  });
  test('no whole percent and no rounded whole leave a part of one to nine, nor of nobody', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (part, rest) => {
      const answer = safePercentage(people(0, part), people(0, part + rest));
      const enough = part >= 10 && rest >= 10 && Math.max(part, rest) <= 0.9 * (part + rest);
      expect('refused' in answer).toBe(!enough);
    }));
  });
  test('one large debt among many small ones is not told by their mean', () => {
    const debts = people(0, 40).map((subject, i) => ({ subject, value: i === 0 ? 9_000_000 : 1_000 + i }));
    expect(safeMean(debts)).toEqual({ refused: { code: 'DOMINATED' } });
  });
});
