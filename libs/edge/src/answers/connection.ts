import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { cursorOf, pageInfo, PageInfo } from '../queries/page-info.js';

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The classes of a Relay connection over a type of node. */
export const connectionOf = <Node extends object>(Node: Type<Node>, name: string): Type<Connection<Node>> => {
  @ObjectType(`${name}Edge`)
  class NodeEdge {
    @Field(() => Node) node!: Node;
    @Field(() => String) cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection {
    @Field(() => [NodeEdge]) edges!: readonly NodeEdge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int) totalCount!: number;
  }
  return NodeConnection;
};

const LONGEST_CURSOR = 400;

const isPlace = (value: unknown, length: number): value is readonly string[] =>
  Array.isArray(value) && value.length === length && value.every((part) => typeof part === 'string');

/** The place that a cursor stands for; undefined for what no page ever gave. */
export const placeIn = (cursor: string, length: number): readonly string[] | undefined => {
  if (cursor.length > LONGEST_CURSOR) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return isPlace(place, length) ? place : undefined;
  } catch {
    return undefined;
  }
};

/** A connection of one page of items. */
export const connected = <Node>(
  page: { readonly items: readonly Node[]; readonly hasNext: boolean; readonly total: number },
  placeOf: (node: Node) => readonly string[],
): Connection<Node> => {
  const edges = page.items.map((node) => ({ node, cursor: cursorOf(placeOf(node)) }));
  const last = page.items.at(-1);
  return { edges, pageInfo: pageInfo(last && placeOf(last), page.hasNext), totalCount: page.total };
};
