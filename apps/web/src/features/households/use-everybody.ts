import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { HouseholdsDocument, type HouseholdsQuery } from '@perspectief/graphql-contract/households';
import { allPages } from '../../data/all-pages';
import { usePage } from '../../data/use-page';

type Connection = Extract<HouseholdsQuery['households'], { readonly __typename: 'HouseholdConnection' }>;
export type Somebody = Connection['edges'][number]['node'];

/** Households in one question at most. */
const PAGE = 200;

const restOf = async (client: Client, area: string, { edges, pageInfo }: Connection): Promise<readonly Somebody[]> => {
  const first = edges.map(({ node }) => node);
  if (!pageInfo.hasNextPage) return first;
  const { nodes } = await allPages<Somebody>(async (cursor) => {
    const { data } = await client.query(HouseholdsDocument, { areas: [area], first: PAGE, cursor }).toPromise();
    return data?.households.__typename === 'HouseholdConnection' ? data.households : undefined;
  }, pageInfo.endCursor);
  return [...first, ...nodes];
};

/** All households of an area, however many pages they take: a name is looked for among all of them. */
export const useEverybody = (area: string) => {
  const client = useClient();
  const page = usePage(HouseholdsDocument, 'households', { areas: [area], first: PAGE, cursor: null }, { topic: 'households' });
  const [whole, setWhole] = useState<{ readonly of: Connection; readonly nodes: readonly Somebody[] }>();
  const { found } = page;
  useEffect(() => {
    let over = false;
    if (found) void restOf(client, area, found).then((nodes) => !over && setWhole({ of: found, nodes }));
    return () => {
      over = true;
    };
  }, [client, area, found]);
  const everybody = whole && whole.of === found ? whole.nodes : (found?.edges.map(({ node }) => node) ?? []);
  return { ...page, everybody };
};
