interface Connection<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

export interface AllPages<Node> {
  readonly nodes: readonly Node[];
  /** False where a page did not come: what was read before it is there. */
  readonly whole: boolean;
}

/** A list from its beginning, or from a cursor, to its end, however many pages it takes. `ask` answers nothing where there is no answer. */
export const allPages = async <Node>(ask: (cursor: string | null) => Promise<Connection<Node> | undefined>, from: string | null = null): Promise<AllPages<Node>> => {
  const nodes: Node[] = [];
  for (let cursor = from; ; ) {
    const page = await ask(cursor);
    if (!page) return { nodes, whole: false };
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { nodes, whole: true };
    cursor = page.pageInfo.endCursor;
  }
};
