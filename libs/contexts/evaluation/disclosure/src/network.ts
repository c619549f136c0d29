/**
 * A table with totals, or a process map, as a network: each figure is a flow along an arc, and at every node what comes in goes
 * out. Whoever knows the shown figures can compute each hidden one back to an interval, and no further: how far it can rise or
 * fall while all shown figures stay the same. That is a maximal flow (for whole numbers exact, not an estimate).
 */
export interface Arc {
  readonly id: string;
  readonly tail: string;
  readonly head: string;
  /** The true figure, a whole number from 0. */
  readonly value: number;
  /** What a reader may know beforehand, such as an impossible combination: it cannot be used to hide another figure. */
  readonly fixed?: boolean;
}

/** What a reader can compute back: the figure lies from `lower` to `upper`, both included. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

interface Edge {
  readonly arc: Arc;
  readonly to: string;
  /** Whether the flow along the arc goes up or down when this edge is used. */
  readonly up: boolean;
}

export class Network {
  private readonly edges = new Map<string, Edge[]>();

  constructor(readonly arcs: readonly Arc[]) {
    for (const arc of arcs) {
      this.edgesOf(arc.tail).push({ arc, to: arc.head, up: true });
      this.edgesOf(arc.head).push({ arc, to: arc.tail, up: false });
    }
  }

  /** How much an arc can rise (or fall) with others that are hidden, up to a limit; Infinity where nothing bounds it. */
  slack(arc: Arc, direction: 'rise' | 'fall', hidden: ReadonlySet<string>, limit = Infinity): number {
    const most = direction === 'fall' ? Math.min(limit, arc.value) : limit;
    return this.push(arc, direction, most, (one) => (hidden.has(one.id) ? 0 : undefined)).pushed;
  }

  /** `limit` is how far to look on either side: an interval that reaches so far may reach further. */
  interval(arc: Arc, hidden: ReadonlySet<string>, limit = Infinity): Interval {
    if (!hidden.has(arc.id)) return { lower: arc.value, upper: arc.value };
    return { lower: arc.value - this.slack(arc, 'fall', hidden, limit), upper: arc.value + this.slack(arc, 'rise', hidden, limit) };
  }

  /** The arcs to hide, cheapest first, so that an arc can move by an amount; undefined where nothing can give it that room. */
  cover(
    arc: Arc,
    direction: 'rise' | 'fall',
    amount: number,
    hidden: ReadonlySet<string>,
    shown: ReadonlySet<string> = new Set(),
  ): ReadonlySet<string> | undefined {
    const price = (one: Arc): number | undefined => {
      if (shown.has(one.id)) return undefined;
      if (hidden.has(one.id)) return 0;
      return one.fixed ? undefined : 1 + one.value;
    };
    const { pushed, used } = this.push(arc, direction, amount, price);
    return pushed >= amount ? used : undefined;
  }

  private edgesOf(node: string): Edge[] {
    const edges = this.edges.get(node) ?? [];
    this.edges.set(node, edges);
    return edges;
  }

  /** Successive cheapest paths from one end of the arc to the other, that turn a rise of the arc into a circle. */
  private push(arc: Arc, direction: 'rise' | 'fall', amount: number, price: (arc: Arc) => number | undefined) {
    const [from, to] = direction === 'rise' ? [arc.head, arc.tail] : [arc.tail, arc.head];
    const flow = new Map<string, number>();
    const used = new Set<string>();
    const left = (one: Arc): number => flow.get(one.id) ?? one.value;
    const costOf = ({ arc: one, up }: Edge): number | undefined => {
      if (one.id === arc.id || (!up && left(one) <= 0)) return undefined;
      return used.has(one.id) ? 0 : price(one);
    };
    let pushed = 0;
    while (pushed < amount) {
      const path = this.cheapest(from, to, costOf);
      if (!path) break;
      const room = path.reduce((least, { arc: one, up }) => (up ? least : Math.min(least, left(one))), amount - pushed);
      for (const { arc: one } of path) used.add(one.id);
      if (room === Infinity) return { pushed: Infinity, used };
      for (const { arc: one, up } of path) flow.set(one.id, left(one) + (up ? room : -room));
      pushed += room;
    }
    return { pushed, used };
  }

  /** Dijkstra; undefined where no path leads there. */
  private cheapest(from: string, to: string, costOf: (edge: Edge) => number | undefined): readonly Edge[] | undefined {
    const best = new Map<string, { readonly cost: number; readonly by?: Edge; readonly before?: string }>([[from, { cost: 0 }]]);
    const open = new Set([from]);
    while (open.size > 0) {
      const node = [...open].reduce((one, other) => ((best.get(other)?.cost ?? 0) < (best.get(one)?.cost ?? 0) ? other : one));
      if (node === to) break;
      open.delete(node);
      for (const edge of this.edges.get(node) ?? []) {
        const price = costOf(edge);
        const cost = (best.get(node)?.cost ?? 0) + (price ?? Infinity);
        if (price === undefined || cost >= (best.get(edge.to)?.cost ?? Infinity)) continue;
        best.set(edge.to, { cost, by: edge, before: node });
        open.add(edge.to);
      }
    }
    const path: Edge[] = [];
    for (let at = best.get(to); at?.by && at.before !== undefined; at = best.get(at.before)) path.unshift(at.by);
    return path.length > 0 ? path : undefined;
  }
}
