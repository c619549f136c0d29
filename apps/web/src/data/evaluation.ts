import { useCallback, useEffect, useState } from 'react';
import { Client, fetchExchange, type AnyVariables, type CombinedError, type DocumentInput } from 'urql';
import type { Says } from '@perspectief/ui';
import { SIGNED_OUT } from '../session/session-provider';

/** The evaluation answers on the same address, under a path of its own: a service of its own stands behind it. */
const client = new Client({
  url: '/evaluation/graphql', preferGetMethod: false, fetchOptions: { credentials: 'same-origin' }, requestPolicy: 'network-only', exchanges: [fetchExchange],
});

const sentenceIn = (error: CombinedError | undefined): Says | undefined => error?.graphQLErrors[0]?.extensions['sentence'] as Says | undefined;

const noteSignedOut = (error: CombinedError | undefined): void => {
  const code = error?.graphQLErrors[0]?.extensions['code'];
  const status = (error?.response as Response | undefined)?.status;
  if (code === 'NOT_SIGNED_IN' || status === 401) window.dispatchEvent(new Event(SIGNED_OUT));
};

export interface Asked<Data> {
  /** What was answered, now or before: a page keeps what it shows while it asks again. */
  readonly found: Data | undefined;
  /** Why there is nothing; undefined where the service itself did not answer. */
  readonly sentence: Says | undefined;
  readonly failed: boolean;
  readonly askAgain: () => void;
}

/** One question to the evaluation, asked again when its variables change or somebody asks for that. */
export const useAsked = <Data, Variables extends AnyVariables>(document: DocumentInput<Data, Variables>, variables: Variables): Asked<Data> => {
  const question = JSON.stringify(variables);
  const [held, setHeld] = useState<{ readonly found: Data | undefined; readonly sentence: Says | undefined; readonly failed: boolean }>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    void client.query(document, JSON.parse(question) as Variables).toPromise().then(({ data, error }) => {
      noteSignedOut(error);
      if (wanted) setHeld((before) => ({ found: data ?? (error ? before?.found : undefined), sentence: sentenceIn(error), failed: error !== undefined }));
    });
    return () => {
      wanted = false;
    };
  }, [document, question, turn]);
  const askAgain = useCallback(() => setTurn((now) => now + 1), []);
  return { found: held?.found, sentence: held?.sentence, failed: held?.failed ?? false, askAgain };
};

interface Done {
  readonly done: { readonly __typename: string; readonly sentence?: Says };
}

/** Sends a change. Answers why not in a sentence, or nothing when it was done; null where nobody answered. */
export const sendToEvaluation = async <Variables extends AnyVariables>(document: DocumentInput<Done, Variables>, variables: Variables): Promise<Says | null | undefined> => {
  const { data, error } = await client.mutation(document, variables).toPromise();
  noteSignedOut(error);
  if (error || !data) return sentenceIn(error) ?? null;
  return data.done.__typename === 'Refused' ? data.done.sentence : undefined;
};
