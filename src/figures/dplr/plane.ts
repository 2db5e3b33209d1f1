import { below, beside, ticks } from "../../draw/axis.ts";
import { type Box, grown } from "../../draw/box.ts";
import { offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import type { Run } from "./compute.ts";
import type { Phrase } from "./phrases.ts";

/** Eigenvalues in the plane, both axes by their inverse hyperbolic sine: true ones as rings, those found as crosses. */
export function plane(pen: Pen, box: Box, say: (word: Phrase) => string) {
  const { left, right, top, height } = box;
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "lambda");
  const axes = stroke(g, "axis");
  const numbers = ticks(g);
  const inside = clipped(g, grown(box, 5, 5), `dplr-plane-${left}-${top}`);
  const rings = stroke(inside, "ring");
  const crosses = stroke(inside, "found");
  const beyond = offScale(g, say("beyond"));
  const centre = top + height / 2;
  const narrow = right - left < 200;
  write(g, Math.max(4, left - 50), top - 10, "start", say("imaginary"));
  write(g, right, box.bottom + 34, "end", say("real"));
  const key = g
    .append("g")
    .attr(
      "transform",
      `translate(${left + (narrow ? -36 : 0)},${box.bottom + (narrow ? 48 : 30)})`,
    );
  stroke(key, "ring").attr("d", ring(5, 0));
  write(key, 14, 4, "start", say("exact"));
  stroke(key, "found").attr("d", cross(62, 0));
  write(key, 71, 4, "start", say("found"));
  return ({ eigen }: Run, { N }: Run) => {
    const most = (N * N) / Math.PI + 1;
    const end = Math.asinh(most);
    const side = linear(-end, Math.asinh(1) * 0.6, left, right);
    const [x, up] = [(v: number) => side(Math.asinh(v)), linear(-end, end, box.bottom, top)];
    const y = (v: number) => up(Math.asinh(v));
    axes.attr("d", `M${left} ${centre}H${right}M${x(0).toFixed(1)} ${top}V${box.bottom}`);
    const tens = [1, 10, 100, 1000].filter((t) => t < most);
    const shown = narrow ? tens.filter((t) => t === 10 || t === 1000) : tens;
    numbers([
      ...shown.map((t) => below(box, x(-t), minus(-t))),
      ...[0, ...shown.flatMap((t) => [t, -t])].map((t) => beside(box, y(t), minus(t))),
    ]);
    const all = (set: { re: Float64Array; im: Float64Array }, mark: typeof ring) =>
      Array.from(set.re, (re, k) => mark(x(re), y(set.im[k]!))).join("");
    rings.attr("d", eigen ? all(eigen.exact, ring) : "");
    crosses.attr("d", eigen ? all(eigen.found, cross) : "");
    const farthest = reach(0, eigen?.exact.im ?? []);
    const tip = `M${x(0) - 4} ${top + 7}l4 -7l4 7zM${x(0) - 4} ${box.bottom - 7}l4 7l4 -7z`;
    beyond(farthest > most ? tip : "", { x: right, y: box.bottom - 4 });
  };
}

const minus = (x: number) => String(x).replace("-", "−");
const ring = (x: number, y: number) =>
  `M${(x - 4.5).toFixed(1)} ${y.toFixed(1)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0`;
const cross = (x: number, y: number) =>
  `M${(x - 3).toFixed(1)} ${(y - 3).toFixed(1)}l6 6m0 -6l-6 6`;
