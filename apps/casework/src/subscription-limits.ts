import type { FastifyInstance } from 'fastify';
import { specifiedRules, validate, type DocumentNode, type GraphQLSchema, type ValidationRule } from 'graphql';
import { wireError } from '@perspectief/edge';

interface WithHooks {
  readonly graphql: {
    addHook(name: 'preSubscriptionExecution', hook: (schema: GraphQLSchema, document: DocumentNode) => Promise<void>): void;
  };
}

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
  (server as unknown as WithHooks).graphql.addHook('preSubscriptionExecution', async (schema, document) => {
    if (!isFine(schema, document, limits) || !isFine(schema, document, specifiedRules)) throw wireError('BAD_USER_INPUT');
  });
};
