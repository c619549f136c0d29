import { useCallback, useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { HouseholdNamesDocument, type HouseholdNamesQuery } from '@perspectief/graphql-contract/households';
import { allPages } from './all-pages';
import { areasOf } from './areas-of';
import { seenAhead } from './asked-ahead';

type Connection = Extract<HouseholdNamesQuery['households'], { readonly __typename: 'HouseholdConnection' }>;
type Names = ReadonlyMap<string, string>;

const namesIn = (nodes: readonly Connection['edges'][number]['node'][]): Names =>
  new Map(nodes.flatMap(({ openTrajectoryId, name }) => (openTrajectoryId && name ? [[openTrajectoryId, name] as const] : [])));

const pageIn = (data: HouseholdNamesQuery | undefined): Connection | undefined => (data?.households.__typename === 'HouseholdConnection' ? data.households : undefined);

const ask = async (client: Client, areas: readonly string[]): Promise<Names> =>
  namesIn((await allPages(async (cursor) => pageIn((await client.query(HouseholdNamesDocument, { areas, cursor }).toPromise()).data))).nodes);

/** The names that were asked for ahead, as far as they are there. */
const ahead = (areas: readonly string[]): Names | undefined => {
  const page = pageIn(seenAhead('HouseholdNames', { areas, cursor: null }));
  return page && namesIn(page.edges.map(({ node }) => node));
};

/** The names of the households behind trajectories, for lists that know the trajectory and its area alone. `named`: they are there. */
export const useHouseholdNames = (items: readonly { readonly area: string }[]) => {
  const client = useClient();
  const key = areasOf(items).join(' ');
  const [names, setNames] = useState(() => ahead(key.split(' ')));
  useEffect(() => {
    if (key === '') return;
    let over = false;
    void ask(client, key.split(' ')).then((found) => !over && setNames(found));
    return () => {
      over = true;
    };
  }, [client, key]);
  const nameOf = useCallback((trajectoryId: string): string | undefined => names?.get(trajectoryId), [names]);
  return { nameOf, named: names !== undefined };
};
