import { keeping } from "../../kit/keeping.ts";
import { scaleEnd } from "../../draw/axis.ts";
import { box } from "../../draw/box.ts";
import { framed } from "../../draw/framed.ts";
import { brush, curve, letter, linear, type Pen, tenth, write } from "../../draw/picture.ts";
import type { Setting } from "./params.ts";
import { tenths } from "./tenths.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Run } from "./compute.ts";
import { end, place, type Layout } from "./layout.ts";

type Which = "h" | "y";
type Scale = (v: number) => number;

/** Lower and upper end of the axis that h and y share: a scatter is compared by its size. */
export function rangeOf(r: Run, v: Setting, ghost?: Run): readonly [number, number] {
  let [low, high] = [0, 0.5];
  const take = (x: number) => {
    low = Math.min(low, x);
    high = Math.max(high, x);
  };
  for (const run of ghost ? [r, ghost] : [r])
    run.mean.forEach((m, t) => {
      take(m - 2.2 * Math.sqrt(run.Py[t]!));
      take(m + 2.2 * Math.sqrt(run.Py[t]!));
    });
  for (const { h, y } of r.paths.slice(0, v.paths)) {
    for (const x of h) take(x);
    for (const x of y) take(x);
  }
  return [-end(-low), end(high)];
}

/**
 * Many paths at once, thin: lines for the state, which is connected in time, dots for measurements, which are not. What was
 * written of a path is kept for the same run and scale, where only more or fewer of them are asked for.
 */
function fanOf(which: Which) {
  const writtenFor = keeping((_run: Run, _low: number, _high: number): string[] => []);
  return (
    r: Run,
    shown: number,
    [low, high]: readonly [number, number],
    at: readonly string[],
    y: Scale,
  ): string => {
    const written = writtenFor(r, low, high);
    for (let k = written.length; k < shown; k++) {
      const path = r.paths[k]!;
      written.push(which === "h" ? lineOf(path.h, at, y) : dotsOf(path.y, at, y));
    }
    return written.slice(1, shown).join("");
  };
}

/** A path through points whose x is text already; it stops at the first value that is not finite. */
function lineOf(v: Float64Array, at: readonly string[], y: Scale): string {
  let d = "";
  for (let t = 0; t < v.length && Number.isFinite(v[t]); t++)
    d += (t > 0 ? "L" : "M") + at[t] + tenths(y(v[t]!));
  return d;
}

function dotsOf(v: Float64Array, at: readonly string[], y: Scale): string {
  let d = "";
  for (let t = 0; t < v.length; t++) d += `M${at[t]}${tenths(y(v[t]!))}h0`;
  return d;
}

/** Mean ± factor standard deviations as an area. */
function bandOf(r: Run, which: Which, factor: number, x: Scale, y: Scale): string {
  const variance = which === "h" ? r.P : r.Py;
  const edge = (sign: number) => r.mean.map((m, t) => m + sign * factor * Math.sqrt(variance[t]!));
  const back = edge(-1).toReversed();
  const last = back.length - 1;
  return `${curve(edge(1), x, y)}L${curve(back, (t) => x(last - t), y).slice(1)}Z`;
}

/** Whether all that does not move with the playhead is as it was. */
const alike = (a: Moment<Setting, Run>, b: Moment<Setting, Run>) =>
  a.result === b.result && a.values === b.values && a.ghost === b.ghost && a.held === b.held;

/** One of the two large plots: band, fan, noise-free way, the followed path, and what is still to come under a veil. */
export function fan(pen: Pen, layout: Layout, which: Which, word: string) {
  const f = layout.frame;
  const { from, to } = place(f, which);
  const g = pen.append("g").attr("class", "plot").attr("data-symbol", which);
  const frame = { left: f.left, right: f.right, top: from, bottom: to };
  const { inside, beyond } = framed(g, box(frame), "noisy-fan", word);
  const path = brush(inside);
  const [outer, inner] = [path("share"), path("share")];
  const many = path(which === "h" ? "fan" : "fan cloud");
  const state = which === "y" ? path("line thin").attr("data-symbol", "h") : undefined;
  const mean = path("goal");
  const ghost = path("line ghost");
  const own = path(which === "h" ? "line" : "dots");
  const veil = g
    .append("rect")
    .attr("class", "veil")
    .attr("y", from)
    .attr("height", to - from);
  const axis = path("axis");
  const now = g.append("circle").attr("class", "now").attr("r", 5);
  letter(g, which, 2, (from + to) / 2 + 6, "t");
  const high = write(g, f.left - 6, from + 11, "end");
  const low = write(g, f.left - 6, to - 2, "end");
  const cloud = fanOf(which);
  let drawn: Moment<Setting, Run> | undefined;
  /** All that does not move with the playhead: drawn once for a result. */
  const still = (m: Moment<Setting, Run>, x: Scale, y: Scale, range: readonly [number, number]) => {
    const { result: r, values: v } = m;
    outer.attr("d", bandOf(r, which, 2, x, y));
    inner.attr("d", bandOf(r, which, 1, x, y));
    const at = Array.from(r.u, (_, step) => `${tenths(x(step))} `);
    many.attr("d", cloud(r, v.paths, range, at, y));
    mean.attr("d", curve(r.mean, x, y));
    state?.attr("d", curve(r.paths[0]!.h, x, y));
    const first = r.paths[0]![which];
    own.attr("d", which === "h" ? curve(first, x, y) : dotsOf(first, at, y));
    ghost.attr("d", m.ghost ? curve(m.ghost.result.paths[0]![which], x, y) : "");
    axis.attr("d", `M${f.left} ${tenth(y(0))}H${f.right}`);
    high.text(scaleEnd(range[1]));
    low.text(range[0] === 0 ? "" : scaleEnd(range[0]));
    beyond([r.mean, first], x, y);
  };
  return (m: Moment<Setting, Run>, range: readonly [number, number]) => {
    const { result: r, t } = m;
    const x = linear(0, Math.max(1, r.u.length - 1), f.left, f.right);
    const y = linear(range[0], range[1], to, from);
    if (!drawn || !alike(drawn, m)) still(m, x, y, range);
    drawn = m;
    const at = Math.min(r.u.length - 1, Math.floor(t));
    veil
      .attr("x", tenth(x(t)))
      .attr("width", tenth(Math.max(0, f.right + 3 - x(t))))
      .attr("opacity", m.values.future ? 0.72 : 1);
    const high = y(r.paths[0]![which][at]!);
    now
      .attr("cx", tenth(x(at)))
      .attr("cy", tenth(high))
      .attr("display", high < from || high > to ? "none" : null);
    return y;
  };
}
