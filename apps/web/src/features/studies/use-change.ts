import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyVariables, DocumentInput } from 'urql';
import { useFormat, type Says } from '@perspectief/ui';
import { sendToEvaluation } from '../../data/evaluation';

type Done = { readonly done: { readonly __typename: string; readonly sentence?: Says } };

/** Sends one change at a time; `sentence` says why the last one was not done. `then` asks the page again. */
export const useChange = (then: () => void) => {
  const { t } = useTranslation('studies');
  const { says } = useFormat();
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string>();
  const change = async <Variables extends AnyVariables>(document: DocumentInput<Done, Variables>, variables: Variables): Promise<void> => {
    setBusy(true);
    const no = await sendToEvaluation(document, variables);
    setSentence(no === undefined ? undefined : no === null ? t('noAnswer') : says(no));
    setBusy(false);
    then();
  };
  return { busy, sentence, change };
};
