import { addDays, daysBetween } from '@perspectief/ui';
import type { WorklistQuery } from '@perspectief/graphql-contract/worklist';

type Connection = Extract<WorklistQuery['worklist'], { readonly __typename: 'WorklistConnection' }>;
export type WorkItem = Connection['edges'][number]['node'];

export const GROUPS = ['late', 'today', 'thisWeek', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** The Sunday that ends this week. */
const endOfWeek = (today: string): string => {
  const weekday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, 6 - weekday);
};

export const groupOf = (dueOn: string, today: string): Group => {
  const days = daysBetween(today, dueOn);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return dueOn <= endOfWeek(today) ? 'thisWeek' : 'later';
};

export interface Grouped {
  readonly group: Group;
  readonly items: readonly WorkItem[];
}

/** By urgency, in the order of the API within a group; empty groups are left out. */
export const grouped = (items: readonly WorkItem[], today: string): readonly Grouped[] =>
  GROUPS.map((group) => ({ group, items: items.filter(({ dueOn }) => groupOf(dueOn, today) === group) })).filter(({ items: { length } }) => length > 0);

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
