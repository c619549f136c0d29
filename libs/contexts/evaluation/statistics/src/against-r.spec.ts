import { chiSquareTail, cumulativeIncidence, kaplanMeier, logRank, medianOf, quantileOf, restrictedMean, survivalQuantile, varianceOf, zFor, type GroupedSpell, type IntervalScale } from './index.js';
import { askedOfR, hasR, keptNumbers, type Cell, type Ranked, type SetOfR } from './testing/r-numbers.js';

/** A name, what we say and what R says; numbers in the same order. */
type Pair = readonly [what: string, ours: readonly Cell[], theirs: readonly Cell[]];

const curvePair = ({ spells, ...set }: SetOfR, scale: IntervalScale): Pair => {
  const { steps } = kaplanMeier(spells, { scale });
  return [scale, steps.flatMap(({ time, atRisk, events, survival, relativeError, lower, upper }) => [time, atRisk, events, survival, relativeError, lower, upper]), set[scale].flat()];
};

const incidencePair = ({ spells, incidence }: SetOfR): Pair => {
  const curves = cumulativeIncidence(spells);
  return ['incidence', curves.flatMap(({ steps }) => steps.flatMap((step) => [step.time, step.incidence, step.standardError, step.lower, step.upper])), incidence.flat(2)];
};

/** Up to a day before anybody left, R knows no mean. */
const meansPair = ({ spells, means }: SetOfR): Pair => {
  const known = means.filter(([, mean]) => mean !== null);
  const curve = kaplanMeier(spells);
  return ['restricted mean', known.flatMap(([to]) => { const { mean, standardError } = restrictedMean(curve, to as number); return [to as number, mean, standardError]; }), known.flat()];
};

const quantilesPair = ({ spells, quantiles }: SetOfR): Pair => {
  const curve = kaplanMeier(spells);
  const ours = [medianOf(curve), ...[0.1, 0.25, 0.5, 0.9].map((p) => survivalQuantile(curve, p))];
  return ['quantiles', ours.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper]), quantiles.flat()];
};

/** R says nothing where the variance is singular, and zero where there was nothing to compare. */
const rankPair = (what: string, spells: readonly GroupedSpell[], { expected, chi }: Ranked): Pair => {
  const { groups, chiSquare, degreesOfFreedom, p } = logRank(spells);
  const [theirs, ofFreedom] = chi;
  const ours = chiSquare === null && theirs === 0 ? [] : [chiSquare, degreesOfFreedom, p];
  const asked = (value: Cell, i: number): boolean => i < ours.length && theirs !== null && (i === 0 || ofFreedom !== null);
  return [what, [...groups.map((group) => group.expected).slice(0, expected.length), ...ours.filter(asked)], [...expected, ...chi.filter(asked)]];
};

const pairsOf = (set: SetOfR): readonly Pair[] => [
  ...(['log', 'log-log', 'plain'] as const).map((scale) => curvePair(set, scale)),
  incidencePair(set), meansPair(set), quantilesPair(set),
  rankPair('log-rank', set.spells.map(({ stratum: _, ...spell }) => spell), set.rank), rankPair('log-rank in strata', set.spells, set.stratified),
  ['tail of the chi-square', set.tail.map((_, i) => chiSquareTail(Math.exp((i + 1) * 1.7 - 3 + (set.seed % 7)), i + 1)), set.tail],
  ['z', [0.5, 0.8, 0.9, 0.95, 0.99, 0.999].map(zFor), set.z],
  ['sample', [...[0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => quantileOf(set.sample, p)), varianceOf(set.sample)], set.sampled],
];

const apart = (one: Cell, other: Cell): boolean => (one === null || other === null ? one !== other : !(Math.abs(one - other) <= 1e-8 * Math.max(1, Math.abs(other))));

const differences = (set: SetOfR): readonly string[] =>
  pairsOf(set).flatMap(([what, ours, theirs]) => {
    if (ours.length !== theirs.length) return [`seed ${set.seed}, ${what}: ${ours.length} numbers, R has ${theirs.length}`];
    return ours.flatMap((value, i) => (apart(value, theirs[i] as Cell) ? [`seed ${set.seed}, ${what} ${i}: ${value}, R has ${theirs[i]}`] : []));
  });

const compared = (sets: readonly SetOfR[]): number => sets.reduce((sum, set) => sum + pairsOf(set).reduce((all, [, ours]) => all + ours.length, 0), 0);

describe('statistics against R', () => {
  test('what it said of thirty hostile data sets', () => {
    expect(keptNumbers().flatMap(differences)).toEqual([]);
    expect(compared(keptNumbers())).toBeGreaterThan(10_000);
  });

  if (hasR()) test('asked now, of sixty others', () => expect(askedOfR(1001, 1060).flatMap(differences)).toEqual([]));
});
