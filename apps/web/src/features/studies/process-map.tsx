import { useMemo } from 'react';
import { graphlib, layout } from '@dagrejs/dagre';
import { line, curveBasis } from 'd3-shape';
import css from './process.module.css';

export interface MapArc {
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  /** Days. */
  readonly medianWait: number | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const HEIGHT = 40;
const LETTER = 8.2;
const WIDEST_ARC = 9;
const widthOf = (name: string): number => Math.max(96, name.length * LETTER + 28);

const path = line<Point>().x(({ x }) => x).y(({ y }) => y).curve(curveBasis);

const drawn = (arcs: readonly MapArc[], labelOf: (arc: MapArc) => string) => {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 56, marginx: 16, marginy: 16 });
  for (const name of new Set(arcs.flatMap(({ from, to }) => [from, to]))) graph.setNode(name, { width: widthOf(name), height: HEIGHT });
  for (const arc of arcs) if (arc.from !== arc.to) graph.setEdge(arc.from, arc.to, { width: labelOf(arc).length * LETTER, height: 20, labelpos: 'c' });
  layout(graph);
  const nodes = graph.nodes().map((name) => ({ name, ...(graph.node(name) as Point & { readonly width: number }) }));
  const most = Math.max(...arcs.map(({ cases }) => cases));
  const ways = arcs.flatMap((arc) => {
    if (arc.from === arc.to) return [];
    const { points, x, y } = graph.edge(arc.from, arc.to) as Point & { readonly points: readonly Point[] };
    return [{ arc, points, label: { x, y }, strength: Math.max(1.2, (WIDEST_ARC * arc.cases) / most) }];
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { nodes, ways, width, height };
};

/** What follows what: boxes are events, an arrow is as wide as its cases are many. Again and again the same event stands in the table alone. */
export const ProcessMap = ({ arcs, labelOf }: { readonly arcs: readonly MapArc[]; readonly labelOf: (arc: MapArc) => string }) => {
  const { nodes, ways, width, height } = useMemo(() => drawn(arcs, labelOf), [arcs, labelOf]);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} style={{ maxWidth: width }} className={css.map} aria-hidden>
      <defs>
        <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" className={css.head} /></marker>
      </defs>
      {ways.map(({ arc, points, strength }) => <path key={`${arc.from} ${arc.to}`} d={path(points) ?? ''} className={css.arc} strokeWidth={strength} markerEnd="url(#arrow)" />)}
      {nodes.map(({ name, x, y, width: wide }) => (
        <g key={name}>
          <rect x={x - wide / 2} y={y - HEIGHT / 2} width={wide} height={HEIGHT} rx={8} className={css.node} />
          <text x={x} y={y} dy="0.35em" textAnchor="middle" className={css.name}>{name}</text>
        </g>
      ))}
      {ways.map(({ arc, label }) => <text key={`${arc.from} ${arc.to}`} x={label.x} y={label.y} dy="0.35em" textAnchor="middle" className={css.count}>{labelOf(arc)}</text>)}
    </svg>
  );
};
