import { linear, type Pen } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { lowOf, zeroOf, type Box } from "./layout.ts";

/** Where the poles of A lie: how fast each part of the kernel fades (left) and turns (up and down). */
export function poles(pen: Pen, box: Box, title: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "lambda");
  g.append("text")
    .attr("class", "tick")
    .attr("x", box.left)
    .attr("y", box.top - 8)
    .text(title);
  const x0 = box.right - 14;
  g.append("path")
    .attr("class", "axis strong")
    .attr("d", `M${box.left} ${zeroOf(box)}H${box.right}M${x0} ${box.top}V${lowOf(box)}`);
  const marks = g.append("path").attr("class", "wire ring");
  const word = (x: number, y: number, anchor: string) =>
    g
      .append("text")
      .attr("class", "tick halo")
      .attr("x", x)
      .attr("y", y)
      .attr("text-anchor", anchor);
  const left = word(box.left, zeroOf(box) + 16, "start");
  const top = word(x0 - 6, box.top + 10, "end");
  return ({ layer: { diagonal, N } }: Run) => {
    const re = diagonal?.system.A.re ?? Float64Array.from({ length: N }, (_, n) => -n - 1);
    const im = diagonal?.system.A.im ?? new Float64Array(N);
    const [wide, tall] = [Math.max(1, -Math.min(...re)), Math.max(0, ...im)];
    const x = linear(-wide, 0, box.left + 8, x0);
    const y = linear(-Math.max(1, tall), Math.max(1, tall), lowOf(box) - 5, box.top + 5);
    let d = "";
    re.forEach((a, n) => {
      for (const w of im[n] === 0 ? [0] : [im[n]!, -im[n]!])
        d += `M${(x(a) - 3).toFixed(1)} ${(y(w) - 3).toFixed(1)}l6 6m0 -6l-6 6`;
    });
    marks.attr("d", d);
    left.text(format(-wide, 3));
    top.text(tall > 0 ? `${format(tall, 3)} i` : "");
  };
}
