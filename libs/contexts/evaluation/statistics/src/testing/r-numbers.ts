import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GroupedSpell } from '../log-rank.js';

export type Cell = number | null;
type Rows = readonly (readonly Cell[])[];
export interface Ranked {
  readonly expected: readonly number[];
  /** Chi-square, degrees of freedom, p. */
  readonly chi: readonly Cell[];
}

/** Hostile data and R's numbers over it; `hostile.R` says in what order. */
export interface SetOfR {
  readonly seed: number;
  readonly spells: readonly GroupedSpell[];
  readonly log: Rows;
  readonly 'log-log': Rows;
  readonly plain: Rows;
  readonly incidence: readonly Rows[];
  readonly means: Rows;
  readonly quantiles: Rows;
  readonly rank: Ranked;
  readonly stratified: Ranked;
  readonly tail: readonly number[];
  readonly z: readonly number[];
  readonly sample: readonly number[];
  readonly sampled: readonly Cell[];
}

interface Line extends Omit<SetOfR, 'spells' | 'seed'> {
  readonly seed: readonly [number];
  readonly spells: readonly (readonly [start: number, stop: number, cause: number])[];
  readonly groups: readonly string[];
  readonly strata: readonly string[];
}

const setsIn = (lines: string): readonly SetOfR[] =>
  lines.trim().split('\n').map((line) => {
    const { spells, groups, strata, seed: [seed], ...numbers } = JSON.parse(line) as Line;
    const grouped = spells.map(([start, stop, cause], i): GroupedSpell => ({ start, stop, cause, group: groups[i] as string, stratum: strata[i] as string }));
    return { ...numbers, seed, spells: grouped };
  });

/** What R said when it was last asked. */
export const keptNumbers = (): readonly SetOfR[] => setsIn(readFileSync(join(import.meta.dirname, 'r-numbers.jsonl'), 'utf8'));

export const hasR = (): boolean => spawnSync('Rscript', ['-e', 'library(survival)'], { stdio: 'ignore' }).status === 0;

/** What R says now. */
export const askedOfR = (first: number, last: number): readonly SetOfR[] => {
  const { stdout, stderr, status } = spawnSync('Rscript', [join(import.meta.dirname, 'hostile.R'), String(first), String(last)], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return setsIn(stdout);
};
