import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { HouseholdNamesDocument } from '@perspectief/graphql-contract/households';

type Names = ReadonlyMap<string, string>;

const none: Names = new Map();

const ask = async (client: Client, areas: readonly string[], cursor: string | null, known: Names): Promise<Names> => {
  const { data } = await client.query(HouseholdNamesDocument, { areas, cursor }).toPromise();
  if (data?.households.__typename !== 'HouseholdConnection') return known;
  const { edges, pageInfo } = data.households;
  const names = new Map([...known, ...edges.flatMap(({ node: { openTrajectoryId, name } }) => (openTrajectoryId && name ? [[openTrajectoryId, name] as const] : []))]);
  return pageInfo.hasNextPage ? ask(client, areas, pageInfo.endCursor, names) : names;
};

/** The names of the households behind trajectories of some areas, for lists that know the trajectory alone. */
export const useHouseholdNames = (areas: readonly string[]): ((trajectoryId: string) => string | undefined) => {
  const client = useClient();
  const [names, setNames] = useState(none);
  const key = [...new Set(areas)].sort().join(' ');
  useEffect(() => {
    if (key === '') return;
    let over = false;
    void ask(client, key.split(' '), null, none).then((found) => !over && setNames(found));
    return () => {
      over = true;
    };
  }, [client, key]);
  return (trajectoryId) => names.get(trajectoryId);
};
