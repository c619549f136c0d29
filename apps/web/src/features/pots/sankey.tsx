import { useMemo } from 'react';
import { sankey, sankeyJustify, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { useFormat } from '@perspectief/ui';
import { COLUMNS, type ColumnKind, type Flow, type FlowNode } from './flow';
import css from './pots.module.css';

const WIDTH = 960;
const LABEL = 220;
const NODE_WIDTH = 14;
const ROW = 52;

type Value = { readonly value: number };
type Node = SankeyNode<FlowNode, Value>;
type Link = SankeyLink<FlowNode, Value>;

const layout = (flow: Flow) => {
  const rows = Math.max(...COLUMNS.map((column) => flow.nodes.filter(({ kind }) => kind === column).length));
  const height = Math.max(280, rows * ROW);
  const draw = sankey<FlowNode, Value>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(26)
    .extent([[LABEL, 14], [WIDTH - LABEL, height - 14]]);
  const { nodes, links } = draw({ nodes: flow.nodes.map((node) => ({ ...node })), links: flow.links.map((link) => ({ ...link })) });
  return { nodes, links, height };
};

const TONES: Readonly<Record<ColumnKind, string | undefined>> = { contributed: css.law, 'life-area': css.lifeArea, benefits: css.benefit };

const ends = (link: Link): readonly [Node, Node] => [link.source as Node, link.target as Node];

/** Where the money of a pot went: laws on the left, life areas in the middle, who gains on the right. */
export const Sankey = ({ flow, labelOf }: { readonly flow: Flow; readonly labelOf: (node: FlowNode) => string }) => {
  const { money } = useFormat();
  const { nodes, links, height } = useMemo(() => layout(flow), [flow]);
  const path = sankeyLinkHorizontal<FlowNode, Value>();
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} className={css.sankey} aria-hidden>
      {links.map((link, index) => {
        const [source] = ends(link);
        return <path key={index} d={path(link) ?? ''} className={`${css.link} ${TONES[source.kind] ?? ''}`} strokeWidth={Math.max(1.5, link.width ?? 0)} />;
      })}
      {nodes.map((node) => {
        const { id, kind, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 } = node;
        const left = kind === 'contributed';
        return (
          <g key={id}>
            <rect x={x0} y={y0} width={x1 - x0} height={Math.max(2, y1 - y0)} rx={2} className={`${css.node} ${TONES[kind] ?? ''}`} />
            <text x={left ? x0 - 10 : x1 + 10} y={(y0 + y1) / 2} dy="0.35em" textAnchor={left ? 'end' : 'start'} className={css.label}>
              {labelOf(node)} <tspan className={css.value}>{money(value)}</tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
};
