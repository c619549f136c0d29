import { useCallback, useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { HouseholdNamesDocument } from '@perspectief/graphql-contract/households';
import { allPages } from './all-pages';

type Names = ReadonlyMap<string, string>;

const ask = async (client: Client, areas: readonly string[]): Promise<Names> => {
  const { nodes } = await allPages(async (cursor) => {
    const { data } = await client.query(HouseholdNamesDocument, { areas, cursor }).toPromise();
    return data?.households.__typename === 'HouseholdConnection' ? data.households : undefined;
  });
  return new Map(nodes.flatMap(({ openTrajectoryId, name }) => (openTrajectoryId && name ? [[openTrajectoryId, name] as const] : [])));
};

/** The names of the households behind trajectories of some areas, for lists that know the trajectory alone. `named`: they are there. */
export const useHouseholdNames = (areas: readonly string[]) => {
  const client = useClient();
  const [names, setNames] = useState<Names>();
  const key = [...new Set(areas)].sort().join(' ');
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
