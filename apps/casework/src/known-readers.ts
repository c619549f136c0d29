import type { FastifyInstance } from 'fastify';
import { Kind, type DocumentNode } from 'graphql';
import { mustBeSignedIn, wireError, type EdgeContext } from '@perspectief/edge';

interface WithHooks {
  readonly graphql: {
    addHook(name: 'preExecution', hook: (schema: unknown, document: DocumentNode, context: EdgeContext) => Promise<void>): void;
  };
}

/** A query for anything but the schema itself. */
const readsSomething = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === 'query' &&
      definition.selectionSet.selections.some((field) => field.kind !== Kind.FIELD || !field.name.value.startsWith('__')),
  );

/** Deny by default: who is not known reads nothing. Commands say so themselves, as a refusal. */
export const demandKnownReaders = (server: FastifyInstance): void => {
  (server as unknown as WithHooks).graphql.addHook('preExecution', async (_schema, document, { actor, unavailable }) => {
    if (actor || !readsSomething(document)) return;
    if (unavailable) throw wireError('UNAVAILABLE');
    mustBeSignedIn({ actor });
  });
};
