import { Kind, type DocumentNode, type VariableDefinitionNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

const standsForItself = ({ type, defaultValue, variable }: VariableDefinitionNode, variables: Variables): boolean =>
  defaultValue !== undefined && type.kind === Kind.NON_NULL_TYPE && variables[variable.name.value] === undefined;

/**
 * What the compiler of questions (graphql-jit 0.8.9 under mercurius 16.10.1) gets wrong: of a document with several operations it answers the
 * one that was compiled first, whichever is asked; a variable that may not be null, and whose default should stand, it calls missing.
 */
export const compilesWrongly = ({ definitions }: DocumentNode, variables: Variables | null | undefined): boolean => {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length > 1 || operations.some(({ variableDefinitions }) => variableDefinitions?.some((one) => standsForItself(one, variables ?? {})));
};

/** A hook of mercurius: what is handed back is executed as it is, uncompiled. */
export const plainly = async (_schema: unknown, document: DocumentNode, _context: unknown, variables?: Variables | null): Promise<{ document: DocumentNode } | undefined> =>
  compilesWrongly(document, variables) ? { document } : undefined;
