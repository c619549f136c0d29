import fc from 'fast-check';
import {
  coarsened, disclosureRefusals, enoughEvents, letOut, publicReport, release, releaseCounts, releaseCrossTable, releaseFlow, statementsOf, releaseCurve, releaseProcessMap, releaseTable, releaseVariants, safeMean, safePercentage, safePercentile,
  type Follows, type Ledger, type Observed, type Statement,
} from './index.js';

const people = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, i) => `s${from + i}`);
const says = (figure: string, ...groups: readonly (readonly string[])[]): Statement => ({ release: '1', figure, population: figure, subjects: groups.flat() });
const kept = (...statements: readonly Statement[]): Ledger => {
  const answer = release([], statements);
  if ('refused' in answer) throw new Error(answer.refused.code);
  return answer.ledger;
};

describe('figures over several releases', () => {
  const town = kept(says('town', people(0, 100)));
  test('that differ by enough people are kept', () => {
    expect(release(town, [says('without one district', people(0, 80))])).toMatchObject({ ledger: [{ figure: 'town' }, { figure: 'without one district' }] });
  });
  test('the same table without a district of three is refused', () => {
    expect(release(town, [says('without one district', people(0, 97))])).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });
  test('as is a day later, with four newcomers, and with one person erased', () => {
    expect(release(town, [says('later', people(0, 104))])).toMatchObject({ refused: { code: 'DIFFERENCING' } });
    expect(release(town, [says('after erasure', people(1, 100))])).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });
  test('as is the same group with three swapped for three others', () => {
    expect(release(town, [says('swapped', people(3, 103))])).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });
  test('parts that leave a few of the whole over are refused, in one release or in three', () => {
    const parts = [says('north', people(0, 40)), says('south', people(40, 80)), says('west', people(80, 97))];
    expect(release(town, parts)).toMatchObject({ refused: { code: 'DIFFERENCING' } });
    const two = release(town, parts.slice(0, 2));
    if ('refused' in two) throw new Error('parts of their own');
    expect(release(two.ledger, parts.slice(2))).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });
  test('a sum of two against a sum of two others pins down as well as a difference', () => {
    const before = kept(says('a or b', people(0, 40)), says('c or d', people(40, 83)), says('a or c', people(0, 20), people(40, 60)));
    expect(release(before, [says('b, d but three', people(20, 40), people(60, 80))])).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });
  test('figures that cross each other tell nothing of where they meet', () => {
    expect(release(kept(says('men', people(0, 50)), says('women', people(50, 100))), [says('beijum', people(46, 70))])).toHaveProperty('ledger');
  });
  test('the same figure again is no news, and too few are never shown', () => {
    expect(release(town, [says('town again', people(0, 100))])).toHaveProperty('ledger');
    expect(release(town, [says('few', people(0, 9))])).toMatchObject({ refused: { code: 'TOO_FEW', field: 'few' } });
    expect(release(town, [says('the same one twice', people(0, 9), people(0, 9))])).toMatchObject({ refused: { code: 'TOO_FEW' } });
  });
  test('whatever is kept, no two figures and no three leave a small group over', () => {
    const group = fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { minLength: 5, maxLength: 60 }).map((all) => all.map((n) => `s${n}`));
    fc.assert(fc.property(fc.array(group, { minLength: 2, maxLength: 6 }), (groups) => {
      const ledger = groups.reduce<Ledger>((known, subjects, i) => {
        const answer = release(known, [{ release: String(i), figure: String(i), population: '', subjects }]);
        return 'refused' in answer ? known : answer.ledger;
      }, []);
      const sets = ledger.map(({ subjects }) => new Set(subjects));
      const small = (left: readonly string[]): boolean => left.length > 0 && left.length < 10;
      const within = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean => [...part].every((one) => whole.has(one));
      for (const whole of sets) for (const part of sets) {
        if (within(part, whole)) expect(small([...whole].filter((one) => !part.has(one)))).toBe(false);
        for (const other of sets) {
          const apart = [...part].every((one) => !other.has(one));
          if (apart && within(part, whole) && within(other, whole)) expect(small([...whole].filter((one) => !part.has(one) && !other.has(one)))).toBe(false);
        }
      }
    }));
  });
});

describe('a curve', () => {
  const observed = (ends: readonly (readonly [stop: number, event: boolean])[]): readonly Observed[] =>
    ends.map(([stop, event], i) => ({ subject: `s${i}`, start: 0, stop, event }));
  const exact = (all: readonly Observed[]) =>
    [...new Set(all.map(({ stop }) => stop))].sort((a, b) => a - b).map((time) => ({ time, estimate: all.filter(({ stop }) => stop > time).length / all.length, lower: 0.123456, upper: null }));
  const of = (all: readonly Observed[]) => {
    const answer = releaseCurve({ observed: all, steps: exact(all), period: 7 });
    if ('refused' in answer) throw new Error(answer.refused.code);
    return answer;
  };
  test('waits with a step until ten have made it', () => {
    const all = observed([...Array.from({ length: 14 }, (_, i) => [i + 1, true] as const), ...Array.from({ length: 50 }, () => [100, true] as const)]);
    expect(of(all).steps).toEqual([{ time: 14, estimate: 0.78, lower: 0.12, upper: null, atRisk: 50 }]);
  });
  test('does not close a step in which a few were censored', () => {
    const all = observed([...Array.from({ length: 12 }, () => [5, true] as const), [6, false], ...Array.from({ length: 50 }, () => [90, true] as const)]);
    expect(of(all).steps).toEqual([]);
  });
  test('ends where fewer than ten are left', () => {
    const all = observed([...Array.from({ length: 30 }, () => [5, true] as const), ...Array.from({ length: 9 }, () => [50, true] as const)]);
    expect(of(all)).toMatchObject({ steps: [], ends: 0, begins: 40 });
  });
  test('of nine people is none', () => expect(releaseCurve({ observed: observed([[1, true]]), steps: [], period: 7 })).toEqual({ refused: { code: 'TOO_FEW' } }));
  test('never makes a step of one to nine people, whatever happened', () => {
    const end = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean());
    fc.assert(fc.property(fc.array(end, { minLength: 10, maxLength: 80 }), (ends) => {
      const all = observed(ends);
      const answer = releaseCurve({ observed: all, steps: exact(all), period: 7 });
      if ('refused' in answer) return;
      [0, ...answer.steps.map(({ time }) => time)].reduce((from, time) => {
        const left = all.filter(({ stop }) => stop > from && stop <= time);
        for (const event of [true, false]) {
          const n = left.filter((one) => one.event === event).length;
          expect(n === 0 || n >= 10).toBe(true);
        }
        return time;
      });
      for (const { atRisk } of answer.steps) expect(atRisk % 5 === 0 && atRisk >= 10).toBe(true);
      expect(release([], answer.behind.map((one) => ({ ...one, release: '1', population: 'all' })))).toHaveProperty('ledger');
    }));
  });
  test('of all and the same of all but three are not both kept', () => {
    const all = observed([...Array.from({ length: 20 }, () => [5, true] as const), ...Array.from({ length: 30 }, () => [90, true] as const)]);
    const statements = (some: readonly Observed[]) => of(some).behind.map((one) => ({ ...one, release: '1', population: 'all' }));
    expect(release(kept(...statements(all)), statements(all.slice(3)))).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });
});

describe('a process map', () => {
  const map: readonly Follows[] = [
    { to: 'report', times: 100, trajectories: people(0, 100) },
    { from: 'report', to: 'talk', times: 97, trajectories: people(3, 100) },
    { from: 'report', to: 'shelter', times: 3, trajectories: people(0, 3) },
    { from: 'shelter', to: 'talk', times: 3, trajectories: people(0, 3) },
    { from: 'talk', to: 'plan', times: 60, trajectories: people(0, 60) },
    { from: 'talk', times: 40, trajectories: people(60, 100) },
    { from: 'plan', times: 60, trajectories: people(0, 60) },
  ];
  test('drops rare arcs, and the common one that would give them away', () => {
    const answer = releaseProcessMap(map);
    if ('refused' in answer) throw new Error(answer.refused.code);
    expect(answer.arcs.map(({ from, to }) => [from, to])).not.toContainEqual(['report', 'talk']);
    expect(answer.arcs.length).toBe(map.length - answer.hiddenArcs);
    expect(release([], statementsOf('1', 'all', answer.behind))).toHaveProperty('ledger');
  });
  test('leaves no activity with a single hidden arc: what comes in goes out, so it could be computed', () => {
    const course = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 5 });
    const log = fc.array(fc.tuple(course, fc.integer({ min: 1, max: 25 })), { minLength: 2, maxLength: 8 });
    fc.assert(fc.property(log, (courses) => {
      const arcs = new Map<string, { from?: string | undefined; to?: string | undefined; times: number; trajectories: string[] }>();
      let cases = 0;
      for (const [steps, n] of courses) for (const end = cases + n; cases < end; cases += 1)
        for (let i = 0; i <= steps.length; i += 1) {
          const [from, to] = [steps[i - 1], steps[i]];
          const arc = arcs.get(`${from}>${to}`) ?? { from, to, times: 0, trajectories: [] };
          arcs.set(`${from}>${to}`, { ...arc, times: arc.times + 1, trajectories: [...arc.trajectories, `s${cases}`] });
        }
      const answer = releaseProcessMap([...arcs.values()]);
      if ('refused' in answer) return;
      const isShown = (from?: string, to?: string): boolean => answer.arcs.some((arc) => arc.from === from && arc.to === to);
      const hidden = [...arcs.values()].filter(({ from, to }) => !isShown(from, to));
      for (const arc of arcs.values()) if (new Set(arc.trajectories).size < 10) expect(isShown(arc.from, arc.to)).toBe(false);
      for (const node of ['a', 'b', 'c', 'd', undefined])
        expect(hidden.filter(({ from, to }) => (from === node) !== (to === node))).not.toHaveLength(1);
    }));
  });
  test('of nine cases is none', () => expect(releaseProcessMap([{ to: 'a', times: 9, trajectories: people(0, 9) }, { from: 'a', times: 9, trajectories: people(0, 9) }])).toMatchObject({ refused: { code: 'TOO_FEW' } }));
  test('variants: a rare one is not named, and what is hidden is at least ten cases', () => {
    const answer = releaseVariants([{ steps: ['a'], trajectories: people(0, 50) }, { steps: ['b'], trajectories: people(50, 62) }, { steps: ['c'], trajectories: people(62, 65) }]);
    expect(answer).toMatchObject({ variants: [{ steps: ['a'], cases: 50 }], hiddenVariants: 2, hiddenCases: 15 });
    expect(JSON.stringify(answer)).not.toContain('"c"');
  });
  test('variants after a map, or a map after variants, do not together tell of a rare case', () => {
    const all = [{ steps: ['a', 'b'], trajectories: people(0, 40) }, { steps: ['a', 'c'], trajectories: people(40, 52) }, { steps: ['a', 'b', 'c'], trajectories: people(52, 55) }];
    const variants = releaseVariants(all);
    if ('refused' in variants) throw new Error(variants.refused.code);
    const both = kept(...statementsOf('1', 'all', variants.behind));
    expect(release(both, [says('a > b', people(0, 40), people(52, 55))])).toMatchObject({ refused: { code: 'DIFFERENCING' } });
  });
});

describe('a flow', () => {
  test('shows a stage where nobody or enough fell out since the one shown before', () => {
    const answer = releaseFlow([
      { name: 'all', kept: people(0, 100) }, { name: 'eligible', kept: people(0, 96) }, { name: 'asked', kept: people(0, 80) },
      { name: 'agreed', kept: people(0, 80) }, { name: 'stayed', kept: people(0, 9) },
    ]);
    expect(answer).toMatchObject({ stages: [{ kept: 100 }, { kept: null }, { kept: 80 }, { kept: 80 }, { kept: null }] });
    if ('behind' in answer) expect(release([], statementsOf('1', 'all', answer.behind))).toHaveProperty('ledger');
  });
  test('of which a stage holds somebody new is none, and of nine neither', () => {
    expect(releaseFlow([{ name: 'a', kept: people(0, 20) }, { name: 'b', kept: people(5, 25) }])).toEqual({ refused: { code: 'NOT_A_FLOW' } });
    expect(releaseFlow([{ name: 'a', kept: people(0, 9) }])).toEqual({ refused: { code: 'TOO_FEW' } });
  });
  test('counts side by side leave out those of a few', () => {
    expect(releaseCounts([{ figure: 'a', subjects: people(0, 33) }, { figure: 'b', subjects: people(0, 3) }])).toMatchObject({ counts: [{ figure: 'a', count: 35 }], hidden: 1 });
  });
});

describe('the way out', () => {
  const placed = (subjects: readonly string[]) => subjects.map((subject, i) => ({ subject, row: 'all', column: i % 2 ? 'yes' : 'no' }));
  const table = (subjects: readonly string[]) => releaseCrossTable(placed(subjects), { rows: ['all'], columns: ['yes', 'no'] });
  const out = letOut([], { release: '1', population: 'all' }, table(people(0, 60)));
  test('shows figures and what is hidden, not who is behind them nor why', () => {
    if ('refused' in out) throw new Error(out.refused.code);
    expect(Object.keys(out.shown).sort()).toEqual(['report', 'table']);
    expect(JSON.stringify(out.shown)).not.toMatch(/"s\d+"|forChecker/);
    expect(out.ledger).toHaveLength(3);
  });
  test('is shut for the same table without three people, and for what was refused before', () => {
    if ('refused' in out) throw new Error(out.refused.code);
    expect(letOut(out.ledger, { release: '2', population: 'less' }, table(people(0, 57)))).toMatchObject({ refused: { code: 'DIFFERENCING' } });
    expect(letOut(out.ledger, { release: '3', population: 'few' }, table(people(0, 4)))).toEqual({ refused: { code: 'TOO_FEW' } });
  });
});

describe('microdata', () => {
  const town = (): string => 'groningen';
  const rows = Array.from({ length: 200 }, (_, i) => ({ area: i < 3 ? 'tiny' : i % 2 ? 'beijum' : 'haren', month: `2024-${String((i % 12) + 1).padStart(2, '0')}`, outcome: i % 3 ? 'stable' : 'other', id: `s${i}` }));
  const identifiers = [{ name: 'area', coarser: [town] }, { name: 'month', coarser: [(month: string) => month.slice(0, 4)] }];
  test('are told more coarsely until nobody stands out', () => {
    const { rows: kept, levels, dropped, smallestClass } = coarsened(rows, identifiers, 'outcome');
    expect([levels, dropped, kept.length]).toEqual([{ area: 0, month: 1 }, 3, 197]);
    expect(smallestClass).toBeGreaterThanOrEqual(10);
  });
  test('in which all of a class share the outcome leave that class out', () => {
    expect(coarsened(rows.map((row) => ({ ...row, outcome: 'stable' })), identifiers, 'outcome').rows).toEqual([]);
  });
  test('keep no class under ten, whatever they hold', () => {
    const row = fc.record({ area: fc.constantFrom('a', 'b', 'c'), month: fc.constantFrom('2024-01', '2024-02', '2025-01'), outcome: fc.constantFrom('x', 'y') });
    fc.assert(fc.property(fc.array(row, { maxLength: 120 }), (some) => {
      const { rows: kept, dropped } = coarsened(some, identifiers, 'outcome');
      const sizes = new Map<string, number>();
      for (const { area, month } of kept as typeof some) sizes.set(`${area} ${month}`, (sizes.get(`${area} ${month}`) ?? 0) + 1);
      expect([...sizes.values()].every((size) => size >= 10)).toBe(true);
      expect(kept.length + dropped).toBe(some.length);
    }));
  });
});

describe('single figures', () => {
  const valued = (...values: readonly number[]) => values.map((value, i) => ({ subject: `s${i}`, value }));
  const ten = Array.from({ length: 10 }, (_, i) => 100 + i);
  test('a mean of nine, one that one person makes, and one that is everybody are not told', () => {
    expect(safeMean(valued(...ten))).toMatchObject({ value: 105, of: 10, behind: [{ subjects: people(0, 10) }] });
    expect(safeMean(valued(...ten.slice(1)))).toEqual({ refused: { code: 'TOO_FEW' } });
    expect(safeMean(valued(...ten, 5000))).toEqual({ refused: { code: 'DOMINATED' } });
    expect(safeMean(valued(...ten.map(() => 0)))).toEqual({ refused: { code: 'GROUP_DISCLOSURE' } });
  });
  test('a mean of many values of nine people is one of nine', () => {
    expect(safeMean([...valued(...ten.slice(1)), ...valued(...ten.slice(1))])).toEqual({ refused: { code: 'TOO_FEW' } });
  });
  test('a percentile has ten people on both sides, and is nobody’s own value', () => {
    const days = valued(...Array.from({ length: 41 }, (_, i) => i));
    expect(safePercentile(days, 0.5, 7)).toMatchObject({ value: 21, of: 40 });
    expect(safePercentile(days, 0.9, 7)).toEqual({ refused: { code: 'TOO_FEW' } });
  });
  test('a percentage is whole, with ten people on both sides', () => {
    expect(safePercentage(people(0, 11), people(0, 63))).toMatchObject({ value: 17, of: 65 });
    expect(safePercentage(people(0, 9), people(0, 63))).toEqual({ refused: { code: 'TOO_FEW' } });
    expect(safePercentage(people(0, 60), people(0, 63))).toEqual({ refused: { code: 'TOO_FEW' } });
    expect(safePercentage(people(0, 950), people(0, 1000))).toEqual({ refused: { code: 'GROUP_DISCLOSURE' } });
    expect(() => safePercentage(people(0, 30), people(5, 63))).toThrow(RangeError);
  });
  test('a test wants ten events in every arm', () => {
    expect([enoughEvents([10, 12]), enoughEvents([10, 9]), enoughEvents([])]).toEqual([true, false, false]);
  });
  test('the report that leaves does not say why', () => {
    const answer = releaseTable({ rows: ['all'], columns: ['a', 'b', 'c'], counts: [[3, 30, 40]] });
    if ('refused' in answer) throw new Error(answer.refused.code);
    expect(publicReport(answer.report)).toEqual({ policy: answer.report.policy, shown: 2, hidden: 2 });
  });
});

test('every no has its sentence in both languages, and none says how few', () => {
  for (const { nl, en } of Object.values(disclosureRefusals)) {
    expect([nl, en].every((sentence) => sentence.endsWith('.'))).toBe(true);
    expect(nl + en).not.toMatch(/\d/);
  }
});
