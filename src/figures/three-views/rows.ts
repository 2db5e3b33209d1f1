import { scaleEnd, snug } from "../../draw/axis.ts";
import { cutStems, offScale } from "../../draw/cut.ts";
import type { Box } from "../../draw/box.ts";
import {
  curve,
  letter,
  linear,
  type Pen,
  reach,
  stems,
  stroke,
  write,
} from "../../draw/picture.ts";
import type { SymbolId } from "../../notation.ts";
import type { Moment } from "../../kit/figure.ts";
import { products, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** An axis with its letter and the value at its upper edge; the returned function sets that value and gives the scale. */
export function axis(pen: Pen, box: Box, symbol: SymbolId | undefined, subscript = "") {
  const g = pen.append("g").attr("class", "plot");
  if (symbol) {
    g.attr("data-symbol", symbol);
    letter(g, symbol, 2, box.cy + 6, subscript);
  }
  stroke(g, "axis").attr("d", `M${box.left} ${box.cy}H${box.right}`);
  const top = write(g, box.left - 6, box.top + 11, "end");
  return {
    g,
    path: (name: string) => stroke(g, name),
    scale: (...series: ArrayLike<number>[]) => {
      const most = snug(reach(1e-9, ...series));
      top.text(scaleEnd(most));
      return { most, y: linear(-most, most, box.bottom - 3, box.top + 3) };
    },
  };
}

/** Step t to its place; half a step is left free at both ends. */
export const steps = (box: Box, L: number) => linear(-0.5, L - 0.5, box.left, box.right);

export const inputScale = (r: Run) => snug(reach(1e-9, r.u));

/** The input as it is held, and over it the kernel backwards, so that each weight lies on the input it multiplies. */
export function input(pen: Pen, box: Box) {
  const { g, path, scale } = axis(pen, box, "u", "t");
  const stairs = path("mode");
  const later = path("stem later");
  const past = path("stem");
  const dots = path("dots");
  const flipped = g.append("g").attr("data-symbol", "K");
  const area = stroke(flipped, "share strong");
  const line = stroke(flipped, "line thin");
  return (r: Run, t: number) => {
    const { u, K } = r;
    const x = steps(box, u.length);
    const { y } = scale(u);
    stairs.attr("d", staircase(u, x, y));
    const [before, after] = [stems(u, x, y, 0, t), stems(u, x, y, t + 1)];
    past.attr("d", before.lines);
    dots.attr("d", dense(x) ? "" : before.dots);
    later.attr("d", after.lines);
    const most = reach(1e-300, K.subarray(0, t + 1));
    const height = linear(-most, most, box.bottom - 1, box.top + 1);
    const back = K.subarray(0, t + 1).toReversed();
    const d = curve(back, x, height);
    line.attr("d", d);
    area.attr("d", `${d}V${box.cy}H${x(0).toFixed(2)}Z`);
  };
}

/** Whether dots would run together. */
export const dense = (x: (t: number) => number) => x(1) - x(0) < 2.5;

/** Sample k is held over the step that ends at it. */
function staircase(u: Float64Array, x: (t: number) => number, y: (v: number) => number): string {
  let d = "";
  u.forEach((v, k) => {
    d += `${k === 0 ? "M" : "L"}${x(k - 1).toFixed(1)} ${y(v).toFixed(1)}H${x(k).toFixed(1)}`;
  });
  return d;
}

/** The products, each under its input; together they are the output. */
export function productRow(pen: Pen, box: Box, word: string) {
  const { g, path, scale } = axis(pen, box, undefined);
  g.attr("data-symbol", "y");
  const lines = path("stem");
  const dots = path("dots");
  const beyond = offScale(g, word);
  return ({ result: r, held }: Moment<Setting, Run>, t: number) => {
    const x = steps(box, r.u.length);
    const values = products(r, t);
    const { y } = scale(products(held?.result ?? r, t));
    const drawn = cutStems(box, values, x, y, 0, values.length - 1);
    lines.attr("d", drawn.lines);
    dots.attr("d", dense(x) ? "" : drawn.dots);
    beyond(drawn.off, { x: box.right, y: box.bottom - 3 });
  };
}

/** The lowest and the highest power of ten of the plot of differences. */
const [FLOOR, TOP] = [-17, 1];

/** |difference| of the two discrete outputs, in powers of ten of the largest output. */
export function gapRow(pen: Pen, box: Box) {
  const low = box.bottom;
  const g = pen.append("g").attr("class", "plot");
  const at = linear(FLOOR, TOP, low, box.top);
  stroke(g, "axis").attr("d", `M${box.left} ${low}H${box.right}M${box.left} ${at(0)}H${box.right}`);
  const words = (y: number, text: string) => write(g, box.left - 6, y, "end", text);
  words(at(0) + 5, "1");
  words(low + 2, "10⁻¹⁷");
  const bars = stroke(g, "stem");
  return (r: Run, most: number) => {
    const x = steps(box, r.u.length);
    let d = "";
    r.apart.forEach((gap, t) => {
      const power = Math.log10(gap / most);
      if (!(power > FLOOR)) return;
      d += `M${x(t).toFixed(1)} ${low}V${at(Math.min(TOP, power)).toFixed(1)}`;
    });
    bars.attr("d", d);
  };
}
