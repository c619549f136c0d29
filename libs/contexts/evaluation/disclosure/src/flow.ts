import { refuse, type Refusal } from '@perspectief/kernel';
import type { Behind } from './ledger.js';
import { roundedTo, standardPolicy, type DisclosurePolicy } from './policy.js';

/** A stage of a flow in which each keeps a part of the one before: attrition, a funnel, how far cases came. */
export interface Stage {
  readonly name: string;
  readonly kept: readonly string[];
}

export type FlowRelease =
  | { readonly stages: readonly { readonly name: string; readonly kept: number | null }[]; readonly behind: readonly Behind[] }
  | { readonly refused: Refusal<'TOO_FEW' | 'NOT_A_FLOW'> };

/** A count is shown where enough were kept, and nobody or enough fell out since the count that was shown before; else null. */
export const releaseFlow = (stages: readonly Stage[], { threshold, rounding }: DisclosurePolicy = standardPolicy): FlowRelease => {
  const sets = stages.map(({ kept }) => new Set(kept));
  const [first] = sets;
  if (!first || first.size < threshold) return refuse('TOO_FEW');
  if (sets.some((set, i) => i > 0 && [...set].some((one) => !sets[i - 1]?.has(one)))) return refuse('NOT_A_FLOW');
  let before = first.size;
  const shown = sets.map((set, i) => {
    const lost = before - set.size;
    const may = set.size >= threshold && (i === 0 || lost === 0 || lost >= threshold);
    if (may) before = set.size;
    return may;
  });
  return {
    stages: stages.map(({ name }, i) => ({ name, kept: shown[i] ? roundedTo(rounding, (sets[i] as Set<string>).size) : null })),
    behind: stages.flatMap(({ name, kept }, i) => (shown[i] ? [{ figure: name, subjects: kept }] : [])),
  };
};

/** Counts that stand side by side and may overlap, such as rows of a difference table: those of enough people, and how many are left out. */
export const releaseCounts = (
  counts: readonly Behind[],
  { threshold, rounding }: DisclosurePolicy = standardPolicy,
): { readonly counts: readonly { readonly figure: string; readonly count: number }[]; readonly hidden: number; readonly behind: readonly Behind[] } => {
  const behind = counts.filter(({ subjects }) => new Set(subjects).size >= threshold);
  return {
    counts: behind.map(({ figure, subjects }) => ({ figure, count: roundedTo(rounding, new Set(subjects).size) })),
    hidden: counts.length - behind.length,
    behind,
  };
};
