import { isAction, isStreamCommand, type CaseworkAction as Action } from '@perspectief/access';
import { wireError, type EdgeContext } from '@perspectief/edge';
import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Desk } from './desk.js';
import { guardedPushes } from './pushes.js';
import type { Arguments } from './subjects.js';

type Field = GraphQLField<unknown, EdgeContext>;
type Resolve = GraphQLFieldResolver<unknown, EdgeContext>;
type Wrap = (action: Action, original: Resolve, desk: Desk) => Resolve;

const commandName = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);

/** The action of a field in the policies; none for a field that no policy knows. */
export const actionOf = (kind: 'query' | 'mutation' | 'subscription', field: string): Action | undefined => {
  const name = kind === 'mutation' ? commandName(field) : field;
  return isAction(name) && isStreamCommand(name) === (kind === 'mutation' && isStreamCommand(name)) ? name : undefined;
};

/** A field that no policy knows answers nobody. */
const denied: Resolve = () => {
  throw wireError('FORBIDDEN');
};

const asQuestion: Wrap = (action, original, desk) => (source, args: Arguments, context, info) =>
  desk.question(action, args, context, async (seeing) => (await original(source, args, seeing, info)) as unknown);

const asCommand: Wrap = (action, original, desk) => (source, args: Arguments, context, info) =>
  desk.command(action, (args['input'] ?? {}) as Arguments, context, async (sending) => (await original(source, args, sending, info)) as unknown);

const guardFields = (fields: readonly Field[], kind: 'query' | 'mutation', wrap: Wrap, desk: Desk): void => {
  for (const field of fields) {
    const action = actionOf(kind, field.name);
    field.resolve = action ? wrap(action, field.resolve ?? defaultFieldResolver, desk) : denied;
  }
};

const guardPushes = (fields: readonly Field[], desk: Desk): void => {
  for (const field of fields) {
    const action = actionOf('subscription', field.name);
    field.subscribe = action && field.subscribe ? guardedPushes(action, field.subscribe, desk) : denied;
  }
};

const fieldsOf = (type: { getFields(): Record<string, Field> } | null | undefined): readonly Field[] => (type ? Object.values(type.getFields()) : []);

/** Puts the desk before every root field of the schema: a resolver cannot forget it, and a new field is denied until a policy names it. */
export const guardSchema = (schema: GraphQLSchema, desk: Desk): GraphQLSchema => {
  guardFields(fieldsOf(schema.getQueryType() as never), 'query', asQuestion, desk);
  guardFields(fieldsOf(schema.getMutationType() as never), 'mutation', asCommand, desk);
  guardPushes(fieldsOf(schema.getSubscriptionType() as never), desk);
  return schema;
};
