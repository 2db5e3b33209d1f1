import { linear, type Pen } from "../../kit/draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import { largest, numbersAt, type Run, type Setting } from "./compute.ts";
import { sub, type Box } from "./numbers.ts";
import { readable, recallAt } from "./recall.ts";

const POINTS = 48;

/** A row of small pictures: each number times its polynomial, over the stretch that is held, all on one scale. */
export function parts(pen: Pen, box: Box, count: number, say: (word: "parts") => string) {
  const gap = 10;
  const width = (box.right - box.left - gap * (count - 1)) / count;
  const title = pen
    .append("text")
    .attr("class", "tick")
    .attr("x", box.left)
    .attr("y", box.top + 11);
  title.text(say("parts"));
  const top = box.top + 20;
  const height = box.height - 38;
  const zero = top + height / 2;
  const cells = Array.from({ length: count }, (_, i) => {
    const left = box.left + i * (width + gap);
    const g = pen.append("g").attr("data-symbol", "coef").attr("class", "part");
    const frame = g.append("rect").attr("x", left).attr("y", top).attr("width", width);
    frame.attr("height", height).attr("rx", 4);
    g.append("path").attr("class", "axis").attr("d", `M${left} ${zero}h${width}`);
    const shape = g.append("path").attr("class", "line thin faint");
    const curve = g.append("path").attr("class", "line thin");
    const name = g.append("text").attr("class", "tick").attr("text-anchor", "middle");
    name.attr("x", left + width / 2).attr("y", top + height + 15);
    return { g, shape, curve, name, left };
  });

  return ({ result: r, values: v, t }: Moment<Setting, Run>, chosen?: number) => {
    const told = readable(r, t) ? recallAt(r, t) : undefined;
    const c = numbersAt(r, t);
    const page = Math.floor((chosen ?? 0) / count) * count;
    const most = Math.max(1e-9, largest(r.u)) * 1.15;
    cells.forEach(({ g, shape, curve, name, left }, i) => {
      const n = page + i;
      g.attr("display", told && n < v.N ? null : "none").classed("chosen", n === chosen);
      shape.attr("d", "");
      curve.attr("d", "");
      name.text("");
      if (!told || n >= v.N) return;
      const rows = told.to - told.from;
      const x = linear(0, POINTS, left + 3, left + width - 3);
      let [pure, scaled] = ["", ""];
      let peak = 1e-9;
      const g0: number[] = [];
      for (let k = 0; k <= POINTS; k++) {
        const value = told.basis(Math.round((k / POINTS) * rows), n);
        g0.push(value);
        peak = Math.max(peak, Math.abs(value));
      }
      const y = (value: number) => zero - Math.max(-1, Math.min(1, value)) * (height / 2 - 3);
      g0.forEach((value, k) => {
        const pen = k === 0 ? "M" : "L";
        pure += `${pen}${x(k).toFixed(1)} ${y(value / peak).toFixed(1)}`;
        scaled += `${pen}${x(k).toFixed(1)} ${y((c[n]! * value) / most).toFixed(1)}`;
      });
      shape.attr("d", pure);
      curve.attr("d", scaled);
      name.text(`c${sub(n)} = ${format(c[n]!, 2)}`);
    });
  };
}
