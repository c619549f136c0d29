import { centsOf } from '@perspectief/ui';
import type { FlowLink } from './use-pots';

export const COLUMNS = ['contributed', 'life-area', 'benefits'] as const;
export type ColumnKind = (typeof COLUMNS)[number];

export interface FlowNode {
  readonly id: string;
  readonly kind: ColumnKind;
  readonly name: string;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  /** In cents. */
  readonly links: readonly { readonly source: string; readonly target: string; readonly value: number }[];
}

const idOf = ({ kind, name }: FlowLink['from']): string => `${kind}:${name}`;
const columnOf = (kind: string): ColumnKind => COLUMNS.find((column) => column === kind) ?? 'life-area';

/** The nodes and links of the money, without what came to nothing. */
export const flowOf = (links: readonly FlowLink[]): Flow => {
  const kept = links.filter(({ amount }) => centsOf(amount) > 0);
  const nodes = new Map(kept.flatMap(({ from, to }) => [from, to]).map((node) => [idOf(node), { id: idOf(node), kind: columnOf(node.kind), name: node.name }]));
  return { nodes: [...nodes.values()], links: kept.map(({ from, to, amount }) => ({ source: idOf(from), target: idOf(to), value: centsOf(amount) })) };
};

export interface Finding {
  /** All that was spent, in cents. */
  readonly total: number;
  /** The life area that got most. */
  readonly most: string;
  /** Its share in whole percents. */
  readonly share: number;
  readonly areas: number;
}

/** What the picture shows, from the same numbers; nothing while nothing was spent. */
export const findingOf = ({ nodes, links }: Flow): Finding | undefined => {
  const spent = nodes.filter(({ kind }) => kind === 'life-area').map(({ id, name }) => ({ name, value: links.filter(({ target }) => target === id).reduce((sum, { value }) => sum + value, 0) }));
  const total = spent.reduce((sum, { value }) => sum + value, 0);
  const [first] = [...spent].sort((one, other) => other.value - one.value);
  return first && total > 0 ? { total, most: first.name, share: Math.round((first.value / total) * 100), areas: spent.length } : undefined;
};
