import type { BusinessDate, Cents, Domain, LocalDateTime } from '@perspectief/kernel';

/** Spending first and asking afterwards, within so many working days. */
export interface EmergencyPart {
  readonly upTo: Cents;
  readonly settleWithinWorkingDays: number;
}

export interface MandateTerms {
  readonly perRequest: Cents;
  readonly from: BusinessDate;
  /** The last day; without one, until further notice. */
  readonly until?: BusinessDate | undefined;
  /** Only for these laws; without them, for all. */
  readonly domains?: readonly Domain[] | undefined;
  readonly emergency?: EmergencyPart | undefined;
}

export type Mandate = MandateTerms & ({ readonly phase: 'granted' } | { readonly phase: 'revoked'; readonly revokedAt: LocalDateTime });
