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
  readonly tasks: readonly Task[];
  /** How many things to do these rows stand for. */
  readonly count: number;
}

/** Rows that say the same of one household for one day. */
export interface Task {
  readonly item: WorkItem;
  readonly times: number;
}

/** What is asked several times at once, such as a reminder to each creditor, is one row that says how often. */
const onceEach = (items: readonly WorkItem[]): readonly Task[] => {
  const known = new Map<string, { item: WorkItem; times: number }>();
  for (const item of items) {
    const key = [item.trajectoryId, item.kind, item.dueOn, item.rule, item.standsStill, item.sentence.nl].join(' ');
    known.set(key, { item: known.get(key)?.item ?? item, times: (known.get(key)?.times ?? 0) + 1 });
  }
  return [...known.values()];
};

/** By urgency, in the order of the API within a group; empty groups are left out. */
export const grouped = (items: readonly WorkItem[], today: string): readonly Grouped[] =>
  GROUPS.map((group) => {
    const here = items.filter(({ dueOn }) => groupOf(dueOn, today) === group);
    return { group, tasks: onceEach(here), count: here.length };
  }).filter(({ count }) => count > 0);
