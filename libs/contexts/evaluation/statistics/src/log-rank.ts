import { onOneClock } from './clock.js';
import { quadraticFormOnRange } from './linear.js';
import { chiSquareTail } from './normal.js';
import { riskSteps, type Spell } from './spell.js';

/** A spell that belongs to a group and, for a stratified test, to a stratum. */
export interface GroupedSpell extends Spell {
  readonly group: string;
  readonly stratum?: string;
}

export interface LogRankGroup {
  readonly group: string;
  readonly subjects: number;
  readonly observed: number;
  readonly expected: number;
}

/** `chiSquare` and `p` are null where there is nothing to compare: one group, or no events. */
export interface LogRank {
  readonly groups: readonly LogRankGroup[];
  readonly degreesOfFreedom: number;
  readonly chiSquare: number | null;
  readonly p: number | null;
}

interface Tally {
  readonly expected: number[];
  readonly covariance: number[][];
}

const emptyTally = (k: number): Tally => ({
  expected: Array.from({ length: k }, () => 0),
  covariance: Array.from({ length: k }, () => Array.from({ length: k }, () => 0)),
});

/** Adds what one stratum expects, with the hypergeometric variance d(n-d)/(n-1) for ties. */
const addStratum = (tally: Tally, spells: readonly GroupedSpell[], names: readonly string[]): void => {
  const byGroup = names.map((name) => atRiskBefore(spells.filter(({ group }) => group === name)));
  for (const { time, atRisk: n, events: d } of riskSteps(spells)) {
    if (d === 0) continue;
    const inGroup = byGroup.map((atRisk) => atRisk(time));
    const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    inGroup.forEach((own, i) => {
      tally.expected[i] = (tally.expected[i] as number) + (d * own) / n;
      const row = tally.covariance[i] as number[];
      inGroup.forEach((other, j) => {
        row[j] = (row[j] as number) + (spread * own * ((i === j ? n : 0) - other)) / (n * n);
      });
    });
  }
};

/** How many are at risk at a time; to be asked in ascending order of time. */
const atRiskBefore = (spells: readonly Spell[]): ((time: number) => number) => {
  const starts = spells.map(({ start }) => start).sort((a, b) => a - b);
  const stops = spells.map(({ stop }) => stop).sort((a, b) => a - b);
  let entered = 0;
  let left = 0;
  return (time) => {
    while (entered < starts.length && (starts[entered] as number) < time) entered += 1;
    while (left < stops.length && (stops[left] as number) < time) left += 1;
    return entered - left;
  };
};

const byStratum = (spells: readonly GroupedSpell[]): Iterable<readonly GroupedSpell[]> => {
  const strata = new Map<string, GroupedSpell[]>();
  for (const spell of spells) {
    const members = strata.get(spell.stratum ?? '');
    if (members) members.push(spell);
    else strata.set(spell.stratum ?? '', [spell]);
  }
  return strata.values();
};

/**
 * Log-rank test of k groups on events of any cause, over all strata together (R: survdiff). Groups that expect no event
 * take no part and give no degree of freedom; nor does one that was never at risk beside another (there R has no answer).
 */
export const logRank = (spells: readonly GroupedSpell[]): LogRank => {
  const names = [...new Set(spells.map(({ group }) => group))].sort();
  const tally = emptyTally(names.length);
  for (const members of byStratum(onOneClock(spells))) addStratum(tally, members, names);
  const groups = names.map((group, i): LogRankGroup => {
    const members = spells.filter((spell) => spell.group === group);
    return { group, subjects: members.length, observed: members.filter(({ cause }) => cause > 0).length, expected: tally.expected[i] as number };
  });
  const taking = groups.flatMap(({ expected }, i) => (expected > 0 ? [i] : [])).slice(1);
  const surplus = taking.map((i) => (groups[i] as LogRankGroup).observed - (groups[i] as LogRankGroup).expected);
  const { value, rank: degreesOfFreedom } = quadraticFormOnRange(surplus, taking.map((i) => taking.map((j) => tally.covariance[i]?.[j] as number)));
  const chiSquare = degreesOfFreedom === 0 ? null : value;
  return { groups, degreesOfFreedom, chiSquare, p: chiSquare === null ? null : chiSquareTail(chiSquare, degreesOfFreedom) };
};
