/** What a coach filters by; each stands for some kinds of the API. */
export const SUBJECTS = {
  terms: ['clock'],
  crisis: ['threat', 'freeze-decision', 'freeze-ends', 'freeze-breach', 'current-costs', 'safety-task'],
  plan: ['action', 'check-in', 'missed-check-ins', 'tandem-answer', 'expert-over-capacity', 'no-coach'],
  money: ['balance-reminder', 'balance-escalation', 'offer-answer', 'repayment', 'repayment-missed', 'delivery-unconfirmed', 'receipt-unconfirmed', 'emergency-overdue', 'emergency-approval', 'spending-returned'],
} as const;
export type Subject = keyof typeof SUBJECTS;
export const subjects = Object.keys(SUBJECTS) as readonly Subject[];

export const subjectOf = (kind: string): Subject => subjects.find((subject) => (SUBJECTS[subject] as readonly string[]).includes(kind)) ?? 'plan';
