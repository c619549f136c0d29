import {
  chiSquareTail, cumulativeIncidence, differenceOfDistributions, differenceOfMeans, differenceOfShares, kaplanMeier, logRank, medianOf,
  printedP, quantileOf, restrictedMean, survivalAt, survivalQuantile, type Spell,
} from './index.js';
import { aml, lung } from './testing/public-data.js';

const of = (group: string, spells = lung) => spells.filter((spell) => spell.group === group);
const spells = (...ends: readonly (readonly [stop: number, cause: number, start?: number])[]): readonly Spell[] =>
  ends.map(([stop, cause, start = 0]) => ({ start, stop, cause }));

describe('against R, on public data', () => {
  test('leukaemia: the log-rank test', () => {
    const { chiSquare, p, groups } = logRank(aml);
    expect(chiSquare).toBeCloseTo(3.396389, 6);
    expect(p).toBeCloseTo(0.065339, 6);
    expect(groups.map(({ observed }) => observed)).toEqual([7, 11]);
  });
  test('lung cancer by sex: the log-rank test', () => {
    const { chiSquare, p } = logRank(lung);
    expect(chiSquare).toBeCloseTo(10.326742, 6);
    expect(p).toBeCloseTo(0.001311165, 9);
  });
  test.each([
    ['male', { estimate: 270, lower: 212, upper: 310 }],
    ['female', { estimate: 426, lower: 348, upper: 550 }],
  ])('lung cancer: the median of %s with its limits', (group, median) => {
    expect(medianOf(kaplanMeier(of(group)))).toEqual(median);
    expect(survivalQuantile(kaplanMeier(of(group)), 0.5)).toEqual(median);
  });
  test('lung cancer, all: median with limits, and mean up to the last day with its error', () => {
    const curve = kaplanMeier(lung);
    expect(medianOf(curve)).toEqual({ estimate: 310, lower: 285, upper: 363 });
    const { mean, standardError } = restrictedMean(curve, 1022);
    expect([mean.toFixed(1), standardError.toFixed(1)]).toEqual(['376.3', '19.7']);
  });
  test('leukaemia, maintained: survival, error and log bounds as survfit prints them', () => {
    const shown = kaplanMeier(of('maintained', aml)).steps.filter(({ events }) => events > 0)
      .map(({ time, atRisk, survival, standardError, lower, upper }) => [time, atRisk, ...[survival, standardError, lower, upper].map((x) => Number(x?.toPrecision(3)))]);
    expect(shown).toEqual([
      [9, 11, 0.909, 0.0867, 0.754, 1], [13, 10, 0.818, 0.116, 0.619, 1], [18, 8, 0.716, 0.14, 0.488, 1], [23, 7, 0.614, 0.153, 0.377, 0.999],
      [31, 5, 0.491, 0.164, 0.255, 0.946], [34, 4, 0.368, 0.163, 0.155, 0.875], [48, 2, 0.184, 0.153, 0.0359, 0.944],
    ]);
  });
});

describe('a survival curve', () => {
  test('that falls to zero has no error and no bounds there', () => {
    const last = kaplanMeier(spells([1, 1], [2, 0], [3, 1])).steps.at(-1);
    expect(last).toMatchObject({ survival: 0, standardError: null, relativeError: null, lower: null, upper: null });
  });
  test('counts who is censored at a time as at risk at that time', () => {
    expect(kaplanMeier(spells([5, 1], [5, 0])).steps).toMatchObject([{ time: 5, atRisk: 2, events: 1, censored: 1, survival: 0.5 }]);
  });
  test('counts who came in late only after coming in', () => {
    const curve = kaplanMeier(spells([4, 1], [9, 1, 4], [9, 0, 2]));
    expect(curve.steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([[4, 2], [9, 2]]);
    expect([survivalAt(curve, 3), survivalAt(curve, 4), survivalAt(curve, 100)]).toEqual([1, 0.5, 0.25]);
  });
  test('has no log-log bounds where it has not yet fallen', () => {
    expect(kaplanMeier(spells([1, 0], [2, 1], [3, 0]), { scale: 'log-log' }).steps[0]).toMatchObject({ survival: 1, lower: null, upper: null });
    expect(kaplanMeier(spells([1, 0], [2, 1], [3, 0])).steps[0]).toMatchObject({ survival: 1, lower: 1, upper: 1 });
  });
  test.each([[{ start: 3, stop: 3, cause: 1 }], [{ start: 0, stop: NaN, cause: 1 }], [{ start: 0, stop: 1, cause: -1 }], [{ start: 0, stop: 1, cause: 0.5 }]])(
    'takes no spell such as %j', (spell) => expect(() => kaplanMeier([spell])).toThrow(RangeError));
  test('of nobody has no steps', () => expect(kaplanMeier([])).toMatchObject({ subjects: 0, steps: [] }));
});

describe('a median', () => {
  const half = spells([2, 1], [4, 1], [6, 1], [8, 0]);
  test('on a plateau at exactly one half is the middle of the plateau', () => {
    expect(medianOf(kaplanMeier(half)).estimate).toBe(5);
    expect(survivalQuantile(kaplanMeier(half), 0.5).estimate).toBe(5);
  });
  test('on a plateau that does not end: its begin in the table, its middle as a quantile', () => {
    const curve = kaplanMeier(spells([2, 1], [4, 1], [6, 0], [9, 0]));
    expect([medianOf(curve).estimate, survivalQuantile(curve, 0.5).estimate]).toEqual([4, 6.5]);
  });
  test('that is not reached is null, as is a limit that is not', () => {
    expect(medianOf(kaplanMeier(spells([2, 1], [4, 0], [6, 0])))).toMatchObject({ estimate: null, upper: null });
  });
});

describe('a restricted mean', () => {
  test('is the area under the curve, with the error of the areas after each event', () => {
    const { mean, standardError, extrapolated } = restrictedMean(kaplanMeier(spells([2, 1], [4, 1], [6, 1], [8, 0])), 5);
    expect(mean).toBeCloseTo(2 + 2 * 0.75 + 0.5, 12);
    expect(standardError).toBeCloseTo(Math.sqrt(2 ** 2 / 12 + 0.5 ** 2 / 6), 12);
    expect(extrapolated).toBe(false);
  });
  test('past the last time seen says so, unless nobody is left', () => {
    expect(restrictedMean(kaplanMeier(spells([2, 1], [3, 0])), 10).extrapolated).toBe(true);
    expect(restrictedMean(kaplanMeier(spells([2, 1], [3, 1])), 10)).toMatchObject({ extrapolated: false, mean: 2.5 });
  });
  test('before the first event is the horizon itself', () => expect(restrictedMean(kaplanMeier(spells([9, 1])), 4)).toMatchObject({ mean: 4, standardError: 0 }));
});

describe('a log-rank test', () => {
  test('of one group, or without events, says nothing', () => {
    expect(logRank(of('male'))).toMatchObject({ degreesOfFreedom: 0, chiSquare: null, p: null });
    expect(logRank(lung.map((one) => ({ ...one, cause: 0 })))).toMatchObject({ chiSquare: null });
  });
  test('over strata adds what each stratum expects', () => {
    const strata = ['a', 'b', 'c'];
    const stratified = lung.map((one, i) => ({ ...one, stratum: strata[i % 3] as string }));
    const sum = strata.map((stratum) => logRank(stratified.filter((one) => one.stratum === stratum)).groups[0]?.expected as number);
    expect(logRank(stratified).groups[0]?.expected).toBeCloseTo(sum.reduce((a, b) => a + b), 10);
  });
  test('in equal strata is the test of one of them, as many times', () => {
    const twice = [...aml.map((one) => ({ ...one, stratum: 'a' })), ...aml.map((one) => ({ ...one, stratum: 'b' }))];
    expect(logRank(twice).chiSquare).toBeCloseTo(2 * (logRank(aml).chiSquare as number), 10);
  });
});

describe('tails and differences', () => {
  test('the tail of the chi-square keeps its digits where one minus the rest has none', () => {
    expect(chiSquareTail(100, 1) / 1.523970604832105e-23).toBeCloseTo(1, 10);
    expect(chiSquareTail(50, 1) / 1.5374597944280347e-12).toBeCloseTo(1, 10);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect([1.5e-12, 0.00131, 0.5].map(printedP)).toEqual(['p < 0.0001', 'p = 0.0013', 'p = 0.50']);
  });
  test('quantiles are those of type 7', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantileOf([4, 1, 2, 10], p)?.toFixed(9))).toEqual(['1.000000000', '1.750000000', '3.000000000', '8.200000000', '10.000000000']);
    expect(quantileOf([], 0.5)).toBeNull();
  });
  test('standardised differences', () => {
    expect(differenceOfMeans([1, 2, 3], [3, 4, 5])).toBe(-2);
    expect(differenceOfMeans([1], [2, 3])).toBeNull();
    expect(differenceOfMeans([1, 1], [2, 2])).toBe(-Infinity);
    expect(differenceOfShares(5, 10, 8, 10)).toBeCloseTo(-0.3 / Math.sqrt((0.25 + 0.16) / 2), 12);
    const [a, b] = [[...'xxxxxyyyyy'], [...'xxxxxxxxyy']];
    expect(differenceOfDistributions(a, b)).toBeCloseTo(0.3 / Math.sqrt((0.25 + 0.16) / 2), 12);
    expect(differenceOfDistributions(a, a)).toBe(0);
    expect(differenceOfDistributions([...'xyz'], [...'xxyz'])).toBeGreaterThan(0);
  });
});

test('without late entries, with one cause, incidence is what survival lacks, with the same error', () => {
  const curve = kaplanMeier(lung);
  const [incidence] = cumulativeIncidence(lung);
  curve.steps.forEach(({ survival, standardError }, i) => {
    expect(incidence?.steps[i]?.incidence).toBeCloseTo(1 - survival, 12);
    expect(incidence?.steps[i]?.standardError).toBeCloseTo(standardError ?? 0, 12);
  });
});
