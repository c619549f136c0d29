import { domains, type Domain } from '@perspectief/kernel';
import { coachesIn, holdersIn } from '../people.js';

/** A pot of the demo: its money in whole euros a year, its holders, and whose households it helps. */
export interface DemoPot {
  readonly name: string;
  readonly scheme: 'doorbraak' | 'maatwerkbudget';
  readonly area: string;
  /** Households of this area; of all areas where none is named. */
  readonly helps?: string;
  readonly perYear: Readonly<Record<Domain, number>>;
  readonly holders: readonly string[];
  readonly coaches: readonly string[];
  readonly households: number;
  /** What becomes of the money that a year leaves; without it, the year stays open. */
  readonly remainder?: 'return' | 'carry-over';
}

const inThousands = (...thousands: readonly number[]): Readonly<Record<Domain, number>> =>
  Object.fromEntries(domains.map((domain, n) => [domain, (thousands[n] ?? 0) * 1_000])) as Record<Domain, number>;

const ofArea = (area: string) => ({ area, helps: area, holders: holdersIn(area), coaches: coachesIn(area) });

export const demoPots: readonly DemoPot[] = [
  { name: 'Doorbraakbudget Beijum', scheme: 'doorbraak', ...ofArea('beijum'), perYear: inThousands(5, 6, 7, 4), households: 40, remainder: 'carry-over' },
  { name: 'Doorbraakbudget Ten Boer', scheme: 'doorbraak', ...ofArea('ten-boer'), perYear: inThousands(4, 3, 4, 3), households: 25, remainder: 'return' },
  {
    ...{ name: 'Maatwerkbudget Groningen', scheme: 'maatwerkbudget', area: 'groningen', holders: holdersIn('selwerd'), coaches: coachesIn() },
    ...{ perYear: inThousands(9, 8, 10, 7), households: 60 },
  },
];
