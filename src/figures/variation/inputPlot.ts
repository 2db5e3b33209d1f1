import { area } from "../../draw/area.ts";
import { beside, ticks } from "../../draw/axis.ts";
import { curve, letter, type Pen, stroke, write } from "../../draw/picture.ts";
import { bySlopes, moments, slicesAt } from "./compute.ts";
import { inputAt } from "./input.ts";
import type { Layout } from "./layout.ts";
import type { Phrase } from "./phrases.ts";
import { across, type Now, scales } from "./scales.ts";

/** The input over two seconds, the part of it that the step sees, and its slices so far. */
export function inputPlot(pen: Pen, { input: b }: Layout, say: (word: Phrase) => string) {
  const [x, y] = [across(b), scales.input(b)];
  write(pen, b.left, b.top - 9, "start", say("input"), "tick axis-title");
  letter(pen, "u", b.left - 36, b.cy + 6);
  stroke(pen, "axis").attr("d", `M${b.left} ${b.bottom}H${b.right}`);
  ticks(pen)([beside(b, b.top + 6, 1.5), beside(b, b.bottom, 0)]);
  const parts = slices(pen);
  const later = stroke(pen, "line smooth thin", "u");
  const taken = stroke(pen, "line", "u");
  return ({ result: r, values: v, t }: Now) => {
    const u = moments.map((s) => inputAt(v, s));
    later.attr(
      "d",
      curve(u, (i) => x(moments[i]!), y),
    );
    const [first, last] = r.ends;
    const seen = (s: number) =>
      v.way === "smooth" ? inputAt(v, s) : first + ((last - first) * s) / v.dt;
    const inside = Array.from({ length: 49 }, (_, i) => (i / 48) * v.dt);
    taken.attr(
      "d",
      curve(inside.map(seen), (i) => x(inside[i]!), y),
    );
    parts(bySlopes(v) ? [] : sliced(r.edges, slicesAt(t), seen, x, y));
  };
}

/** The slices so far, the last one brought out. */
export function slices(pen: Pen) {
  const [before, last] = [
    stroke(pen, "variation-slice", "u"),
    stroke(pen, "variation-slice now", "u"),
  ];
  return (paths: readonly string[]) => {
    before.attr("d", paths.slice(0, -1).join(""));
    last.attr("d", paths.at(-1) ?? "");
  };
}

/** The first n slices between a function and zero. */
export const sliced = (
  edges: Float64Array,
  n: number,
  f: (s: number) => number,
  x: (s: number) => number,
  y: (value: number) => number,
): string[] =>
  Array.from({ length: n }, (_, k) => {
    const s = (i: number) => edges[k]! + (i / 3) * (edges[k + 1]! - edges[k]!);
    return area(
      (i) => x(s(i)),
      (i) => y(f(s(i))),
      () => y(0),
      0,
      3,
    );
  });
