import { beside, scaleEnd, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { key } from "../../draw/key.ts";
import { curve, type Pen, stroke, tenth, write } from "../../draw/picture.ts";
import { widthOf } from "../../draw/text.ts";
import { bySlopes, moments, SLICES, slicesAt, slopesAt } from "./compute.ts";
import { inputAt } from "./input.ts";
import { sliced, slices } from "./inputPlot.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { across, type Now, ratesOf, scales } from "./scales.ts";

type Say = (word: Phrase) => string;

/** Of each slice what is left at the end; for a rule of slopes the rate, whose area is the change. */
export function middlePlot(pen: Pen, layout: Layout, say: Say) {
  const groups = [pen.append("g"), pen.append("g")] as const;
  const parts = [weighed(groups[0], layout, say), rates(groups[1], layout, say)] as const;
  return (now: Now) => {
    const which = bySlopes(now.values) ? 1 : 0;
    groups.forEach((g, i) => g.attr("display", i === which ? null : "none"));
    parts[which](now);
  };
}

/** The key of a plot stands after its title, in the same line. */
const keyAfter = (b: Box, title: string, type: number) => ({
  left: b.left + widthOf(title, type) + 24,
  right: b.right + 14,
  y: b.top - 9,
  size: type,
});

function weighed(pen: Pen, { middle: b, type }: Layout, say: Say) {
  const [x, y] = [across(b), scales.input(b)];
  write(pen, b.left, b.top - 9, "start", say("weighed"), "tick axis-title");
  key(pen, keyAfter(b, say("weighed"), type), [
    { look: "line thin smooth", symbol: "A", word: say("sharesLeft") },
  ]);
  stroke(pen, "axis").attr("d", `M${b.left} ${b.bottom}H${b.right}`);
  ticks(pen)([beside(b, y(1), 1), beside(b, b.bottom, 0)]);
  const parts = slices(pen);
  const share = stroke(pen, "line thin smooth", "A");
  const top = stroke(pen, "line", "u");
  return ({ result: r, values: v, t }: Now) => {
    const left = (s: number) => (v.way === "mamba" ? 1 : Math.exp(v.a * (v.dt - s)));
    const seen = (s: number) => left(s) * (v.way === "smooth" ? inputAt(v, s) : r.taken);
    const n = slicesAt(t);
    const inside = Array.from({ length: 2 * n + 1 }, (_, i) => (i / (2 * SLICES)) * v.dt);
    const line = (f: (s: number) => number) => curve(inside.map(f), (i) => x(inside[i]!), y);
    share.attr("d", line(left));
    top.attr("d", line(seen));
    parts(sliced(r.edges, n, seen, x, y));
  };
}

function rates(pen: Pen, { middle: b }: Layout, say: Say) {
  const x = across(b);
  write(pen, b.left, b.top - 9, "start", say("rates"), "tick axis-title");
  const axis = stroke(pen, "axis");
  const numbers = ticks(pen);
  const shape = stroke(pen, "variation-slice", "h");
  const exact = stroke(pen, "goal");
  const edge = stroke(pen, "line", "h");
  return (now: Now) => {
    const { result: r, values: v, t } = now;
    const { low, high, y } = scales.rate(now, b);
    const zero = tenth(y(0));
    axis.attr("d", `M${b.left} ${zero}H${b.right}`);
    numbers([
      ...(high > 0 ? [beside(b, b.top + 6, scaleEnd(high))] : []),
      ...(low < 0 ? [beside(b, b.bottom, scaleEnd(low))] : []),
    ]);
    exact.attr(
      "d",
      curve(ratesOf(r, v), (i) => x(moments[i]!), y),
    );
    const { left, right, width } = slopesAt(r, v, t);
    const [from, to] = [x(0), tenth(x(width))];
    const [first, last] = [tenth(y(left)), tenth(y(right))];
    shape.attr("d", `M${from} ${zero}V${first}L${to} ${last}V${zero}Z`);
    edge.attr("d", `M${from} ${first}L${to} ${last}`);
  };
}
