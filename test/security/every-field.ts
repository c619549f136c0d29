import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

export type Ids = Readonly<Record<string, string>>;
type Field = GraphQLField<unknown, unknown>;

export const schemaOf = (printed: string): GraphQLSchema => buildSchema(printed);

const fieldsOf = (type: GraphQLNamedType | null | undefined): readonly Field[] => (isObjectType(type) ? Object.values(type.getFields()) : []);
export const queriesOf = (schema: GraphQLSchema): readonly Field[] => fieldsOf(schema.getQueryType());
export const mutationsOf = (schema: GraphQLSchema): readonly Field[] => fieldsOf(schema.getMutationType());
export const subscriptionsOf = (schema: GraphQLSchema): readonly Field[] => fieldsOf(schema.getSubscriptionType());

const DEEPEST = 6;

/** Everything that may be asked of a type, as deep as the service answers. */
export const selectionOf = (type: GraphQLNamedType, depth = 0): string => {
  if (isUnionType(type)) return `{ __typename ${type.getTypes().map((one) => `... on ${one.name} ${selectionOf(one, depth)}`).join(' ')} }`;
  if (!isObjectType(type)) return '';
  const inside = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (isScalarType(named) || isEnumType(named)) return [field.name];
    return depth < DEEPEST ? [`${field.name} ${selectionOf(named, depth + 1)}`] : [];
  });
  return inside.length > 0 ? `{ ${inside.join(' ')} }` : '{ __typename }';
};

const SCALARS: Readonly<Record<string, unknown>> = {
  ID: '00000000-0000-5000-8000-00000000dead', String: 'x', Int: 1, Float: 1, Boolean: true,
  Amount: '1.00', BusinessDate: '2025-01-15', LocalDateTime: '2025-01-15', Moment: '2030-01-15', Percentage: '1',
};

/** A value that reads well; ids are those of the file that is attacked. */
export const valueOf = (type: GraphQLInputType, name: string, ids: Ids): unknown => {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType, name, ids);
  if (isListType(type)) return [valueOf(type.ofType as GraphQLInputType, name, ids)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, field.name, ids)]));
  return ids[name] ?? SCALARS[getNamedType(type).name] ?? 'x';
};

/** Only what must be given, and every id and moment that may be. */
const isGiven = (name: string, type: GraphQLInputType, moments: boolean): boolean =>
  isNonNullType(type) || ['id', 'trajectoryId', 'householdId', 'budgetId', 'requestId'].includes(name) || (moments && ['asOf', 'knownAt'].includes(name));

export interface Written {
  readonly text: string;
  readonly declared: readonly string[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One field with its arguments as variables, under an alias. */
export const written = (field: Field, alias: string, ids: Ids, { moments = false, more = {} }: { readonly moments?: boolean; readonly more?: Ids } = {}): Written => {
  const given = field.args.filter(({ name, type, defaultValue }) => isGiven(name, type, moments) && defaultValue === undefined);
  const known = { ...ids, ...more, ...(field.name.startsWith('household') && { id: ids['householdId'] ?? '' }) };
  const variables = Object.fromEntries(given.map(({ name, type }) => [`${alias}_${name}`, valueOf(type, name, known)]));
  const args = given.map(({ name }) => `${name}: $${alias}_${name}`).join(', ');
  return {
    text: `${alias}: ${field.name}${args ? `(${args})` : ''} ${selectionOf(getNamedType(field.type))}`,
    declared: given.map(({ name, type }) => `$${alias}_${name}: ${String(type)}`),
    variables,
  };
};

export const operation = (kind: 'query' | 'mutation' | 'subscription', parts: readonly Written[]): { readonly query: string; readonly variables: object } => {
  const declared = parts.flatMap((part) => part.declared);
  return {
    query: `${kind} ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${parts.map(({ text }) => text).join('\n')} }`,
    variables: Object.assign({}, ...parts.map((part) => part.variables)) as object,
  };
};
