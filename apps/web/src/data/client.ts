import { Client, fetchExchange, subscriptionExchange, type CombinedError } from 'urql';
import { mapExchange } from '@urql/core';
import { createClient, type Client as Socket } from 'graphql-ws';
import { SIGNED_OUT } from '../session/session-provider';
import { fetchOrTake } from './asked-ahead';

const socketAddress = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;

const codeOf = (error: CombinedError): unknown => error.graphQLErrors[0]?.extensions['code'];

/** Nobody is signed in any more: the session ended, here or elsewhere. */
const isSignedOut = (error: CombinedError): boolean =>
  codeOf(error) === 'NOT_SIGNED_IN' || codeOf(error) === 'UNAUTHENTICATED' || (error.response as Response | undefined)?.status === 401;

let socket: Socket | undefined;
const listeners = new Set<() => void>();

/** Told when the line for live changes is back: what was missed meanwhile must be asked for again. */
export const onReconnected = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const openSocket = (): Socket => {
  let before = false;
  const made = createClient({ url: socketAddress(), lazy: true, retryAttempts: Infinity, shouldRetry: () => true });
  made.on('connected', () => {
    if (before) for (const listener of listeners) listener();
    before = true;
  });
  return made;
};

/** The page of a day is a value, not an entity: the same trajectory on two days are two pages. Hence no cache by id; pages keep what they show. */
export const makeClient = (): Client =>
  new Client({
    url: '/graphql',
    fetch: fetchOrTake,
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    requestPolicy: 'network-only',
    exchanges: [
      mapExchange({ onError: (error) => isSignedOut(error) && window.dispatchEvent(new Event(SIGNED_OUT)) }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => {
            socket ??= openSocket();
            return { unsubscribe: socket.subscribe({ query: query ?? '', variables }, { ...sink, next: (value) => sink.next(value as never) }) };
          },
        }),
      }),
    ],
  });
