import { GraphQLError } from 'graphql';
import { wireCodeOf, wireError, wireSentences } from './broken-wire.js';

/** The two parts of what GraphQL answers that a formatter looks at. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[];
}

export interface FormattedAnswer {
  readonly statusCode: number;
  readonly response: { readonly data: null | Record<string, unknown>; readonly errors: GraphQLError[] };
}

const QUOTED_VALUE = /got invalid value .+?( at "[^"]*")?; (.*)$/s;
const QUOTED_LITERAL = /(: |, found )(.*)$/s;
const QUOTED_CHOICE = /Value ".*?" does not exist/s;
/** What a guess comes near to: where nobody reads the schema, nobody is helped to guess it. */
const SUGGESTION = / Did you mean .*\?$/s;
/** The name of an operation is the sender's own word. */
const QUOTED_OPERATION = /^Unknown operation named .*$/s;
const SYNTAX = 'Syntax Error: ';
const QUOTED_TOKEN = / ".*"/gs;

/** The protocol quotes what was sent; what was sent may be personal, and errors travel to logs. */
export const withoutValue = (message: string): string =>
  message.startsWith(SYNTAX)
    ? message.replace(QUOTED_TOKEN, '')
    : message
        .replace(QUOTED_VALUE, (_, where: string | undefined, why: string) => `has a wrong value${where ?? ''}; ${why}`)
        .replace(QUOTED_LITERAL, '')
        .replace(QUOTED_CHOICE, 'The value does not exist')
        .replace(QUOTED_OPERATION, 'No operation has that name.');

/** Mercurius wraps what the protocol refuses; the single complaints stand inside. */
const complaintsIn = (error: GraphQLError): readonly GraphQLError[] => {
  const inner = (error as { errors?: unknown }).errors ?? (error.originalError as { errors?: unknown } | undefined)?.errors;
  return Array.isArray(inner) ? (inner as GraphQLError[]) : [error];
};

const hasSentence = (error: GraphQLError): boolean => 'code' in (error.extensions ?? {}) && 'sentence' in (error.extensions ?? {});

/** What a resolver throws has a place in the answer; what the protocol refuses never came that far. */
const isProtocols = (error: GraphQLError): boolean => error.path === undefined;

const told = (error: GraphQLError, suggesting: boolean): GraphQLError => {
  const at = { ...(error.path ? { path: error.path } : {}) };
  if (hasSentence(error)) return new GraphQLError(error.message, { ...at, extensions: error.extensions });
  if (isProtocols(error)) {
    const message = withoutValue(error.message);
    return new GraphQLError(suggesting ? message : message.replace(SUGGESTION, ''), { extensions: { code: 'BAD_USER_INPUT', sentence: wireSentences.BAD_USER_INPUT } });
  }
  const { message, extensions } = wireError(wireCodeOf(error.originalError));
  return new GraphQLError(message, { ...at, extensions });
};

/** What lies at the bottom, under the wrappings of GraphQL. */
const causeOf = (error: Error): Error => (error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error);

/**
 * For Mercurius: every error gets a code and a sentence, none gets internals or what was sent.
 * `report` hears the code and the cause, for the service's own log; `suggesting` keeps "Did you mean …?", for who may read the schema.
 */
export const errorFormatter = (
  { data, errors = [] }: Answer,
  report: (code: string, cause: unknown) => void = () => undefined,
  suggesting = false,
): FormattedAnswer => {
  const answers = errors.flatMap(complaintsIn).map((error) => {
    const safe = told(error, suggesting);
    report(String(safe.extensions['code']), causeOf(error));
    return safe;
  });
  const allBadInput = answers.every((error) => error.extensions['code'] === 'BAD_USER_INPUT');
  return {
    statusCode: !data && allBadInput ? 400 : 200,
    response: { data: (data as Record<string, unknown> | null | undefined) ?? null, errors: answers },
  };
};
