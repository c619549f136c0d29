import { GraphQLError } from 'graphql';
import type { EdgeContext } from '../command/edge-context.js';
import { sentenceOf } from '../sentences/register.js';

/** For subscriptions, which have no answer to be refused with: who is nobody hears nothing, and is told why at once. */
export const mustBeSignedIn = ({ actor }: EdgeContext): void => {
  if (actor) return;
  const sentence = sentenceOf({ code: 'NOT_SIGNED_IN' });
  throw new GraphQLError(sentence.en, { extensions: { code: 'NOT_SIGNED_IN', sentence } });
};
