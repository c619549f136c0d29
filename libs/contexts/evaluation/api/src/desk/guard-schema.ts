import { isStudyAction, type StudyAction } from '@perspectief/access';
import { wireError } from '@perspectief/edge';
import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Arguments, AskerContext, StudyDesk } from './desk.js';

type Field = GraphQLField<unknown, AskerContext>;
type Resolve = GraphQLFieldResolver<unknown, AskerContext>;

const commandName = (field: string): string => field.charAt(0).toUpperCase() + field.slice(1);

/** The name of a root field in the policies; none for a field that no policy knows. */
export const studyActionOf = (kind: 'query' | 'mutation', field: string): StudyAction | undefined => {
  const name = kind === 'mutation' ? commandName(field) : field;
  return isStudyAction(name) ? name : undefined;
};

const denied: Resolve = () => {
  throw wireError('FORBIDDEN');
};

const guarded = (action: StudyAction, original: Resolve, desk: StudyDesk): Resolve => async (source, args: Arguments, context, info) => {
  const asker = await desk.admit(action, { ...args, ...(args['input'] as Arguments | undefined) }, context);
  const answer: unknown = await original(source, args, { ...context, asker }, info);
  await desk.write(asker, action, 'answered');
  return answer;
};

const guardFields = (type: { getFields(): Record<string, Field> } | null | undefined, kind: 'query' | 'mutation', desk: StudyDesk): void => {
  for (const field of Object.values(type?.getFields() ?? {})) {
    const action = studyActionOf(kind, field.name);
    field.resolve = action ? guarded(action, field.resolve ?? defaultFieldResolver, desk) : denied;
  }
};

/** Puts the desk before every root field: a new one answers nobody until a policy names it. */
export const guardStudies = (schema: GraphQLSchema, desk: StudyDesk): GraphQLSchema => {
  guardFields(schema.getQueryType() as never, 'query', desk);
  guardFields(schema.getMutationType() as never, 'mutation', desk);
  return schema;
};
