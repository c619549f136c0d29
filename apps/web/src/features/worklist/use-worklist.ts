import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useClient } from 'urql';
import { WorklistChangedDocument, WorklistDocument, type WorklistQuery } from '@perspectief/graphql-contract/worklist';
import { allPages } from '../../data/all-pages';
import { useLive, usePage } from '../../data/use-page';
import { usePerson } from '../../session/session-provider';
import type { WorkItem } from './groups';
import { chosenIn, keepChoice, keptChoice, questionOf, type Choice } from './question';
import { subjectOf } from './subjects';

type Connection = Extract<WorklistQuery['worklist'], { readonly __typename: 'WorklistConnection' }>;

/** Which list, narrowed to what: in the address while it is open, and remembered on this device. */
export const useChoice = (): readonly [Choice, (next: Partial<Choice>) => void] => {
  const [params, setParams] = useSearchParams();
  const { role } = usePerson();
  const [kept, setKept] = useState(() => keptChoice(role));
  const choice = useMemo(() => chosenIn(params, kept), [kept, params]);
  const choose = useCallback(
    (next: Partial<Choice>) => {
      const chosen = { ...choice, ...next };
      keepChoice(chosen);
      setKept(chosen);
      if (next.tab) setParams({ lijst: next.tab }, { replace: true });
    },
    [choice, setParams],
  );
  return [choice, choose];
};

interface Rest {
  readonly about: string;
  readonly items: readonly WorkItem[];
}

const NOTHING: readonly WorkItem[] = [];

/** Rows after the first page, as many pages as were asked for; asked again whenever the first page is. */
const useRest = (about: string, first: Connection | undefined, pages: number): readonly WorkItem[] => {
  const client = useClient();
  const [rest, setRest] = useState<Rest>({ about: '', items: NOTHING });
  const from = first?.pageInfo.hasNextPage ? first.pageInfo.endCursor : null;
  useEffect(() => {
    if (from === null || pages === 0) return;
    let over = false;
    let left = pages;
    const ask = async (cursor: string | null): Promise<Connection | undefined> => {
      const { data } = await client.query(WorklistDocument, { ...(JSON.parse(about) as ReturnType<typeof questionOf>), cursor, after: null }).toPromise();
      const page = data?.worklist.__typename === 'WorklistConnection' ? data.worklist : undefined;
      left -= 1;
      return page && left === 0 ? { ...page, pageInfo: { ...page.pageInfo, hasNextPage: false } } : page;
    };
    void allPages(ask, from).then(({ nodes }) => !over && setRest({ about, items: nodes }));
    return () => {
      over = true;
    };
  }, [client, about, first, from, pages]);
  return from !== null && pages > 0 && rest.about === about ? rest.items : NOTHING;
};

/** The worklist, live. More rows are asked for a page at a time. */
export const useWorklist = (choice: Choice) => {
  const question = questionOf(choice);
  const about = JSON.stringify(question);
  const [more, setMore] = useState({ about, pages: 0 });
  const pages = more.about === about ? more.pages : 0;
  useLive(WorklistChangedDocument, {}, { topic: 'worklist', positionOf: ({ worklistChanged }) => worklistChanged.position });
  const page = usePage(WorklistDocument, 'worklist', question, { topic: 'worklist', subject: choice.tab });
  const rest = useRest(about, page.found, pages);
  const { subjects: wanted } = choice;
  // By id: a row that moved over the edge of a page meanwhile stands there once. What is there is narrowed at once; the answer follows.
  const all = useMemo(() => new Map([...(page.found?.edges.map(({ node }) => node) ?? []), ...rest].map((item) => [item.itemId, item])), [page.found, rest]);
  const items = useMemo(() => [...all.values()].filter(({ kind }) => wanted.length === 0 || wanted.includes(subjectOf(kind))), [all, wanted]);
  const left = page.found?.pageInfo.hasNextPage ? Math.max(0, page.found.totalCount - all.size) : 0;
  return { page, items, totals: page.found?.totals, total: page.found?.totalCount ?? 0, left, more: () => setMore({ about, pages: pages + 1 }) };
};
