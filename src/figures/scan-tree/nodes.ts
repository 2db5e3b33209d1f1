import type { EnterElement, Selection } from "d3";
import { brief } from "../../draw/brief.ts";
import { brush, type Pen, tenth } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import type { Detail, Grid, Layout } from "./layout.ts";
import type { Node } from "./network.ts";
import { ARRIVED } from "./wires.ts";

export interface NodeLook {
  readonly grid: Grid;
  readonly t: number;
  readonly chosen: number | undefined;
  readonly lit: ReadonlySet<number>;
}

/** Whether a node holds its number at a moment. */
export const holds = ({ level }: Node, t: number): boolean =>
  level <= Math.floor(t) || (level === Math.floor(t) + 1 && t % 1 >= ARRIVED);

/** Whether a result differs from the true one by more than rounding. */
export function wrongResults({ network, results, truth }: Run): ReadonlySet<number> {
  const wrong = new Set<number>();
  network.results.forEach((node, t) => {
    const [b, right] = [results[t]![1], truth[t]![1]];
    if (Math.abs(b - right) > 1e-9 * Math.max(1, Math.abs(b), Math.abs(right))) wrong.add(node);
  });
  return wrong;
}

/** One node as it is drawn. */
interface Card {
  readonly name: string;
  readonly at: string;
  readonly half: number;
  readonly detail: Detail;
  readonly wrong: boolean;
  readonly numbers: readonly [a: string, b: string];
}

function cardsOf(r: Run, look: NodeLook, wrong: ReadonlySet<number>): Card[] {
  const { grid, t, chosen, lit } = look;
  const final = new Set(r.network.results);
  return r.network.nodes.map((node, i) => {
    const there = holds(node, t);
    const names: Readonly<Record<string, boolean>> = {
      [node.kind]: true,
      final: final.has(i),
      "to-come": !there,
      lit: lit.has(i),
      chosen: i === chosen,
      wrong: there && wrong.has(i),
    };
    const [a, b] = r.numbers[i]!.map((x) => (there ? brief(x, grid.chars) : ""));
    const detail = grid.detail(node.level);
    return {
      name: ["scan-node", ...Object.keys(names).filter((k) => names[k])].join(" "),
      at: `translate(${tenth(grid.x(node.column))},${tenth(grid.y(node.level))})`,
      half: grid.h(node.level),
      detail,
      wrong: there && wrong.has(i),
      numbers: [detail === "sum" ? "" : a!, b!],
    };
  });
}

/** The nodes with their numbers, as many of them as there is room for. */
export function nodes(pen: Pen, { type }: Layout) {
  const drawDots = dots(pen);
  const cards = pen.append("g").attr("class", "scan-nodes");
  const enter = (g: Selection<EnterElement, Card, SVGGElement, unknown>) => {
    const fresh = g.append("g");
    fresh.append("rect").attr("rx", 5);
    for (const name of ["parted", "struck"]) fresh.append("path").attr("class", name);
    for (const id of ["a1", "b1"])
      fresh.append("text").attr("class", "value").attr("data-symbol", id);
    return fresh;
  };
  return (r: Run, look: NodeLook) => {
    const wrong = wrongResults(r);
    drawDots(r.network.nodes, look, wrong);
    const { w, detail } = look.grid;
    const g = cards
      .selectAll<SVGGElement, Card>("g.scan-node")
      .data(detail(1) === "dot" ? [] : cardsOf(r, look, wrong))
      .join(enter)
      .attr("class", (c) => c.name)
      .attr("transform", (c) => c.at);
    g.select("rect")
      .attr("x", tenth(-w))
      .attr("y", (c) => tenth(-c.half))
      .attr("width", tenth(2 * w))
      .attr("height", (c) => tenth(2 * c.half));
    g.select(".parted").attr("d", ({ detail, half }) =>
      detail === "beside" ? `M0 ${tenth(-half)}V${tenth(half)}` : "",
    );
    g.select(".struck").attr("d", ({ wrong, half }) =>
      wrong ? `M${tenth(w - 5)} ${tenth(-half - 4)}l8 8m0 -8l-8 8` : "",
    );
    const aside = (c: Card) => (c.detail === "beside" ? tenth(w / 2) : 0);
    const lift = (c: Card, up: number) => tenth((c.detail === "stacked" ? up : 0.36) * type);
    g.select("text[data-symbol=a1]")
      .attr("x", (c) => -aside(c))
      .attr("y", (c) => lift(c, -0.24))
      .text((c) => c.numbers[0]);
    g.select("text[data-symbol=b1]")
      .attr("x", aside)
      .attr("y", (c) => lift(c, 0.86))
      .text((c) => c.numbers[1]);
  };
}

/** All nodes as dots of a few kinds, one path each: a zero-length stroke with a round cap is a dot. */
function dots(pen: Pen) {
  const g = pen.append("g").attr("class", "scan-dots");
  const path = brush(g);
  const kinds = {
    later: path("later-dot"),
    done: path("done-dot"),
    lit: path("lit-dot"),
    wrong: path("wrong-dot"),
    chosen: path("chosen-dot"),
  };
  return (list: readonly Node[], look: NodeLook, wrong: ReadonlySet<number>) => {
    const { grid, t, chosen, lit } = look;
    const d = { later: "", done: "", lit: "", wrong: "", chosen: "" };
    if (grid.detail(1) === "dot")
      list.forEach((node, i) => {
        const [x, y] = [tenth(grid.x(node.column)), tenth(grid.y(node.level))];
        const done = holds(node, t);
        d[done ? (lit.has(i) ? "lit" : "done") : "later"] += `M${x} ${y}h0`;
        if (wrong.has(i) && done) d.wrong += `M${tenth(x - 3)} ${tenth(y - 3)}l6 6m0 -6l-6 6`;
        const r = tenth(grid.w + 3.5);
        if (i === chosen)
          d.chosen = `M${tenth(x + r)} ${y}a${r} ${r} 0 1 0 ${-2 * r} 0a${r} ${r} 0 1 0 ${2 * r} 0`;
      });
    for (const kind of ["later", "done", "lit", "wrong", "chosen"] as const)
      kinds[kind]
        .attr("d", d[kind])
        .attr("stroke-width", kind === "wrong" || kind === "chosen" ? null : tenth(2 * grid.w));
  };
}
