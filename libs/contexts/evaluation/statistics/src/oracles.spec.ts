import fc from 'fast-check';
import Fraction from 'fraction.js';
import { cumulativeIncidence, kaplanMeier, logRank, restrictedMean, type GroupedSpell, type Spell } from './index.js';

/** Few different times, so that ties are the rule; some come in late. */
const spell = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 1, 2))
  .map(([start, length, cause]): Spell => ({ start, stop: start + length, cause }));
const some = fc.array(spell, { minLength: 1, maxLength: 14 });

const timesOf = (spells: readonly Spell[]): number[] => [...new Set(spells.map(({ stop }) => stop))].sort((a, b) => a - b);
const atRisk = (spells: readonly Spell[], t: number): number => spells.filter(({ start, stop }) => start < t && t <= stop).length;
const dying = (spells: readonly Spell[], t: number, cause?: number): number =>
  spells.filter((one) => one.stop === t && (cause === undefined ? one.cause > 0 : one.cause === cause)).length;
const ONE = new Fraction(1);

/** The definitions, word by word, in exact fractions. */
const survivalOf = (spells: readonly Spell[], t: number): Fraction =>
  timesOf(spells).filter((at) => at <= t).reduce((s, at) => s.mul(ONE.sub(new Fraction(dying(spells, at), atRisk(spells, at)))), ONE);
const greenwood = (spells: readonly Spell[], t: number): Fraction =>
  timesOf(spells).filter((at) => at <= t).reduce((sum, at) => {
    const [d, n] = [dying(spells, at), atRisk(spells, at)];
    return d === 0 ? sum : sum.add(new Fraction(d, n * (n - d)));
  }, new Fraction(0));
const incidenceOf = (spells: readonly Spell[], cause: number, t: number): Fraction =>
  timesOf(spells).filter((at) => at <= t)
    .reduce((sum, at) => sum.add(survivalOf(spells, at - 0.5).mul(new Fraction(dying(spells, at, cause), atRisk(spells, at)))), new Fraction(0));

test('survival and its error are those of the definition, with ties and late entries', () => {
  fc.assert(fc.property(some, (spells) => {
    for (const { time, survival, standardError } of kaplanMeier(spells).steps) {
      const exact = survivalOf(spells, time);
      expect(survival).toBeCloseTo(exact.valueOf(), 12);
      if (exact.equals(0)) expect(standardError).toBeNull();
      else expect(standardError).toBeCloseTo(exact.valueOf() * Math.sqrt(greenwood(spells, time).valueOf()), 12);
    }
  }));
});

test('incidences of all causes and survival add up to one, and each is that of the definition', () => {
  fc.assert(fc.property(some, (spells) => {
    const curves = cumulativeIncidence(spells);
    kaplanMeier(spells).steps.forEach(({ time, survival }, i) => {
      expect(curves.reduce((sum, { steps }) => sum + (steps[i]?.incidence as number), survival)).toBeCloseTo(1, 12);
      for (const { cause, steps } of curves) expect(steps[i]?.incidence).toBeCloseTo(incidenceOf(spells, cause, time).valueOf(), 12);
    });
  }));
});

/** Influence of one subject, by weighing that subject a little more and looking at what moves. */
const weighted = (spells: readonly Spell[], weights: readonly number[], cause: number, t: number): number => {
  const sum = (of: (one: Spell) => boolean): number => spells.reduce((total, one, i) => total + (of(one) ? (weights[i] as number) : 0), 0);
  let [survival, incidence] = [1, 0];
  for (const at of timesOf(spells).filter((time) => time <= t)) {
    const n = sum(({ start, stop }) => start < at && at <= stop);
    incidence += (survival * sum((one) => one.stop === at && one.cause === cause)) / n;
    survival *= 1 - sum((one) => one.stop === at && one.cause > 0) / n;
  }
  return incidence;
};

test('the error of an incidence is the jackknife over subjects, weighed one by one', () => {
  const STEP = 1e-5;
  fc.assert(fc.property(some, (spells) => {
    const ones = spells.map(() => 1);
    for (const { cause, steps } of cumulativeIncidence(spells))
      for (const { time, standardError } of steps) {
        const influences = spells.map((_, i) => {
          const moved = (by: number): number => weighted(spells, ones.map((one, j) => (i === j ? one + by : one)), cause, time);
          return (moved(STEP) - moved(-STEP)) / (2 * STEP);
        });
        expect(standardError).toBeCloseTo(Math.sqrt(influences.reduce((sum, u) => sum + u * u, 0)), 7);
      }
  }), { numRuns: 60 });
});

const grouped = fc.array(fc.tuple(spell, fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y')), { minLength: 2, maxLength: 16 })
  .map((all) => all.map(([one, group, stratum]): GroupedSpell => ({ ...one, group, stratum })));

test('the log-rank test of two groups is (observed - expected)^2 / variance, summed over strata', () => {
  fc.assert(fc.property(grouped, (spells) => {
    let [surplus, variance] = [new Fraction(0), new Fraction(0)];
    for (const stratum of ['x', 'y']) {
      const members = spells.filter((one) => one.stratum === stratum);
      const own = members.filter(({ group }) => group === 'b');
      for (const t of timesOf(members)) {
        const [n, m, d] = [atRisk(members, t), atRisk(own, t), dying(members, t)];
        surplus = surplus.add(dying(own, t)).sub(new Fraction(d * m, n));
        if (n > 1) variance = variance.add(new Fraction(d * m * (n - m) * (n - d), n * n * (n - 1)));
      }
    }
    const { chiSquare } = logRank(spells);
    if (variance.equals(0)) expect(chiSquare ?? 0).toBe(0);
    else expect(chiSquare).toBeCloseTo(surplus.mul(surplus).div(variance).valueOf(), 9);
  }));
});

test('of three groups, it is the quadratic form of any two, with the covariance in exact fractions', () => {
  const three = fc.array(fc.tuple(spell, fc.constantFrom('a', 'b', 'c')), { minLength: 3, maxLength: 16 })
    .map((all) => all.map(([one, group]): GroupedSpell => ({ ...one, group })));
  fc.assert(fc.property(three, (spells) => {
    const zero = new Fraction(0);
    const [u, v] = [[zero, zero], [[zero, zero], [zero, zero]]];
    for (const t of timesOf(spells)) {
      const [n, d] = [atRisk(spells, t), dying(spells, t)];
      const own = ['a', 'b'].map((group) => spells.filter((one) => one.group === group));
      const m = own.map((members) => atRisk(members, t));
      for (const i of [0, 1]) {
        u[i] = (u[i] as Fraction).add(dying(own[i] as Spell[], t)).sub(new Fraction(d * (m[i] as number), n));
        for (const j of [0, 1]) if (n > 1)
          (v[i] as Fraction[])[j] = (v[i]?.[j] as Fraction).add(new Fraction(d * (n - d) * (m[i] as number) * ((i === j ? n : 0) - (m[j] as number)), n * n * (n - 1)));
      }
    }
    const [[v00, v01], [v10, v11]] = v as [[Fraction, Fraction], [Fraction, Fraction]];
    const determinant = v00.mul(v11).sub(v01.mul(v10));
    const { chiSquare, degreesOfFreedom } = logRank(spells);
    if (degreesOfFreedom < 2 || determinant.equals(0)) return;
    const [u0, u1] = u as [Fraction, Fraction];
    const exact = u0.mul(u0).mul(v11).sub(u0.mul(u1).mul(v01.add(v10))).add(u1.mul(u1).mul(v00)).div(determinant);
    expect(chiSquare).toBeCloseTo(exact.valueOf(), 8);
  }));
});

test('the order of the subjects changes nothing', () => {
  fc.assert(fc.property(some, (spells) => {
    const turned = [...spells].reverse();
    expect(kaplanMeier(turned)).toEqual(kaplanMeier(spells));
    cumulativeIncidence(turned).forEach(({ steps }, k) =>
      steps.forEach(({ incidence }, i) => expect(incidence).toBeCloseTo(cumulativeIncidence(spells)[k]?.steps[i]?.incidence as number, 12)));
  }));
});

test('the restricted mean is the mean of the times where all were seen to the end', () => {
  const whole = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
  fc.assert(fc.property(whole, fc.integer({ min: 1, max: 50 }), (times, horizon) => {
    const curve = kaplanMeier(times.map((stop) => ({ start: 0, stop, cause: 1 })));
    const mean = times.reduce((sum, time) => sum + Math.min(time, horizon), 0) / times.length;
    expect(restrictedMean(curve, horizon).mean).toBeCloseTo(mean, 10);
  }));
});
