import { linear, tick, type Pen } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import { lowOf, type Box } from "./layout.ts";

export type PlaneWord = "real" | "imaginary" | "found" | "exact";

/** Eigenvalues in the plane, both axes by their inverse hyperbolic sine: true ones as rings, those found as crosses. */
export function plane(pen: Pen, box: Box, say: (word: PlaneWord) => string) {
  const { left, right, top, height } = box;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "lambda");
  const axes = g.append("path").attr("class", "axis");
  const ticks = g.append("g");
  const rings = g.append("path").attr("class", "ring");
  const crosses = g.append("path").attr("class", "found");
  const centre = top + height / 2;
  const narrow = right - left < 200;
  tick(g, Math.max(4, left - 50), top - 10, 0, "start").text(say("imaginary"));
  tick(g, right, lowOf(box) + 34, 0, "end").text(say("real"));
  const key = g
    .append("g")
    .attr(
      "transform",
      `translate(${left + (narrow ? -36 : 0)},${lowOf(box) + (narrow ? 48 : 30)})`,
    );
  key.append("path").attr("class", "ring").attr("d", ring(5, 0));
  tick(key, 14, 4, 0, "start").text(say("exact"));
  key.append("path").attr("class", "found").attr("d", cross(62, 0));
  tick(key, 71, 4, 0, "start").text(say("found"));
  return ({ N, eigen }: Run) => {
    const most = (N * N) / Math.PI + 1;
    const end = Math.asinh(most);
    const side = linear(-end, Math.asinh(1) * 0.6, left, right);
    const [x, up] = [(v: number) => side(Math.asinh(v)), linear(-end, end, lowOf(box), top)];
    const y = (v: number) => up(Math.asinh(v));
    axes.attr("d", `M${left} ${centre}H${right}M${x(0).toFixed(1)} ${top}V${lowOf(box)}`);
    const tens = [1, 10, 100, 1000].filter((t) => t < most);
    const shown = narrow ? tens.filter((t) => t === 10 || t === 1000) : tens;
    const marks = [
      ...shown.map((t) => [x(-t), lowOf(box) + 16, -t, "middle"] as const),
      ...[0, ...(narrow ? shown : tens).flatMap((t) => [t, -t])].map(
        (t) => [left - 6, y(t) + 4, t, "end"] as const,
      ),
    ];
    ticks
      .selectAll<SVGTextElement, (typeof marks)[number]>("text")
      .data(marks)
      .join("text")
      .attr("class", "tick")
      .attr("x", (m) => m[0].toFixed(1))
      .attr("y", (m) => m[1].toFixed(1))
      .attr("text-anchor", (m) => m[3])
      .text((m) => String(m[2]).replace("-", "−"));
    const all = (set: { re: Float64Array; im: Float64Array }, mark: typeof ring) =>
      Array.from(set.re, (re, k) => mark(x(re), y(set.im[k]!))).join("");
    rings.attr("d", eigen ? all(eigen.exact, ring) : "");
    crosses.attr("d", eigen ? all(eigen.found, cross) : "");
  };
}

const ring = (x: number, y: number) =>
  `M${(x - 4.5).toFixed(1)} ${y.toFixed(1)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0`;
const cross = (x: number, y: number) =>
  `M${(x - 3).toFixed(1)} ${(y - 3).toFixed(1)}l6 6m0 -6l-6 6`;
