import { brush, type Pen, tenth } from "../../draw/picture.ts";
import type { Grid } from "./layout.ts";
import type { Network, Node, Wire } from "./network.ts";

/** How far left of the middle the earlier operand enters a node, and how far right the later one. */
const entry = ({ w, detail }: Grid) => (detail(1) === "dot" ? Math.min(2, 0.5 * w) : 0.42 * w);

/**
 * The way of an operand into a node: down its own column, then across to the node, where the earlier one enters on the
 * left. What is read a second time comes from a stub with an open end. `turned` swaps the sides.
 */
export function wayOf(node: Node, wire: Wire, nodes: readonly Node[], grid: Grid, turned: boolean) {
  const { x, y, h } = grid;
  const source = nodes[wire.from]!;
  const side = { earlier: -1, later: 1, only: 0 }[wire.order] * (turned ? -1 : 1);
  const into = x(node.column) + side * entry(grid);
  const top = y(node.level) - h(node.level);
  if (wire.again) {
    const [sx, sy] = [into + 0.3 * grid.w + 5, top - Math.min(12, 0.3 * grid.pitch)];
    return `M${tenth(sx)} ${tenth(sy)}L${tenth(into)} ${tenth(top)}`;
  }
  const from = x(source.column) + (source.column === node.column ? side * entry(grid) : 0);
  const start = y(source.level) + h(source.level);
  const bend = y(node.level - 1) + h(node.level - 1);
  const straight = `M${tenth(from)} ${tenth(start)}`;
  if (source.column === node.column) return `${straight}V${tenth(top)}`;
  const middle = (bend + top) / 2;
  return `${straight}V${tenth(bend)}C${tenth(from)} ${tenth(middle)} ${tenth(into)} ${tenth(middle)} ${tenth(into)} ${tenth(top)}`;
}

/** Where a stub begins, as the path of a small ring. */
function ringOf(node: Node, wire: Wire, grid: Grid, turned: boolean): string {
  const side = { earlier: -1, later: 1, only: 0 }[wire.order] * (turned ? -1 : 1);
  const into = grid.x(node.column) + side * entry(grid);
  const [cx, cy] = [
    into + 0.3 * grid.w + 5,
    grid.y(node.level) - grid.h(node.level) - Math.min(12, 0.3 * grid.pitch),
  ];
  return `M${tenth(cx + 2)} ${tenth(cy)}a2 2 0 1 0 -4 0a2 2 0 1 0 4 0`;
}

export interface WireLook {
  readonly grid: Grid;
  readonly t: number;
  /** The nodes that the one looked at depends on. */
  readonly lit: ReadonlySet<number>;
  readonly turned: boolean;
}

/** The wires: done, being done (they grow), and to come; those that lead to the node looked at stand out. */
export function wires(pen: Pen) {
  const g = pen.append("g").attr("class", "scan-wires");
  const path = brush(g);
  const [later, past, growing] = [path("to-come"), path("done"), g.append("g")];
  const [lit, rings, litRings] = [path("lit-wire"), path("ring"), path("ring lit-ring")];
  return ({ nodes }: Network, { grid, t, lit: chosen, turned }: WireLook) => {
    const done = Math.floor(t);
    const d = { later: "", past: "", lit: "", rings: "", litRings: "" };
    const now: string[] = [];
    nodes.forEach((node, i) => {
      for (const wire of node.wires) {
        const way = wayOf(node, wire, nodes, grid, turned);
        const shown = node.level <= done;
        if (node.level === done + 1 && t > done) now.push(way);
        if (chosen.has(i)) d.lit += shown || t > done ? way : "";
        d[shown ? "past" : "later"] += way;
        if (wire.again) d[chosen.has(i) ? "litRings" : "rings"] += ringOf(node, wire, grid, turned);
      }
    });
    later.attr("d", d.later);
    past.attr("d", d.past);
    lit.attr("d", d.lit);
    rings.attr("d", grid.detail(1) === "dot" ? "" : d.rings);
    litRings.attr("d", grid.detail(1) === "dot" ? "" : d.litRings);
    growing
      .selectAll("path")
      .data(now)
      .join("path")
      .attr("class", "growing")
      .attr("pathLength", 1)
      .attr("stroke-dasharray", `${tenth(100 * grown(t - done)) / 100} 2`)
      .attr("d", (way) => way);
  };
}

/** The share of its way that an operand has gone, and whether what it makes is there. */
const grown = (phase: number) => Math.min(1, phase / ARRIVED) ** 0.8;
export const ARRIVED = 0.62;
