import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { HouseholdNamesDocument } from '@perspectief/graphql-contract/households';
import { allPages } from './all-pages';

type Names = ReadonlyMap<string, string>;

const none: Names = new Map();

const ask = async (client: Client, areas: readonly string[]): Promise<Names> => {
  const { nodes } = await allPages(async (cursor) => {
    const { data } = await client.query(HouseholdNamesDocument, { areas, cursor }).toPromise();
    return data?.households.__typename === 'HouseholdConnection' ? data.households : undefined;
  });
  return new Map(nodes.flatMap(({ openTrajectoryId, name }) => (openTrajectoryId && name ? [[openTrajectoryId, name] as const] : [])));
};

/** The names of the households behind trajectories of some areas, for lists that know the trajectory alone. */
export const useHouseholdNames = (areas: readonly string[]): ((trajectoryId: string) => string | undefined) => {
  const client = useClient();
  const [names, setNames] = useState(none);
  const key = [...new Set(areas)].sort().join(' ');
  useEffect(() => {
    if (key === '') return;
    let over = false;
    void ask(client, key.split(' ')).then((found) => !over && setNames(found));
    return () => {
      over = true;
    };
  }, [client, key]);
  return (trajectoryId) => names.get(trajectoryId);
};
