export const schemes = ['maatwerkbudget', 'doorbraak'] as const;
export type Scheme = (typeof schemes)[number];

export const remainders = ['return', 'carry-over'] as const;
/** Where the money goes that a year leaves: back to the domains, or on to the next year. */
export type Remainder = (typeof remainders)[number];

export const approvalRoutes = ['mandate', 'emergency', 'approvers'] as const;
export type ApprovedBy = (typeof approvalRoutes)[number];

export const requestRules = ['within-mandate', 'emergency', 'above-mandate', 'outside-domains', 'no-mandate'] as const;
/** The rule that approved a request at once, or sent it to approvers. */
export type RequestRule = (typeof requestRules)[number];

export const confirmers = ['coach', 'household'] as const;
export type Confirmer = (typeof confirmers)[number];

/** What buying out debts is called where money is told by life area. */
export const BUY_OUT_AREA = 'debt-buy-out';
