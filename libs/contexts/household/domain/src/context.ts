/** Fetched before the decision, so that the decision itself stays pure. */
export interface HouseholdContext {
  /** The trajectory that made the claim has closed, though no release is recorded yet, or it opened for another household. */
  readonly claimIsVoid?: boolean;
}
