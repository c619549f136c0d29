import { useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { ColleaguesDocument } from '@perspectief/graphql-contract/names';
import { usePerson } from '../session/session-provider';

/** Somebody of the directory whom a coach can work with. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

const ROLES = ['neighbourhood-coach', 'experience-expert'];

/** Coaches and experience experts in service that can be chosen, and those already at work with this household. */
export const useColleagues = (atWork: readonly Colleague[]): readonly Colleague[] => {
  const client = useClient();
  const { id, name, role } = usePerson();
  const [found, setFound] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    let over = false;
    void client.query(ColleaguesDocument, { roles: ROLES, area: null, first: 200, cursor: null }).toPromise().then(({ data }) => {
      if (!over && data?.people.__typename === 'PersonConnection') setFound(data.people.edges.map(({ node }) => node));
    });
    return () => {
      over = true;
    };
  }, [client]);
  return useMemo(() => {
    const all = [{ id, name, role }, ...atWork, ...found];
    return all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index);
  }, [id, name, role, atWork, found]);
};
