import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { Kind, parse, print, stripIgnoredCharacters, visit, type DocumentNode, type FieldNode } from 'graphql';
import { wireError } from '@perspectief/edge';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const isTypename = ({ name, alias }: FieldNode): boolean => name.value === '__typename' && alias === undefined;

const textOf = (document: DocumentNode): string => stripIgnoredCharacters(print(document));

const withoutTypenames = (document: DocumentNode): DocumentNode =>
  visit(document, { Field: (field) => (isTypename(field) ? null : undefined) });

/** Clients add the names of types for their caches. */
const withTypenames = (document: DocumentNode): DocumentNode =>
  visit(withoutTypenames(document), {
    SelectionSet: (set, _key, parent) =>
      parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION ? undefined : { ...set, selections: [...set.selections, TYPENAME] },
  });

/** SHA-256 of the operation as GraphQL prints it without spaces and without `__typename`: the same for any spelling of it. */
export const operationId = (text: string): string => createHash('sha256').update(textOf(withoutTypenames(parse(text)))).digest('hex');

/** Id and text of each operation, as the service reads it. */
export const manifestOf = (operations: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(operations.map((text) => [operationId(text), textOf(withTypenames(parse(text)))]));

const MOST_KEPT = 5_000;

/** The operations that a service answers, and no other. */
export class PersistedOperations {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly known = new Set<string>();

  constructor(manifest: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(manifest));
  }

  static read(file: string): PersistedOperations {
    return new PersistedOperations(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  }

  textOf(id: unknown): string | undefined {
    return typeof id === 'string' ? this.texts.get(id) : undefined;
  }

  accepts(text: string): boolean {
    if (this.known.has(text)) return true;
    const accepted = this.isListed(text);
    if (accepted && this.known.size < MOST_KEPT) this.known.add(text);
    return accepted;
  }

  private isListed(text: string): boolean {
    try {
      return this.texts.has(operationId(text));
    } catch {
      return false;
    }
  }
}

/** As clients send it: the id under `extensions.persistedQuery.sha256Hash`, in place of the text. */
interface Sent {
  query?: unknown;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } };
}

/** Texts in place of ids; before the routes are there. */
export const readPersistedIds = (server: FastifyInstance, operations: PersistedOperations): void => {
  server.addHook('preValidation', async ({ body, url }) => {
    if (!/^\/graphql(\?|$)/.test(url) || typeof body !== 'object' || body === null) return;
    const sent = body as Sent;
    if (sent.query === undefined || sent.query === '') sent.query = operations.textOf(sent.extensions?.persistedQuery?.sha256Hash) ?? '';
  });
};

/** Nothing else is parsed, be it sent as text, and over a socket too. */
export const acceptPersistedOnly = (server: FastifyInstance, operations: PersistedOperations): void => {
  const check = async (_schema: unknown, source: string): Promise<void> => {
    if (!operations.accepts(source)) throw wireError('BAD_USER_INPUT');
  };
  server.graphql.addHook('preParsing', check);
  server.graphql.addHook('preSubscriptionParsing', check);
};
