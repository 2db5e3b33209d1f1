import { scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { grown } from "../../draw/box.ts";
import { offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { linear, type Pen, reach, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { at as stage, type Run, rootOf } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { heightIn } from "./plane.ts";

/** The size of each pole's term at the root looked at, at the pole's own height; the axis is that of all roots. */
export function terms(pen: Pen, { terms: at }: Layout, [title, off]: readonly [string, string]) {
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", "ck00");
  write(g, at.left, at.top - 14, "start", title, "tick axis-title");
  stroke(g, "axis").attr("d", `M${at.left} ${at.top}V${at.bottom}`);
  const inside = clipped(g, grown(at, 4, 1), `s4-terms-${at.left}`);
  const beyond = offScale(g, off);
  const bars = stroke(inside, "s4-term");
  const numbers = ticks(g);
  return ({ result: r, values: v, t, held }: Moment<Setting, Run>) => {
    g.attr("display", t >= stage.sums ? null : "none");
    const scale = held?.result ?? r;
    const y = heightIn(at, scale);
    const most = snug(reach(1e-9, ...scale.roots.map(sizes)));
    const x = linear(0, most, at.left, at.right);
    const bar = (size: number, n: number) =>
      `M${at.left} ${tenth(y(r.poles.im[n]!) - 3)}H${tenth(x(size))}v6H${at.left}z`;
    const shown = sizes(rootOf(r, v));
    bars.attr("d", shown.map(bar).join(""));
    const longer = shown.flatMap((size, n) =>
      size > 1.001 * most ? [tenth(y(r.poles.im[n]!))] : [],
    );
    beyond(longer.map((h) => `M${at.right - 7} ${h - 4}l7 4l-7 4z`).join(""), {
      x: at.right,
      y: at.top - 1,
    });
    numbers([
      { x: at.left, y: at.bottom + 15, text: "0", anchor: "middle" },
      { x: at.right, y: at.bottom + 15, text: scaleEnd(most), anchor: "end" },
    ]);
  };
}

const sizes = ({ terms: { re, im } }: Run["roots"][number]) =>
  Array.from(re, (x, n) => Math.hypot(x, im[n]!));
