import type { Refusal } from '@perspectief/kernel';
import { release, statementsOf, type Behind, type Ledger, type LedgerRefusal } from './ledger.js';
import { standardPolicy, type DisclosurePolicy } from './policy.js';
import { publicReport, type DisclosureReport } from './report.js';

interface Released {
  readonly behind: readonly Behind[];
  readonly report?: DisclosureReport;
}

/** What leaves: without who is behind it, and without the reasons for hiding. */
export type Shown<Release extends Released> = Omit<Release, 'behind' | 'report'> & { readonly report?: Omit<DisclosureReport, 'forChecker'> };

export type Let<Release extends Released, Code extends string> =
  | { readonly shown: Shown<Release>; readonly ledger: Ledger }
  | { readonly refused: Refusal<Code | LedgerRefusal> };

/**
 * The one way out: what a release function made goes past all that the study said before. Keep the ledger that comes back in the same
 * transaction that makes the release known; without it the next check would not know of this one.
 */
export const letOut = <Release extends Released, Code extends string>(
  ledger: Ledger,
  about: { readonly release: string; readonly population: string },
  made: Release | { readonly refused: Refusal<Code> },
  policy: DisclosurePolicy = standardPolicy,
): Let<Release, Code> => {
  if ('refused' in made) return made;
  const kept = release(ledger, statementsOf(about.release, about.population, made.behind), policy);
  if ('refused' in kept) return kept;
  const { behind: _, report, ...figures } = made;
  return { shown: { ...figures, ...(report && { report: publicReport(report) }) }, ledger: kept.ledger };
};
