import type { FreshnessQuery } from '@perspectief/graphql-contract/administration';

export type Projection = FreshnessQuery['projectionStatus']['projections'][number];

/** From well to worst. */
const STATES = ['fresh', 'reading', 'late', 'stuck'] as const;
export type Freshness = (typeof STATES)[number];

/** Somebody who just wrote waits a moment as a matter of course; a minute is no moment. */
const LATE_SECONDS = 60;
const HOUR_SECONDS = 3_600;

export const freshnessOf = ({ behind, secondsBehind, error }: Pick<Projection, 'behind' | 'secondsBehind' | 'error'>): Freshness =>
  error !== null ? 'stuck' : behind === 0 ? 'fresh' : secondsBehind < LATE_SECONDS ? 'reading' : 'late';

/** How all of them are together: as the worst of them. */
export const worstOf = (projections: readonly Projection[]): Freshness => {
  const states = projections.map(freshnessOf);
  return STATES.findLast((state) => states.includes(state)) ?? 'fresh';
};

/** Seconds in the largest whole unit that fits. */
export const waitOf = (seconds: number): { readonly unit: 'seconds' | 'minutes' | 'hours'; readonly count: number } => {
  if (seconds < LATE_SECONDS) return { unit: 'seconds', count: seconds };
  if (seconds < HOUR_SECONDS) return { unit: 'minutes', count: Math.floor(seconds / 60) };
  return { unit: 'hours', count: Math.floor(seconds / HOUR_SECONDS) };
};

/** Whole percents, rounded down: a hundred is all of it. Undefined where nobody knows how many there are. */
export const shareOf = ({ read, total }: { readonly read: number; readonly total: number }): number | undefined => (total === 0 ? undefined : Math.floor((read * 100) / total));
