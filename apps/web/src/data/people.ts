import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, type Client } from 'urql';
import { NamesByIdDocument } from '@perspectief/graphql-contract/names';
import { usePerson } from '../session/session-provider';

/** The name behind an id of the directory, as far as this reader may know it. */
export type NameOf = (id: string | null | undefined) => string;

const MOST = 200;
const SOON_MS = 10;

/** An id is no name: until the answer is there, and who is not in the directory keeps the id. */
const NOT_YET = '…';

/** Names of staff that this page asked for before; a new page of the browser begins without. */
const known = new Map<string, string>();
const asked = new Set<string>();
const waiting = new Set<string>();
const listeners = new Set<() => void>();
let version = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const ask = async (client: Client): Promise<void> => {
  timer = undefined;
  const ids = [...waiting].slice(0, MOST);
  for (const id of ids) waiting.delete(id);
  if (waiting.size > 0) timer = setTimeout(() => void ask(client), SOON_MS);
  const { data } = await client.query(NamesByIdDocument, { ids, first: MOST }).toPromise();
  // An answer that did not come is asked for again by the next page.
  if (data?.people.__typename !== 'PersonConnection') for (const id of ids) asked.delete(id);
  else {
    for (const id of ids) known.set(id, id);
    for (const { node } of data.people.edges) known.set(node.id, node.name);
    // Whose name may not be told yet may be told to a next page.
    const told = new Set(data.people.edges.map(({ node }) => node.id));
    for (const id of ids) if (!told.has(id)) asked.delete(id);
  }
  version += 1;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Only ids of the directory: those of households and their members are no names of staff. */
const isStaff = (id: string): boolean => id !== 'clock' && !id.startsWith('policy:') && !/^[\da-f]{8}-/.test(id);

/** Names of the people of a page, asked for together whichever part wants them. */
export const usePeople = (ids: readonly (string | null | undefined)[]): NameOf => {
  const me = usePerson();
  const client = useClient();
  const { t } = useTranslation('terms');
  useSyncExternalStore(subscribe, () => version);
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))].filter(isStaff).sort().join(' ');
  useEffect(() => {
    for (const id of wanted.split(' ').filter((one) => one !== '' && !asked.has(one))) {
      asked.add(id);
      waiting.add(id);
    }
    if (waiting.size > 0) timer ??= setTimeout(() => void ask(client), SOON_MS);
  }, [client, wanted]);
  return (id) => {
    if (!id) return '';
    if (id === me.id) return me.name;
    // What time or a rule did, nobody did.
    return id === 'clock' || id.startsWith('policy:') ? t('actor.clock') : (known.get(id) ?? NOT_YET);
  };
};
