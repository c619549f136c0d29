import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider, useClient } from 'urql';
import { useFormat, useToast } from '@perspectief/ui';
import type { CommandInputs } from '@perspectief/graphql-contract/command-inputs';
import { openVault } from '../drafts/vault';
import { makeClient } from './client';
import { send, type Command, type CommandName, type Outcome } from './command';
import { Outbox } from './outbox';
import { wrote } from './positions';

const Waiting = createContext<Outbox | undefined>(undefined);

const OutboxHere = ({ children }: { readonly children: ReactNode }) => {
  const client = useClient();
  const tell = useToast();
  const { t } = useTranslation();
  const { says } = useFormat();
  const outbox = useMemo(
    () =>
      new Outbox(client, (_command, outcome) => {
        if (outcome.phase === 'accepted') wrote(outcome.position);
        if (outcome.phase === 'accepted') tell({ sentence: t('outbox.sent') });
        if (outcome.phase === 'refused') tell({ sentence: says(outcome.sentence) });
        if (outcome.phase === 'failed') tell({ sentence: t('outbox.failed') });
      }),
    [client, tell, t, says],
  );
  useEffect(() => outbox.start(), [outbox]);
  return <Waiting.Provider value={outbox}>{children}</Waiting.Provider>;
};

/** The API for whoever is signed in; another person gets another client and another vault. */
export const DataProvider = ({ person, children }: { readonly person: string; readonly children: ReactNode }) => {
  const [client] = useState(() => {
    openVault(person);
    return makeClient();
  });
  return (
    <Provider value={client}>
      <OutboxHere>{children}</OutboxHere>
    </Provider>
  );
};

const useOutbox = (): Outbox => {
  const outbox = useContext(Waiting);
  if (!outbox) throw new Error('no outbox outside DataProvider');
  return outbox;
};

/** What still waits for the network. */
export const useWaiting = (): readonly Command[] => {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.list);
};

export interface SendOptions {
  /** Given again after a refusal that was put right it must be a new one; after a broken wire the same. Left out: a new one. */
  readonly commandId?: string;
  readonly happenedOn?: string | undefined;
}

export type SendCommand = <Name extends CommandName>(name: Name, input: CommandInputs[Name], options?: SendOptions) => Promise<Outcome>;

/** Sends a command and lets every open page catch up with it; without a network it is kept and sent once later. */
export const useCommand = (): SendCommand => {
  const client = useClient();
  const outbox = useOutbox();
  return useCallback(
    async (name, input, { commandId = crypto.randomUUID(), happenedOn } = {}) => {
      const command: Command = { name, commandId, input: { ...input }, happenedOn };
      const outcome = navigator.onLine ? await send(client, command) : ({ phase: 'kept' } as const);
      if (outcome.phase === 'accepted') wrote(outcome.position);
      if (outcome.phase === 'kept') await outbox.add(command);
      return outcome;
    },
    [client, outbox],
  );
};
