/** Fetched before the decision, so that the decision itself stays pure. */
export interface HouseholdContext {
  /** The trajectory that holds the claim has closed, though its release has not been recorded yet. */
  readonly claimedTrajectoryClosed?: boolean;
}
