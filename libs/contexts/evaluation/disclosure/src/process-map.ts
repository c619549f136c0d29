import { refuse, type Refusal } from '@perspectief/kernel';
import { safePercentile } from './figures.js';
import type { Behind } from './ledger.js';
import { Network, type Arc } from './network.js';
import { roundedTo, standardPolicy, type DisclosurePolicy } from './policy.js';
import { protect } from './protect.js';
import { reportOf, type DisclosureReport } from './report.js';
import { cellId, releaseTable, type TableRefusal } from './table.js';

/** How often one thing came directly after another, and in which cases. `from` or `to` undefined: begin or end of a case. */
export interface Follows {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly times: number;
  readonly trajectories: readonly string[];
  /** Whole days from the one to the other, one for each case. */
  readonly waits?: readonly number[];
}

/** An arc that may be shown: cases rounded, the middle wait in whole weeks of days where enough cases lie on both sides of it. */
export type SafeArc = Pick<Follows, 'from' | 'to'> & { readonly cases: number; readonly medianWait: number | null };

export type MapRelease =
  | { readonly arcs: readonly SafeArc[]; readonly hiddenArcs: number; readonly report: DisclosureReport; readonly behind: readonly Behind[] }
  | { readonly refused: Refusal<'CANNOT_BE_PROTECTED' | 'TOO_FEW'> };

const casesOf = ({ trajectories }: { readonly trajectories: readonly string[] }): number => new Set(trajectories).size;

const WEEK = 7;
const medianWaitOf = ({ waits = [] }: Follows, policy: DisclosurePolicy): number | null => {
  const median = safePercentile(waits.map((value, i) => ({ subject: String(i), value })), 0.5, WEEK, policy);
  return 'refused' in median ? null : median.value;
};

const OUTSIDE = 'begin and end of a case';
const idOf = ({ from, to }: Follows): string => JSON.stringify([from ?? null, to ?? null]);

/**
 * A directly-follows map of which no arc is a few people. What comes into an activity goes out of it again, so a dropped arc could be
 * computed back from the others: more are dropped until it cannot. Neither how often an activity was nor how
 * often an arc was taken is shown, but by how many cases: one case that goes round and round would make up the count.
 */
export const releaseProcessMap = (map: readonly Follows[], policy: DisclosurePolicy = standardPolicy): MapRelease => {
  const begun = map.filter(({ from }) => from === undefined).reduce((sum, one) => sum + casesOf(one), 0);
  if (begun < policy.threshold) return refuse('TOO_FEW');
  const network = new Network(map.map((one): Arc => ({ id: idOf(one), tail: one.from ?? OUTSIDE, head: one.to ?? OUTSIDE, value: one.times })));
  const rare = new Set(map.filter((one) => casesOf(one) < policy.threshold).map(idOf));
  const protection = protect(network, { small: network.arcs.filter(({ id }) => rare.has(id)), groups: [] }, policy);
  if (!protection) return refuse('CANNOT_BE_PROTECTED');
  const { hidden } = protection;
  const shown = map.filter((one) => !hidden.has(idOf(one)));
  const rounded = (count: number): number => roundedTo(policy.rounding, count);
  return {
    arcs: shown.map((one) => ({ from: one.from, to: one.to, cases: rounded(casesOf(one)), medianWait: medianWaitOf(one, policy) })),
    hiddenArcs: hidden.size,
    report: reportOf(policy, map.length, protection),
    behind: shown.map((one) => ({ figure: `${one.from ?? 'begin'} > ${one.to ?? 'end'}`, subjects: one.trajectories })),
  };
};

/** A course of steps and the cases that took it. */
export interface Variant {
  readonly steps: readonly string[];
  readonly trajectories: readonly string[];
}

export type VariantRelease =
  | {
      readonly variants: readonly { readonly steps: readonly string[]; readonly cases: number }[];
      readonly hiddenVariants: number;
      /** Rounded: 0, or at least the threshold; null where the total is hidden too. */
      readonly hiddenCases: number | null;
      readonly report: DisclosureReport;
      readonly behind: readonly Behind[];
    }
  | { readonly refused: Refusal<TableRefusal> };

/** Common variants alone; a rare one is not even named. */
export const releaseVariants = (variants: readonly Variant[], policy: DisclosurePolicy = standardPolicy): VariantRelease => {
  const columns = variants.map((_, i) => String(i));
  const release = releaseTable({ rows: ['cases'], columns, counts: [variants.map(casesOf)] }, policy);
  if ('refused' in release) return release;
  const isHidden = (i: number): boolean => release.hidden.has(cellId(0, i));
  const shown = variants.filter((_, i) => !isHidden(i));
  const hidden = variants.filter((_, i) => isHidden(i));
  const total = release.table.total;
  return {
    variants: shown.map((one) => ({ steps: one.steps, cases: roundedTo(policy.rounding, casesOf(one)) })),
    hiddenVariants: hidden.length,
    hiddenCases: total === null ? null : roundedTo(policy.rounding, hidden.reduce((sum, one) => sum + casesOf(one), 0)),
    report: release.report,
    behind: [
      ...shown.map(({ steps, trajectories }) => ({ figure: steps.join(' > '), subjects: trajectories })),
      ...(total === null ? [] : [{ figure: 'all cases', subjects: variants.flatMap(({ trajectories }) => trajectories) }]),
    ],
  };
};
