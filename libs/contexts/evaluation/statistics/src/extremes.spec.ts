import { cumulativeIncidence, kaplanMeier, logRank, medianOf, restrictedMean, survivalAt, type GroupedSpell, type Spell } from './index.js';

const N = 200_000;
const DAYS = 1_000;
/** Everybody is seen to the end, so many on each day: what comes out can be written down. */
const many: readonly Spell[] = Array.from({ length: N }, (_, i) => ({ start: 0, stop: 1 + (i % DAYS), cause: 1 + (i % 2) }));

describe('at the edges', () => {
  test('two hundred thousand people in ties of two hundred: survival, error and mean are those of a plain share, within 1e-8', () => {
    const curve = kaplanMeier(many);
    expect(curve.steps).toHaveLength(DAYS);
    for (const { time, survival, standardError } of curve.steps.slice(0, -1)) {
      const share = 1 - time / DAYS;
      expect(Math.abs(survival - share)).toBeLessThan(1e-8);
      expect(Math.abs((standardError as number) - Math.sqrt((share * (1 - share)) / N))).toBeLessThan(1e-8);
    }
    expect(curve.steps.at(-1)).toMatchObject({ survival: expect.closeTo(0, 8) as number, events: N / DAYS, standardError: null, lower: null, upper: null });
    expect(restrictedMean(curve, DAYS).mean).toBeCloseTo((DAYS + 1) / 2, 8);
    const [odd, even] = cumulativeIncidence(many);
    for (const i of [0, 99, 998, 999]) {
      expect(Math.abs((odd?.steps[i]?.incidence as number) - Math.ceil((i + 1) / 2) / DAYS)).toBeLessThan(1e-8);
      expect(Math.abs((even?.steps[i]?.incidence as number) - Math.floor((i + 1) / 2) / DAYS)).toBeLessThan(1e-8);
    }
  });

  test('two large groups that are the same differ by nothing; a third that is never at risk when something happens takes no part', () => {
    const both = many.map((spell, i): GroupedSpell => ({ ...spell, group: i < N / 2 ? 'a' : 'b' }));
    expect(logRank(both)).toMatchObject({ degreesOfFreedom: 1, chiSquare: expect.closeTo(0, 8) as number, p: expect.closeTo(1, 4) as number });
    const early: GroupedSpell = { start: 0, stop: 0.25, cause: 0, group: 'left at once' };
    const after = logRank([...both, early]);
    expect(after).toMatchObject({ degreesOfFreedom: 1, chiSquare: expect.closeTo(0, 8) as number });
    expect(after.groups.at(-1)).toEqual({ group: 'left at once', subjects: 1, observed: 0, expected: 0 });
  });

  test('where all were censored nothing fell: no median, no test, and the mean is the horizon', () => {
    const censored = [3, 5, 8].map((stop): GroupedSpell => ({ start: 0, stop, cause: 0, group: stop > 4 ? 'a' : 'b' }));
    const curve = kaplanMeier(censored);
    expect(curve.steps.map(({ survival, standardError }) => [survival, standardError])).toEqual([[1, 0], [1, 0], [1, 0]]);
    expect(medianOf(curve)).toEqual({ estimate: null, lower: null, upper: null });
    expect(restrictedMean(curve, 8)).toMatchObject({ mean: 8, standardError: 0, extrapolated: false });
    expect(logRank(censored)).toMatchObject({ degreesOfFreedom: 0, chiSquare: null, p: null });
    expect(cumulativeIncidence(censored)[0]?.steps.every(({ incidence, standardError }) => incidence === 0 && standardError === 0)).toBe(true);
  });

  test('where nobody was left before others came in, survival stays at zero and is never counted as known', () => {
    const gap: readonly Spell[] = [{ start: 0, stop: 2, cause: 1 }, { start: 3, stop: 6, cause: 1 }, { start: 3, stop: 7, cause: 0 }];
    expect(kaplanMeier(gap).steps.map(({ survival, standardError, lower }) => [survival, standardError, lower])).toEqual([[0, null, null], [0, null, null], [0, null, null]]);
    expect(survivalAt(kaplanMeier(gap), 1)).toBe(1);
  });

  test('a group with one member, all tied at one time, has no spread to test against', () => {
    const tied = ['a', 'b'].map((group): GroupedSpell => ({ start: 0, stop: 4, cause: 1, group }));
    expect(logRank(tied)).toMatchObject({ chiSquare: null, p: null });
  });

  test.each([[kaplanMeier], [cumulativeIncidence]])('nobody is followed for no time at all: %p', (of) => expect(() => of([{ start: 4, stop: 4, cause: 1 }])).toThrow(RangeError));
});
