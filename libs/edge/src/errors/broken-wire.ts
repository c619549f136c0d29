import { GraphQLError } from 'graphql';
import { isOutOfReach } from '@perspectief/runtime';
import type { SentencePair } from '../sentences/sentence.js';

/** What went wrong when nobody meant to say no: told without internals. */
export const wireSentences = {
  CONFLICT: {
    nl: 'Iemand anders veranderde dit op hetzelfde moment. Probeer het opnieuw.',
    en: 'Somebody else changed this at the same moment. Try again.',
  },
  UNAVAILABLE: {
    nl: 'Het systeem is even niet bereikbaar. Probeer het over een paar minuten opnieuw.',
    en: 'The system cannot be reached for now. Try again in a few minutes.',
  },
  FORBIDDEN: {
    nl: 'Je mag dit niet zien of doen. Vraag het aan je teamleider.',
    en: 'You may not see or do this. Ask your team leader.',
  },
  NOT_FOUND: {
    nl: 'Dit is niet gevonden. Controleer het nummer.',
    en: 'This was not found. Check the id.',
  },
  BAD_USER_INPUT: {
    nl: 'De vraag aan het systeem klopt niet. Controleer de velden en hun waarden.',
    en: 'The request is not well formed. Check the fields and their values.',
  },
  INTERNAL: {
    nl: 'Er ging iets mis. Er is niets opgeslagen. Probeer het later opnieuw.',
    en: 'Something went wrong. Nothing was stored. Try again later.',
  },
} as const satisfies Record<string, SentencePair>;
export type WireCode = keyof typeof wireSentences;

/** The five of the platform, by name: they come from ports that the edge does not know. */
const CODES: Readonly<Record<string, WireCode>> = {
  Conflict: 'CONFLICT',
  Unavailable: 'UNAVAILABLE',
  Forbidden: 'FORBIDDEN',
  NotFound: 'NOT_FOUND',
};

/** A database that is full or away is one also where it was asked for something beside the log. */
export const wireCodeOf = (error: unknown): WireCode => (error instanceof Error && CODES[error.name]) || (isOutOfReach(error) ? 'UNAVAILABLE' : 'INTERNAL');

/** A GraphQL error that says no more than it must. The cause stays with the program, for its own log. */
export const wireError = (code: WireCode, cause?: unknown): GraphQLError =>
  new GraphQLError(wireSentences[code].en, {
    extensions: { code, sentence: wireSentences[code] },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });
