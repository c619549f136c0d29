import type { FastifyInstance } from 'fastify';
import { specifiedRules, validate, type DocumentNode, type GraphQLSchema, type ValidationRule } from 'graphql';
import { wireError } from '@perspectief/edge';

/** Brackets within brackets: far more than the limit on depth lets through, far fewer than a parser has stack for. */
const DEEPEST = 200;

/** Counted in the text, for what digs deeper cannot even be parsed without running out of stack. */
const digsTooDeep = (source: string): boolean => {
  let depth = 0;
  for (const sign of source) {
    if (sign === '{' || sign === '[' || sign === '(') depth += 1;
    else if (sign === '}' || sign === ']' || sign === ')') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
};

const refuseTooDeep = async (_schema: GraphQLSchema, source: string): Promise<void> => {
  if (digsTooDeep(source)) throw wireError('BAD_USER_INPUT');
};

const isFine = (schema: GraphQLSchema, document: DocumentNode, rules: readonly ValidationRule[]): boolean => {
  try {
    return validate(schema, document, rules).length === 0;
  } catch {
    // Nested so deep that checking it ran out of stack.
    return false;
  }
};

/** What comes over the socket passes the same rules as what comes by post; Mercurius asks them of the latter alone. */
export const limitSubscriptions = (server: FastifyInstance, limits: readonly ValidationRule[]): void => {
  server.graphql.addHook('preParsing', refuseTooDeep);
  server.graphql.addHook('preSubscriptionExecution', async (schema, document) => {
    if (!isFine(schema, document, limits) || !isFine(schema, document, specifiedRules)) throw wireError('BAD_USER_INPUT');
  });
};
