import { below, beside, rule, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { brush, linear, type Pen, spot, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { type Run, STEPS } from "./compute.ts";
import type { Setting } from "./params.ts";

export const across = ({ left, right }: Box) => linear(0, STEPS, left, right);

/** How large the state, its two parts and the largest of all starts are, by step. */
export function sizes(pen: Pen, at: Box, title: string, beyond: string) {
  write(pen, at.left, at.top - 8, "start", title, "tick axis-title");
  rule(pen, at, at.bottom);
  const x = across(at);
  ticks(pen)([0, 10, 20, 30, 40].map((t) => below(at, x(t), t)));
  const numbers = ticks(pen);
  const cursor = stroke(pen, "cursor");
  const path = brush(pen);
  const curves = [
    { of: (r: Run) => r.most, look: "goal thin", symbol: null },
    { of: (r: Run) => r.sizes[0], look: "line thin", symbol: "part1" },
    { of: (r: Run) => r.sizes[1], look: "line smooth", symbol: "part2" },
    { of: (r: Run) => r.size, look: "line", symbol: "h" },
  ] as const;
  // Faint as a group: some of these looks have an opacity of their own.
  const faint = brush(pen.append("g").attr("class", "later"));
  const lines = curves.map(({ look, symbol }) => ({
    later: faint(look, symbol),
    past: path(look, symbol),
  }));
  const ghost = path("line ghost", "h");
  const now = spot(pen, "h");
  const drawBeyond = offScale(pen, beyond);
  return ({ result: r, values: v, t, ghost: pinned, held }: Moment<Setting, Run>) => {
    const ends = (run: Run) => Math.max(1, ...curves.flatMap(({ of }) => [...of(run)]));
    const top = snug(Math.max(ends(held?.result ?? r), pinned ? ends(pinned.result) : 0));
    const y = linear(0, top, at.bottom, at.top);
    numbers([beside(at, at.top, scaleEnd(top)), beside(at, at.bottom, 0)]);
    const step = Math.floor(t);
    const part = (of: Float64Array, from: number, to: number) =>
      cut(at, x, (i) => y(of[i]!), from, to);
    let off = "";
    curves.forEach(({ of }, i) => {
      const [past, later] = [part(of(r), 0, step), part(of(r), step, v.future ? STEPS : step)];
      lines[i]!.past.attr("d", past.d);
      lines[i]!.later.attr("d", later.d);
      off += past.off + later.off;
    });
    const old = pinned && part(pinned.result.size, 0, STEPS);
    ghost.attr("d", old?.d ?? "");
    drawBeyond(off + (old?.off ?? ""), { x: at.right, y: at.top - 8 });
    cursor.attr("d", `M${tenth(x(t))} ${at.top}V${at.bottom}`);
    const high = tenth(y(r.size[step]!));
    now
      .attr("cx", tenth(x(step)))
      .attr("cy", high)
      .attr("display", high >= at.top - 1 ? null : "none");
  };
}
