import type { Box } from "../../draw/box.ts";
import { type Anchor, linear, type Pen, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";

/** Where the poles of A lie: how fast each part of the kernel fades (left) and turns (up and down). */
export function poles(pen: Pen, box: Box, title: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "lambda");
  write(g, box.left, box.top - 8, "start", title);
  const x0 = box.right - 14;
  stroke(g, "axis strong").attr(
    "d",
    `M${box.left} ${box.cy}H${box.right}M${x0} ${box.top}V${box.bottom}`,
  );
  const marks = stroke(g, "wire ring");
  const word = (x: number, y: number, anchor: Anchor) => write(g, x, y, anchor, "", "tick halo");
  const left = word(box.left, box.cy + 16, "start");
  const top = word(x0 - 6, box.top + 10, "end");
  return ({ layer: { diagonal, N } }: Run) => {
    const re = diagonal?.system.A.re ?? Float64Array.from({ length: N }, (_, n) => -n - 1);
    const im = diagonal?.system.A.im ?? new Float64Array(N);
    const [wide, tall] = [Math.max(1, -Math.min(...re)), Math.max(0, ...im)];
    const x = linear(-wide, 0, box.left + 8, x0);
    const y = linear(-Math.max(1, tall), Math.max(1, tall), box.bottom - 5, box.top + 5);
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
