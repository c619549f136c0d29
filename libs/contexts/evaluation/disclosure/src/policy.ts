import { refuse, type Refusal } from '@perspectief/kernel';

/** Under which rules figures about people leave the secured environment. Weaker than the floor is refused. */
export interface DisclosurePolicy {
  /** Fewest people behind a shown figure, and the narrowest interval that a hidden count may be computed back to. */
  readonly threshold: number;
  /** Largest part of a row or column that one cell may hold (group disclosure), 0 to 1. */
  readonly groupShare: number;
  /** Largest part of a sum that one contributor may hold (dominance), 0 to 1. */
  readonly dominance: number;
  /** Shown counts are rounded to a multiple of this. */
  readonly rounding: number;
}

export const standardPolicy: DisclosurePolicy = { threshold: 10, groupShare: 0.9, dominance: 0.5, rounding: 5 };

/** What is shared outside is never weaker than this, whatever a study asks for. */
const floor: DisclosurePolicy = { threshold: 5, groupShare: 0.95, dominance: 0.75, rounding: 1 };

/** The standard rules with some of them otherwise, or why not. Refusals: POLICY_TOO_WEAK. */
export const policyWith = (wanted: Partial<DisclosurePolicy>): { readonly policy: DisclosurePolicy } | { readonly refused: Refusal<'POLICY_TOO_WEAK'> } => {
  const policy = { ...standardPolicy, ...wanted };
  const holds = [
    ['threshold', Number.isInteger(policy.threshold) && policy.threshold >= floor.threshold],
    ['groupShare', policy.groupShare > 0 && policy.groupShare <= floor.groupShare],
    ['dominance', policy.dominance > 0 && policy.dominance <= floor.dominance],
    ['rounding', Number.isInteger(policy.rounding) && policy.rounding >= floor.rounding],
  ] as const;
  const weak = holds.find(([, strong]) => !strong);
  return weak ? refuse('POLICY_TOO_WEAK', { field: weak[0] }) : { policy };
};

/** To the nearest multiple; halves up. */
export const roundedTo = (base: number, count: number): number => Math.floor(count / base + 0.5) * base;
