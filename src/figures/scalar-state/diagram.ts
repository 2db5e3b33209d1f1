import type { Pen } from "../../kit/draw/picture.ts";
import { letter } from "../../kit/draw/picture.ts";
import { fixed } from "../../kit/format.ts";
import type { SymbolId } from "../../notation.ts";
import type { Run, Setting } from "./compute.ts";
import { wires, type Layout, type WireId } from "./geometry.ts";

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
const ARRIVED = { h: 0.58, y: 0.9 };

const ease = (s: number) => (s < 0.5 ? 2 * s * s : 1 - 2 * (1 - s) ** 2);

/** The flow diagram: values of the present step in the nodes, and on their way along the wires between two steps. */
export function diagram(pen: Pen, layout: Layout, delayWord: string) {
  const { nodes: n, r } = layout;
  const lines = wires(layout);
  const ids = Object.keys(lines) as WireId[];
  for (const id of ids)
    pen
      .append("path")
      .attr("class", "wire")
      .attr("data-symbol", colours[id])
      .attr("d", lines[id].path)
      .attr("marker-end", "url(#arrow)");

  const shape = (id: SymbolId, [x, y]: readonly [number, number], round: boolean) => {
    const g = pen
      .append("g")
      .attr("class", "node")
      .attr("data-symbol", id)
      .attr("transform", `translate(${x},${y})`);
    if (round) g.append("circle").attr("r", r);
    else
      g.append("rect")
        .attr("x", 4 - r)
        .attr("y", 6 - r)
        .attr("width", 2 * r - 8)
        .attr("height", 2 * r - 12)
        .attr("rx", 9);
    letter(g, id, 0, -2).attr("text-anchor", "middle");
    return g.append("text").attr("class", "value").attr("y", 14);
  };
  const sum = pen
    .append("g")
    .attr("class", "node")
    .attr("data-symbol", "h")
    .attr("transform", `translate(${n.sum})`);
  sum.append("circle").attr("r", r - 8);
  sum.append("path").attr("class", "cross").attr("d", "M-6 0H6M0-6V6");

  const delay = pen.append("g").attr("class", "delay");
  delay
    .append("rect")
    .attr("x", -14)
    .attr("y", -11)
    .attr("width", 28)
    .attr("height", 22)
    .attr("rx", 5);
  delay.append("text").attr("class", "value").attr("y", 4).text("z⁻¹");
  const caption = delay
    .append("text")
    .attr("class", "tick")
    .attr("text-anchor", "middle")
    .attr("y", 26);
  if (layout.width > 400) caption.text(delayWord);

  const values = {
    u: shape("u", n.u, true),
    B: shape("B", n.B, false),
    h: shape("h", n.h, true),
    A: shape("A", n.A, false),
    C: shape("C", n.C, false),
    y: shape("y", n.y, true),
    D: shape("D", n.D, false),
  };
  const tokens = Object.fromEntries(
    ids.map((id) => {
      const g = pen.append("g").attr("class", "token").attr("data-symbol", colours[id]);
      g.append("rect")
        .attr("x", -21)
        .attr("y", -10)
        .attr("width", 42)
        .attr("height", 20)
        .attr("rx", 10);
      return [id, { g, text: g.append("text").attr("class", "value").attr("y", 4) }];
    }),
  ) as unknown as Record<WireId, { g: Pen; text: Pen }>;

  return (run: Run, v: Setting, t: number) => {
    const now = Math.min(run.u.length - 1, Math.floor(t));
    const phase = Math.min(1, t - now);
    const delayed = v.readout === "delayed";
    const next = Math.min(run.u.length - 1, now + 1);
    // The delayed system moves on with the present input, the immediate one with the next.
    const input = run.u[delayed ? now : next]!;
    const seen = phase > (delayed ? ARRIVED.h : 0) ? next : now;
    const state = run.h[phase >= ARRIVED.h ? next : now]!;
    values.u.text(fixed(run.u[seen]!));
    values.h.text(fixed(state));
    values.y.text(fixed(run.y[phase >= ARRIVED.y ? next : now]!));
    for (const k of ["A", "B", "C", "D"] as const) values[k].text(fixed(v[k.toLowerCase() as "a"]));

    const spot = delayed ? lines.sumh.at(0.5) : lines.hA.at(0.38);
    delay.attr("transform", `translate(${spot})`);
    const carried: Record<WireId, number> = {
      uB: input,
      Bsum: v.b * input,
      hA: run.h[now]!,
      Asum: v.a * run.h[now]!,
      sumh: run.h[next]!,
      hC: run.h[next]!,
      Cy: v.c * run.h[next]!,
      uD: run.u[next]!,
      Dy: v.d * run.u[next]!,
    };
    for (const id of ids) {
      const [from, to] = journeys[id];
      const s = (phase - from) / (to - from);
      const moving = s >= 0 && s <= 1;
      tokens[id].g.attr("opacity", moving ? 1 : 0);
      if (!moving) continue;
      tokens[id].g.attr("transform", `translate(${lines[id].at(ease(s))})`);
      tokens[id].text.text(fixed(carried[id]));
    }
  };
}
