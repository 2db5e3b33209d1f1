import { grown } from "../../draw/box.ts";
import { cut, cutStems, offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { scrub } from "../../draw/scrub.ts";
import { calm, scaleEnd } from "../../draw/axis.ts";
import {
  brush,
  linear,
  type Pen,
  reach,
  type Root,
  stroke,
  tenth,
  write,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { fixed } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { cross } from "./marks.ts";
import type { Setting } from "./params.ts";

/** A short path does not fill the strip: so many steps have room at least. */
const ROOM = 60;
/** Errors beyond this are off the scale. */
const MOST = 10;

const across = ({ strip }: Layout, L: number) =>
  linear(0, Math.max(ROOM, L - 1), strip.left, strip.right);

/**
 * The upper end of the strip. The start, when nothing is known, is no measure for the rest; nearly all good fixes are
 * within 2.5 deviations.
 */
function endOf({ of, ellipses }: Run, { r }: Setting): number {
  const long = ellipses.slice(2).map((e) => e.long);
  return calm(Math.min(MOST, reach(0.5, of.filter.error.subarray(2), long, [2.5 * r])));
}

/** Errors over time: of each fix, of the filter under its two deviations, of the smoother; and where no fix came. */
export function strip(pen: Pen, layout: Layout, words: { errors: string; off: string }) {
  const { left, right, top, height } = layout.strip;
  const low = top + height;
  const inside = clipped(pen, grown(layout.strip, 5, 5), `track-strip-${layout.width}`);
  const path = brush(inside);
  stroke(pen, "axis").attr("d", `M${left} ${low}H${right}`);
  const sigma = path("sigma", "P");
  const dark = path("dark");
  const smoother = path("ribbon", "hsmooth");
  const fixes = path("fix small", "y");
  const old = path("line ghost", "hhat");
  const filter = path("line thin", "hhat");
  const cursor = path("cursor");
  const beyond = offScale(pen, words.off);
  const dot = pen.append("circle").attr("class", "now").attr("r", 4).attr("data-symbol", "hhat");
  const word = (x: number, y: number, text: string) => write(pen, x, y, "end", text);
  word(left - 8, top + height / 2 + 9, words.errors);
  const end = word(left - 8, top + 10, "");
  word(left - 8, low + 3, "0");
  return ({ result: run, values: v, t, ghost, held }: Moment<Setting, Run>) => {
    const pinned = ghost?.result;
    const now = Math.min(run.L - 1, Math.floor(t));
    const x = across(layout, run.L);
    const long = run.ellipses.map((e) => e.long);
    const most = endOf(held?.result ?? run, held?.values ?? v);
    const y = linear(0, most, low, top);
    const off = (error: ArrayLike<number>) => cut(layout.strip, x, (k) => y(error[k]!), 0, now).off;
    const line = (error: ArrayLike<number>, to = now) => {
      let d = "";
      for (let k = 0; k <= Math.min(to, error.length - 1); k++)
        d += `${k ? "L" : "M"}${tenth(x(k))} ${tenth(y(error[k]!))}`;
      return d;
    };
    let [crosses, gaps] = ["", ""];
    for (let k = 0; k <= now; k++) {
      if (!run.taken[k]) gaps += `M${tenth(x(k - 0.5))} ${low}H${tenth(x(k + 0.5))}`;
      const far = run.of.fixes.error[k]!;
      if (!Number.isNaN(far)) crosses += cross(x(k), y(far), 2);
    }
    end.text(scaleEnd(most));
    sigma.attr("d", `${line(long)}V${low}H${left}Z`);
    dark.attr("d", gaps);
    fixes.attr("d", crosses);
    smoother.attr("d", run.of.smoother ? line(run.of.smoother.error) : "");
    filter.attr("d", line(run.of.filter.error));
    old.attr("d", pinned ? line(pinned.of.filter.error) : "");
    const fixes_ = cutStems(layout.strip, run.of.fixes.error, x, y, 0, now);
    beyond(off(run.of.filter.error) + off(long) + fixes_.off, { x: right, y: low + 14 });
    const here = y(run.of.filter.error[now]!);
    dot
      .attr("cx", tenth(x(now)))
      .attr("cy", tenth(here))
      .attr("display", here >= top - 1 ? null : "none");
    cursor.attr("d", `M${tenth(x(t))} ${top}V${low}`);
  };
}

/** The strip is taken hold of to move the playhead. */
export function scrubbing(
  svg: Root,
  layout: Layout,
  hands: { label: string; now(): { run: Run; t: number }; seek(t: number): void },
) {
  const { left, right } = layout.strip;
  const tell = scrub(svg, grown(layout.strip, 8), {
    label: hands.label,
    at: (px) => linear(left, right, 0, Math.max(ROOM, hands.now().run.L - 1))(px),
    t: () => hands.now().t,
    seek: hands.seek,
  });
  return () => {
    const { run, t } = hands.now();
    const now = Math.min(run.L - 1, Math.floor(t));
    tell(now, `t = ${now}, ${fixed(run.of.filter.error[now]!)}`, run.L - 1);
  };
}
