import { useCallback } from 'react';
import { useClient } from 'urql';
import {
  AreasDocument, PutAreaDocument, PutPersonDocument, PutTeamDocument, StaffDocument, TeamsDocument, type PutAreaMutationVariables, type PutPersonMutationVariables,
  type PutTeamMutationVariables, type StaffQuery,
} from '@perspectief/graphql-contract/administration';
import { useFormat } from '@perspectief/ui';
import { useTranslation } from 'react-i18next';
import { heard } from '../../data/positions';
import { usePage } from '../../data/use-page';

export type Person = Extract<StaffQuery['people'], { readonly __typename: 'PersonConnection' }>['edges'][number]['node'];
export interface Team { readonly id: string; readonly name: string; readonly area: string }
export interface Area { readonly code: string; readonly name: string }

const TOPIC = 'directory';
const MOST = 200;

export interface StaffChoice {
  readonly role: string;
  readonly area: string;
  readonly active: boolean;
}

export const useStaff = ({ role, area, active }: StaffChoice) =>
  usePage(StaffDocument, 'people', { roles: role ? [role] : null, area: area || null, active, first: MOST, cursor: null }, { topic: TOPIC, subject: `${role}:${area}:${active}` });

export const useTeams = () => usePage(TeamsDocument, 'teams', { first: MOST }, { topic: TOPIC, subject: 'teams' });
export const useAreas = () => usePage(AreasDocument, 'areas', { first: MOST }, { topic: TOPIC, subject: 'areas' });

/** What was wrong, in a sentence, and with which field; nothing when it was done. */
export type Wrong = { readonly sentence: string; readonly field: string | undefined } | undefined;

const documents = { person: PutPersonDocument, team: PutTeamDocument, area: PutAreaDocument } as const;
type Inputs = { readonly person: PutPersonMutationVariables['input']; readonly team: PutTeamMutationVariables['input']; readonly area: PutAreaMutationVariables['input'] };
export type Put = <Kind extends keyof Inputs>(kind: Kind, input: Inputs[Kind]) => Promise<Wrong>;

type Told = { readonly __typename: string; readonly field?: string | null; readonly sentence?: { readonly nl: string; readonly en: string } };

/** Puts a record in place of what stood there; put twice, it is the same. */
export const usePut = (): Put => {
  const client = useClient();
  const { says } = useFormat();
  const { t } = useTranslation('ui');
  return useCallback(async (kind, input) => {
    const { data, error } = await client.mutation(documents[kind], { input } as never).toPromise();
    const told = Object.values((data ?? {}) as Record<string, Told>)[0];
    if (error || !told) return { sentence: t('broken'), field: undefined };
    heard(TOPIC);
    return told.sentence ? { sentence: says(told.sentence), field: told.field ?? undefined } : undefined;
  }, [client, says, t]);
};
