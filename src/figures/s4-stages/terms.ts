import { scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { linear, type Pen, reach, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { at as stage, type Run, rootOf } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { heightIn } from "./plane.ts";

/** The size of each pole's term at the root looked at, at the pole's own height; the axis is that of all roots. */
export function terms(pen: Pen, { terms: at }: Layout, title: string) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "ck00");
  write(g, at.left, at.top - 14, "start", title, "tick axis-title");
  stroke(g, "axis").attr("d", `M${at.left} ${at.top}V${at.bottom}`);
  const bars = stroke(g, "s4-term");
  const numbers = ticks(g);
  return ({ result: r, values: v, t }: Moment<Setting, Run>) => {
    g.attr("display", t >= stage.sums ? null : "none");
    const y = heightIn(at, r);
    const most = snug(reach(1e-9, ...r.roots.map(sizes)));
    const x = linear(0, most, at.left, at.right);
    const bar = (size: number, n: number) =>
      `M${at.left} ${tenth(y(r.poles.im[n]!) - 3)}H${tenth(x(size))}v6H${at.left}z`;
    bars.attr("d", sizes(rootOf(r, v)).map(bar).join(""));
    numbers([
      { x: at.left, y: at.bottom + 15, text: "0", anchor: "middle" },
      { x: at.right, y: at.bottom + 15, text: scaleEnd(most), anchor: "end" },
    ]);
  };
}

const sizes = ({ terms: { re, im } }: Run["roots"][number]) =>
  Array.from(re, (x, n) => Math.hypot(x, im[n]!));
