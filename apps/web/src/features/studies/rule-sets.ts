/** What the service can read facts under. */
export const RULE_SETS = ['mandate-250', 'freeze-for-heat', 'conversation-in-two-weeks', 'equal-creditors'] as const;
