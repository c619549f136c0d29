import type { FastifyInstance } from 'fastify';
import { Kind, type DocumentNode } from 'graphql';
import { wireError } from '@perspectief/edge';
import { signInError, type SignInContext, type Sockets } from './sign-in/index.js';

/** Anything but a question for the schema itself. */
const asksSomething = (document: DocumentNode): boolean =>
  document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      (definition.operation !== 'query' ||
        definition.selectionSet.selections.some((field) => field.kind !== Kind.FIELD || !field.name.value.startsWith('__'))),
  );

const mustBeKnown = ({ actor, refused, unavailable }: SignInContext): void => {
  if (unavailable) throw wireError('UNAVAILABLE');
  if (!actor) throw signInError(refused ?? 'NOT_SIGNED_IN');
};

/** In production nobody asks for the schema: of who is not known nothing is parsed, for checking a long question takes longer than its limits spare. */
export const parseForKnownPeople = (server: FastifyInstance): void => {
  server.graphql.addHook<SignInContext>('preParsing', async (_schema, _source, context) => mustBeKnown(context));
};

/** Deny by default: who is not known reads nothing, does nothing and hears nothing. */
export const demandKnownPeople = (server: FastifyInstance, sockets: Sockets): void => {
  server.graphql.addHook<SignInContext>('preExecution', async (_schema, document, context) => {
    if (asksSomething(document)) mustBeKnown(context);
  });
  server.graphql.addHook<SignInContext>('preSubscriptionExecution', async (_schema, _document, context) => {
    mustBeKnown(context);
    if (!context.socket || !context.standing) return;
    if (!(await sockets.stands(context.standing))) throw signInError('TOKEN_EXPIRED');
    sockets.add(context.socket, context.standing);
  });
};
