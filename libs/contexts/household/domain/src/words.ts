import { domains } from '@perspectief/kernel';

export const memberRoles = ['adult', 'child'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** In whose work data are written: one of the four laws, or what all share of who the household is. */
export const laws = [...domains, 'common'] as const;
export type Law = (typeof laws)[number];

/** What data are shared for; a municipality may add its own. */
export const purposes = ['one-plan', 'crisis', 'debt-help', 'pooled-spending', 'aftercare'] as const;
export type Purpose = (typeof purposes)[number] | (string & {});

/** On what a sharing between laws rests (AVG 6 and 9; Wmo 5.1.1 lid 4). */
export const sharingGrounds = ['legal-task', 'consent', 'vital-interest'] as const;
export type SharingBasis = (typeof sharingGrounds)[number];

/** What has a retention term of its own, and may be erased while the rest stays. */
export const erasableWork = [...domains, 'tandem'] as const;
export type ErasableWork = (typeof erasableWork)[number];

export const erasureReasons = ['retention-ended', 'request-granted'] as const;
export type ErasureReason = (typeof erasureReasons)[number];
