import { GraphQLError } from 'graphql';
import { wireSentences } from '@perspectief/edge';
import { TOO_MANY } from '../http-errors.js';
import { isSignInRefusal, statusOf, told, type SignInRefusal } from '@perspectief/sign-in';

export const UNAVAILABLE = { code: 'UNAVAILABLE', sentence: wireSentences.UNAVAILABLE } as const;

interface Told {
  readonly code: string;
  readonly sentence: { readonly nl: string; readonly en: string };
}

export const signInError = (code: SignInRefusal): GraphQLError => {
  const { sentence } = told(code);
  return new GraphQLError(sentence.en, { extensions: { code, sentence } });
};

export const tooMany = (): GraphQLError => new GraphQLError(TOO_MANY.sentence.en, { extensions: { ...TOO_MANY } });

/** The same refusal as the asker expects it: GraphQL has errors in an answer, everything else a code and a sentence. */
export const bodyFor = (url: string, { code, sentence }: Told): object =>
  /^(\/evaluation)?\/graphql(\?|$)/.test(url) ? { data: null, errors: [{ message: sentence.en, extensions: { code, sentence } }] } : { code, sentence };

/** 401 or 403 for an answer that says nothing but that nobody was let in. */
export const statusOfErrors = (errors: readonly GraphQLError[]): number | undefined => {
  const [code] = errors.map(({ extensions }) => extensions['code']);
  return isSignInRefusal(code) ? statusOf(code) : undefined;
};
