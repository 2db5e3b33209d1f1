import type { Box } from "../../draw/box.ts";
import { curve as line, linear, type Pen, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed, format } from "../../kit/format.ts";
import { largest, numbersAt, type Run } from "./compute.ts";
import { sub } from "./numbers.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { readable, recallAt, type Recall } from "./recall.ts";

const POINTS = 48;

/** A row of small pictures: each number times its polynomial, over the stretch that is held, all on one scale. */
export function parts(pen: Pen, box: Box, count: number, say: (word: Phrase) => string) {
  const gap = 10;
  const width = (box.width - gap * (count - 1)) / count;
  const title = write(pen, box.left, box.top + 11);
  title.text(say("parts"));
  const top = box.top + 20;
  const height = box.height - 38;
  const zero = top + height / 2;
  const cells = Array.from({ length: count }, (_, i) => {
    const left = box.left + i * (width + gap);
    const g = pen.append("g").attr("data-symbol", "coef").attr("class", "part");
    const frame = g.append("rect").attr("x", left).attr("y", top).attr("width", width);
    frame.attr("height", height).attr("rx", 4);
    stroke(g, "axis").attr("d", `M${left} ${zero}h${width}`);
    const shape = stroke(g, "line thin faint");
    const curve = stroke(g, "line thin");
    const name = g.append("text").attr("class", "tick").attr("text-anchor", "middle");
    name.attr("x", left + width / 2).attr("y", top + height + 15);
    return { g, shape, curve, name, left };
  });

  return ({ result: r, values: v, t }: Moment<Setting, Run>, chosen?: number) => {
    const told = readable(r, t) ? recallAt(r, t) : undefined;
    const c = numbersAt(r, t);
    const page = Math.floor((chosen ?? 0) / count) * count;
    const basis = cells.map((_, i) => sampled(told, page + i < v.N ? page + i : undefined));
    const parts = basis.map((g, i) => g.map((value) => c[page + i]! * value));
    // The scale of the input, unless the parts are so large that they must cancel.
    const most = Math.max(1e-9, 1.15 * largest(r.u), ...parts.map(largest));
    cells.forEach(({ g, shape, curve, name, left }, i) => {
      const n = page + i;
      const shown = told !== undefined && n < v.N;
      g.attr("display", shown ? null : "none").classed("chosen", n === chosen);
      const path = (values: Float64Array, scale: number) => {
        const x = linear(0, POINTS, left + 3, left + width - 3);
        const half = height / 2 - 3;
        return line(values, x, (value) => zero - (value / scale) * half);
      };
      shape.attr("d", path(basis[i]!, Math.max(1e-9, largest(basis[i]!))));
      curve.attr("d", path(parts[i]!, most));
      const value = c[n] ?? 0;
      name.text(
        shown ? `c${sub(n)} ${Math.abs(value) < 100 ? fixed(value, 3) : format(value, 2)}` : "",
      );
    });
  };
}

/** Basis function n at evenly spaced moments of the stretch that is held; nothing where there is none. */
function sampled(told: Recall | undefined, n: number | undefined): Float64Array {
  if (!told || n === undefined) return new Float64Array(0);
  const rows = told.to - told.from;
  return Float64Array.from({ length: POINTS + 1 }, (_, k) =>
    told.basis(Math.round((k / POINTS) * rows), n),
  );
}
