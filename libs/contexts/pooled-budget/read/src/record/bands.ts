import type { Cents } from '@perspectief/kernel';

/** Upper ends, in cents: what falls between two of them is of one size to whoever compares. */
const ENDS: readonly Cents[] = [10_000, 25_000, 50_000, 100_000, 250_000, 500_000];

/** Number of the band that an amount falls into, from 0. */
export const bandOf = (amount: Cents): number => {
  const band = ENDS.findIndex((end) => amount <= end);
  return band < 0 ? ENDS.length : band;
};

/** Lowest and highest amount of a band; the last has no highest. */
export const boundsOf = (band: number): { readonly above: Cents; readonly upTo: Cents | undefined } => ({ above: ENDS[band - 1] ?? 0, upTo: ENDS[band] });
