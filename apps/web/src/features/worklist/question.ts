import type { Role } from '../../session/session';
import { SUBJECTS, subjects, type Subject } from './subjects';

export const TABS = ['mine', 'team', 'unassigned', 'all'] as const;
export type Tab = (typeof TABS)[number];

const PAGE = 100;
const HORIZON_DAYS = 31;
const KEPT = 'perspectief.worklist';

/** Which list, narrowed to what. */
export interface Choice {
  readonly tab: Tab;
  readonly subjects: readonly Subject[];
}

/** Roles that begin their day with the worklist. */
export const WORKERS: readonly Role[] = ['neighbourhood-coach', 'debt-counsellor'];

/** A coach begins with the own households; a counsellor has none of his own, and begins with the team's. */
const firstTab = (role: Role): Tab => (role === 'neighbourhood-coach' ? 'mine' : 'team');

/** As it was chosen last on this device. */
export const keptChoice = (role: Role): Choice => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Choice>;
    return { tab: TABS.find((tab) => tab === kept.tab) ?? firstTab(role), subjects: subjects.filter((subject) => kept.subjects?.includes(subject)) };
  } catch {
    return { tab: firstTab(role), subjects: [] };
  }
};

export const keepChoice = (choice: Choice): void => localStorage.setItem(KEPT, JSON.stringify(choice));

/** The list that the address asks for, before the one that is remembered. */
export const chosenIn = (params: URLSearchParams, kept: Choice): Choice => ({ ...kept, tab: TABS.find((tab) => tab === params.get('lijst')) ?? kept.tab });

/** The first page of a list, as the API is asked for it. */
export const questionOf = ({ tab, subjects: wanted }: Choice) => ({
  tab, kinds: wanted.length === 0 ? null : wanted.flatMap((subject): readonly string[] => SUBJECTS[subject]), first: PAGE, horizonDays: HORIZON_DAYS, cursor: null as string | null,
});
