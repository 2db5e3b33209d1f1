import { type Pen, stroke } from "../../draw/picture.ts";
import { letter } from "../../draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";
import type { Run } from "./compute.ts";
import { wires, type Layout, type Wire, type WireId } from "./geometry.ts";
import type { Setting } from "./params.ts";

const ids = ["uB", "Bsum", "sumh", "hA", "Asum", "hC", "Cy", "uD", "Dy"] as const;

const colours: Record<WireId, SymbolId> = {
  uB: "u",
  Bsum: "B",
  sumh: "h",
  hA: "h",
  Asum: "A",
  hC: "h",
  Cy: "C",
  uD: "u",
  Dy: "D",
};

/** When each value travels within the way from one step to the next; what is left of 1 is the pause. */
const journeys: Record<WireId, readonly [from: number, to: number]> = {
  uB: [0.02, 0.2],
  hA: [0.02, 0.2],
  Bsum: [0.22, 0.42],
  Asum: [0.22, 0.42],
  sumh: [0.44, 0.58],
  hC: [0.62, 0.74],
  uD: [0.62, 0.74],
  Cy: [0.76, 0.9],
  Dy: [0.76, 0.9],
};

const ease = (s: number) => (s < 0.5 ? 2 * s * s : 1 - 2 * (1 - s) ** 2);

type Values = Record<"u" | "h" | "y" | "A" | "B" | "C" | "D", Pen>;

/** Wires, nodes and the sum; returns the texts that show values. */
function drawNodes(
  pen: Pen,
  { nodes: n, r }: Layout,
  lines: Readonly<Record<WireId, Wire>>,
): Values {
  for (const id of ids)
    stroke(pen, "wire", colours[id]).attr("d", lines[id].path).attr("marker-end", "url(#arrow)");
  const group = (id: SymbolId, at: readonly [number, number]) =>
    pen
      .append("g")
      .attr("class", "node")
      .attr("data-symbol", id)
      .attr("transform", `translate(${at})`);
  const label = (g: Pen, id: SymbolId) => {
    letter(g, id, 0, -1).attr("text-anchor", "middle");
    return g.append("text").attr("class", "value").attr("y", 13) as unknown as Pen;
  };
  const round = (id: "u" | "h" | "y") => {
    const g = group(id, n[id]);
    g.append("circle").attr("r", r);
    return label(g, id);
  };
  const square = (id: "A" | "B" | "C" | "D") => {
    const g = group(id, n[id]);
    const [w, h] = [2 * r - 8, 2 * r - 12];
    g.append("rect")
      .attr("x", -w / 2)
      .attr("y", -h / 2)
      .attr("width", w)
      .attr("height", h)
      .attr("rx", 9);
    return label(g, id);
  };
  const sum = group("h", n.sum);
  sum.append("circle").attr("r", r - 8);
  stroke(sum, "cross").attr("d", "M-6 0H6M0-6V6");
  const [u, h, y] = [round("u"), round("h"), round("y")];
  return { u, h, y, A: square("A"), B: square("B"), C: square("C"), D: square("D") };
}

/** The unit delay z⁻¹: between sum and state, or in the loop where the read-out is immediate. */
function drawDelay(pen: Pen, layout: Layout, word: string): Pen {
  const g = pen.append("g").attr("class", "delay");
  g.append("rect").attr("x", -14).attr("y", -11).attr("width", 28).attr("height", 22).attr("rx", 5);
  g.append("text").attr("class", "value").attr("y", 4).text("z⁻¹");
  if (layout.width > 400)
    g.append("text").attr("class", "tick").attr("text-anchor", "middle").attr("y", 26).text(word);
  return g;
}

interface Token {
  readonly g: Pen;
  readonly text: Pen;
}

function drawToken(pen: Pen, id: WireId): Token {
  const g = pen
    .append("g")
    .attr("class", "token")
    .attr("data-symbol", colours[id])
    .attr("opacity", 0);
  g.append("rect")
    .attr("x", -21)
    .attr("y", -10)
    .attr("width", 42)
    .attr("height", 20)
    .attr("rx", 10);
  return { g, text: g.append("text").attr("class", "value").attr("y", 4) as unknown as Pen };
}

/** What each wire carries on the way from step `now` to the next one. */
function carried(run: Run, v: Setting, now: number, next: number): Record<WireId, number> {
  // The delayed system moves on with the present input, the immediate one with the next.
  const input = run.u[v.readout === "delayed" ? now : next]!;
  const [before, after] = [run.h[now]!, run.h[next]!];
  return {
    uB: input,
    Bsum: v.b * input,
    hA: before,
    Asum: v.a * before,
    sumh: after,
    hC: after,
    Cy: v.c * after,
    uD: run.u[next]!,
    Dy: v.d * run.u[next]!,
  };
}

/** The flow diagram: values of the present step in the nodes, and on their way along the wires between two steps. */
export function diagram(pen: Pen, layout: Layout, delayWord: string) {
  const lines = wires(layout);
  const values = drawNodes(pen, layout, lines);
  const delay = drawDelay(pen, layout, delayWord);
  const tokens = ids.map((id) => drawToken(pen, id));
  return (run: Run, v: Setting, t: number) => {
    const end = run.u.length - 1;
    const now = Math.min(end, Math.floor(t));
    const next = Math.min(end, now + 1);
    const phase = Math.min(1, t - now);
    const delayed = v.readout === "delayed";
    // The nodes hold what the caption speaks of until the whole step is done; what moves is the next one.
    for (const k of ["u", "h", "y"] as const) values[k].text(fixed(run[k][now]!));
    for (const k of ["A", "B", "C", "D"] as const) values[k].text(fixed(v[k.toLowerCase() as "a"]));
    delay.attr("transform", `translate(${delayed ? lines.sumh.at(0.5) : lines.hA.at(0.38)})`);
    const load = carried(run, v, now, next);
    ids.forEach((id, k) => {
      const [from, to] = journeys[id];
      const s = (phase - from) / (to - from);
      const moving = s >= 0 && s <= 1;
      tokens[k]!.g.attr("opacity", moving ? 1 : 0);
      if (!moving) return;
      tokens[k]!.g.attr("transform", `translate(${lines[id].at(ease(s))})`);
      tokens[k]!.text.text(fixed(load[id]));
    });
  };
}
