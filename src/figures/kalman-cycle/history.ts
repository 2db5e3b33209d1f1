import { scaleEnd } from "../../draw/axis.ts";
import { framed } from "../../draw/framed.ts";
import {
  brush,
  curve,
  letter,
  linear,
  type Pen,
  stroke,
  tenth,
  write,
} from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import type { Gauss } from "./belief.ts";
import type { Run } from "./compute.ts";
import { innovations, testX } from "./innovations.ts";
import type { Layout, Window } from "./layout.ts";
import type { Setting } from "./params.ts";

/** From a half-step to its place: time passes in predictions, an update takes none, but on the page both have room. */
export const halfScale = ({ time }: Layout, r: Run) =>
  linear(0, 2 * r.y.length - 1, time.left, time.right);

/** A series with one value a step at both of its half-steps. */
const twice = (first: Float64Array, second = first) =>
  Float64Array.from({ length: 2 * first.length }, (_, k) => (k % 2 ? second : first)[k >> 1]!);

const stateY = ({ time }: Layout, { low, high }: Window) =>
  linear(low, high, time.bottom, time.top);

/** Mean ± two deviations as an area over the half-steps. */
function bandOf(r: Run, x: (k: number) => number, y: (h: number) => number): string {
  const middle = twice(r.hprior, r.hhat);
  const spread = twice(r.Pprior, r.P).map((p) => 2 * Math.sqrt(p));
  const edge = (sign: number) => middle.map((m, k) => m + sign * spread[k]!);
  const last = middle.length - 1;
  return `${curve(edge(1), x, y)}L${curve(edge(-1).toReversed(), (k) => x(last - k), y).slice(1)}Z`;
}

/** All that does not move with the playhead. */
function course(pen: Pen, layout: Layout, word: string) {
  const { time: box } = layout;
  const [top, low] = [box.top, box.bottom];
  const { inside, beyond } = framed(pen, box, "kalman-course", word);
  const path = brush(inside);
  const zero = path("axis", "h");
  const band = path("share strong", "P");
  const ghost = path("line ghost", "hhat");
  const truth = stroke(inside, "wall");
  const dots = path("dots", "y");
  const mean = path("line", "hhat");
  const high = write(pen, box.left - 6, top + 11, "end");
  const deep = write(pen, box.left - 6, low, "end");
  letter(pen, "h", 2, (top + low) / 2 + 6, "t");
  const end = (h: number) => scaleEnd(+h.toPrecision(2));
  return (r: Run, other: Run | undefined, reach: Window) => {
    const [x, y] = [halfScale(layout, r), stateY(layout, reach)];
    band.attr("d", bandOf(r, x, y));
    truth.attr("d", curve(twice(r.truth), x, y));
    mean.attr("d", curve(twice(r.hprior, r.hhat), x, y));
    const others = other && curve(twice(other.hprior, other.hhat), halfScale(layout, other), y);
    ghost.attr("d", others ?? "");
    let d = "";
    r.y.forEach((value, t) => (d += `M${tenth(x(2 * t + 1))} ${tenth(y(value))}h0`));
    dots.attr("d", d);
    zero.attr("d", `M${box.left} ${tenth(y(0))}H${box.right}`);
    high.text(end(reach.high));
    deep.text(end(reach.low));
    beyond([r.truth, r.hhat], (t) => x(2 * t + 1), y);
  };
}

/** Truth, measurements and the belief with its ±2√P, a saw: it widens with each prediction and narrows with each update. */
export function history(pen: Pen, layout: Layout, word: string) {
  const { time, test } = layout;
  const drawCourse = course(pen, layout, word);
  const drawInnovations = innovations(pen, layout);
  const veil = pen.append("g");
  const veils = [time, test].map(({ top, height }) =>
    veil
      .append("rect")
      .attr("class", "veil")
      .attr("y", top - 4)
      .attr("height", height + 8),
  );
  const cursor = stroke(pen, "cursor");
  const now = pen.append("circle").attr("class", "now").attr("data-symbol", "hhat").attr("r", 5);
  let drawn: Moment<Setting, Run> | undefined;
  return (m: Moment<Setting, Run>, reach: Window, belief: Gauss) => {
    const r = m.result;
    if (drawn?.result !== r || drawn.ghost !== m.ghost || drawn.held !== m.held) {
      drawCourse(r, m.ghost?.result, reach);
      drawInnovations(r);
    }
    drawn = m;
    const places = [halfScale(layout, r)(m.t), testX(layout, r)(m.t)];
    let line = "";
    [time, test].forEach(({ right, top, height }, k) => {
      const from = tenth(places[k]!);
      veils[k]!.attr("x", from + 0.5).attr("width", tenth(Math.max(0, right + 3 - from)));
      line += `M${from} ${top}v${height}`;
    });
    veil.attr("opacity", m.values.future ? 0.72 : 1);
    cursor.attr("d", line);
    now.attr("cx", tenth(places[0]!)).attr("cy", tenth(stateY(layout, reach)(belief.mean)));
  };
}
