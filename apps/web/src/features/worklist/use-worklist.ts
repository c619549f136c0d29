import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { WorklistChangedDocument, WorklistDocument } from '@perspectief/graphql-contract/worklist';
import { useLive, usePage } from '../../data/use-page';
import type { Role } from '../../session/session';
import { usePerson } from '../../session/session-provider';
import { subjectOf, subjects, type Subject } from './groups';

export const TABS = ['mine', 'team', 'unassigned', 'all'] as const;
export type Tab = (typeof TABS)[number];

const PAGE = 100;
const HORIZON_DAYS = 31;
const KEPT = 'perspectief.worklist';

export interface Choice {
  readonly tab: Tab;
  readonly subjects: readonly Subject[];
}

/** A coach begins with the own households; a counsellor has none of his own, and begins with the team's. */
const firstTab = (role: Role): Tab => (role === 'neighbourhood-coach' ? 'mine' : 'team');

const readKept = (role: Role): Choice => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Choice>;
    return { tab: TABS.find((tab) => tab === kept.tab) ?? firstTab(role), subjects: subjects.filter((subject) => kept.subjects?.includes(subject)) };
  } catch {
    return { tab: firstTab(role), subjects: [] };
  }
};

/** Which list, narrowed to what: in the address while it is open, and remembered on this device. */
export const useChoice = (): readonly [Choice, (next: Partial<Choice>) => void] => {
  const [params, setParams] = useSearchParams();
  const { role } = usePerson();
  const [kept, setKept] = useState(() => readKept(role));
  const choice = useMemo<Choice>(() => ({ ...kept, tab: TABS.find((tab) => tab === params.get('lijst')) ?? kept.tab }), [kept, params]);
  const choose = useCallback(
    (next: Partial<Choice>) => {
      const chosen = { ...choice, ...next };
      localStorage.setItem(KEPT, JSON.stringify(chosen));
      setKept(chosen);
      if (next.tab) setParams({ lijst: next.tab }, { replace: true });
    },
    [choice, setParams],
  );
  return [choice, choose];
};

/** The worklist, live. More rows are asked for a page at a time. */
export const useWorklist = ({ tab, subjects: wanted }: Choice) => {
  const [pages, setPages] = useState(1);
  useLive(WorklistChangedDocument, {}, { topic: 'worklist', positionOf: ({ worklistChanged }) => worklistChanged.position });
  const page = usePage(WorklistDocument, 'worklist', { tab, first: Math.min(200, PAGE * pages), horizonDays: HORIZON_DAYS, cursor: null }, { topic: 'worklist', subject: tab });
  const items = useMemo(() => page.found?.edges.map(({ node }) => node) ?? [], [page.found]);
  const shown = useMemo(() => (wanted.length === 0 ? items : items.filter(({ kind }) => wanted.includes(subjectOf(kind)))), [items, wanted]);
  return { page, items: shown, totals: page.found?.totals, hasMore: (page.found?.pageInfo.hasNextPage ?? false) && pages === 1, more: () => setPages(2) };
};
