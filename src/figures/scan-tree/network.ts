import { replay, spans, type Span, type Trace, type TraceStep } from "../../numerics/scanTrace.ts";

/** An operand of a node: the earlier one is to stand on the left. */
export interface Wire {
  readonly from: number;
  readonly order: "earlier" | "later" | "only";
  /** The source lies behind other nodes of its column: it is read again. */
  readonly again: boolean;
}

export interface Node {
  readonly kind: "leaf" | "join" | "pass" | "identity";
  /** Its line of the picture, 0 for the leaves, and its place in it. */
  readonly level: number;
  readonly column: number;
  readonly wires: readonly Wire[];
  /** The elements it stands for; null for none. */
  readonly span: Span;
  /** Where its number is found in the replayed trace. */
  readonly row: number;
  readonly slot: number;
}

/** A scan as a drawing: its nodes by level, from left to right. */
export interface Network {
  readonly n: number;
  readonly nodes: readonly Node[];
  /** What each level of the drawing is for; the leaves have none. */
  readonly phases: readonly Trace["levels"][number]["phase"][];
  /** The node that holds each result. */
  readonly results: readonly number[];
}

/** The network of a trace. A copy that only moves a value to another slot is no node, but the tree's way down is. */
export function networkOf(trace: Trace): Network {
  const { n, levels } = trace;
  const runs = Array.from({ length: n }, (_, i): Span => ({ from: i, to: i }));
  const covered = replay(trace, runs, spans).rows;
  const nodes: Node[] = runs.map((span, i) => ({
    kind: "leaf",
    level: 0,
    column: i,
    wires: [],
    span,
    row: 0,
    slot: i,
  }));
  let holder = nodes.map((_, i): number | undefined => i);
  const phases: Network["phases"][number][] = [];
  levels.forEach(({ phase, steps }, k) => {
    const next = [...holder];
    const fresh: Node[] = [];
    const place = placeOf(phase, n, nodes);
    const joined = new Set(steps.map((s) => (s.kind === "combine" ? s.left : -1)));
    const add = (kind: Node["kind"], into: number, column: number, wires: readonly Wire[]) => {
      next[into] = nodes.length + fresh.length;
      const [row, level] = [k + 1, phases.length + 1];
      fresh.push({ kind, level, column, wires, span: covered[row]![into]!, row, slot: into });
    };
    const wire = (slot: number, order: Wire["order"], column: number): Wire => {
      const from = holder[slot]!;
      const source = nodes[from]!;
      const hidden = (x: Node) => x.column === column && x.level > source.level;
      return { from, order, again: source.column === column && nodes.some(hidden) };
    };
    for (const step of steps) {
      if (step.kind === "identity") add("identity", step.into, place(step, holder), []);
      else if (step.kind === "combine") {
        const at = place(step, holder);
        add("join", step.into, at, [wire(step.left, "earlier", at), wire(step.right, "later", at)]);
      } else if (phase === "down" && joined.has(step.from))
        add("pass", step.into, step.into, [wire(step.from, "only", step.into)]);
      else next[step.into] = holder[step.from];
    }
    holder = next;
    if (fresh.length === 0) return;
    fresh.sort((p, q) => p.column - q.column);
    // Sorted into their places, they have other numbers.
    for (const [i, node] of fresh.entries()) holder[node.slot] = nodes.length + i;
    nodes.push(...fresh);
    phases.push(phase);
  });
  const results = Array.from({ length: n }, (_, i) => holder[trace.output + i]!);
  return { n, nodes, phases, results };
}

/** The column of what a step writes: its slot's own, at the edge where a tree is cut, or where the carry stands. */
function placeOf(phase: Network["phases"][number], n: number, nodes: readonly Node[]) {
  return (step: TraceStep, holder: readonly (number | undefined)[]): number => {
    if (step.into < n || step.kind !== "combine" || phase === "down" || phase === "up")
      return Math.min(step.into, n - 1);
    return nodes[holder[step.right]!]!.column;
  };
}

/** All that a node depends on, itself included. */
export function dependencies({ nodes }: Network, node: number): ReadonlySet<number> {
  const found = new Set([node]);
  for (const i of found) for (const { from } of nodes[i]!.wires) found.add(from);
  return found;
}

/** The node to look at: the reader's, or the last join of the level that is being done. */
export function lookedAt(network: Network, chosen: number, t: number): number | undefined {
  if (chosen > 0) return Math.min(chosen, network.nodes.length) - 1;
  const level = Math.ceil(t);
  if (level === 0) return undefined;
  const here = (kind: Node["kind"]) =>
    network.nodes.findLastIndex((x) => x.level === level && x.kind === kind);
  const join = here("join");
  return join >= 0 ? join : network.nodes.findLastIndex((x) => x.level === level);
}
