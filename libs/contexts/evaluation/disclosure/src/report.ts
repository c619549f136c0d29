import type { DisclosurePolicy } from './policy.js';
import type { Protection } from './protect.js';

/** Goes with each release. The reasons are for whoever checks it inside; outside, only how much is hidden is told. */
export interface DisclosureReport {
  readonly policy: DisclosurePolicy;
  readonly shown: number;
  readonly hidden: number;
  readonly forChecker: { readonly small: number; readonly group: number; readonly cover: number };
}

export const reportOf = (policy: DisclosurePolicy, figures: number, { hidden, small, group, cover }: Protection): DisclosureReport => ({
  policy,
  shown: figures - hidden.size,
  hidden: hidden.size,
  forChecker: { small, group, cover },
});

/** What leaves the building: without the reasons, from which hidden figures could be guessed. */
export const publicReport = ({ policy, shown, hidden }: DisclosureReport): Omit<DisclosureReport, 'forChecker'> => ({ policy, shown, hidden });
