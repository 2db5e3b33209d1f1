import { type Box, grown } from "../../draw/box.ts";
import { offScale } from "../../draw/cut.ts";
import { clipped } from "../../draw/framed.ts";
import { type Anchor, linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";

type Say = (word: "off" | "stable" | "real" | "imaginary") => string;

/** The eigenvalues in the complex plane; the half where states fade is shaded. */
export function plane(pen: Pen, box: Box, say: Say) {
  const [right, low] = [box.left + box.width, box.bottom];
  const g = pen.append("g").attr("data-symbol", "lambda").attr("class", "plot");
  const half = g.append("rect").attr("class", "fading").attr("x", box.left).attr("y", box.top);
  half.attr("height", box.height);
  const axes = stroke(g, "axis strong");
  const inside = clipped(g, grown(box, 6, 6), `hippo-plane-${box.left}-${box.top}`);
  const ghost = stroke(inside, "rings ghost");
  const points = stroke(inside, "points");
  const beyond = offScale(g, say("off"));
  const word = (x: number, y: number, anchor: Anchor, text = "") =>
    write(g, x, y, anchor, text, "tick halo");
  word(box.left + 8, box.top + 18, "start", say("stable"));
  const re = word(right, 0, "end", say("real"));
  const im = word(0, box.top + 12, "end", say("imaginary"));
  const far = word(box.left + 4, 0, "start");
  const near = word(0, 0, "middle");
  const up = word(0, 0, "end");

  return ({ lambda }: Run, scale: Run, pinned: Run | undefined) => {
    const most = reach(1, scale.lambda.re, pinned?.lambda.re ?? []);
    const tall = reach(0, scale.lambda.im, pinned?.lambda.im ?? []);
    const x = linear(-1.12 * most, 0.14 * most, box.left, right);
    const y = linear(-1.2 * (tall || 1), 1.2 * (tall || 1), low, box.top);
    half.attr("width", x(0) - box.left);
    axes.attr("d", `M${box.left} ${y(0)}H${right}M${x(0)} ${box.top}V${low}M${x(-most)} ${low}v-6`);
    points.attr("d", dots(lambda, x, y));
    const off = [...lambda.re].flatMap((re, k) => tip(box, x(re), y(lambda.im[k]!)));
    beyond(off.join(""), { x: right - 6, y: low - 10 });
    ghost.attr("d", pinned ? dots(pinned.lambda, x, y) : "");
    re.attr("y", y(0) - 8);
    im.attr("x", x(0) - 6);
    far
      .attr("x", x(-most))
      .attr("y", tall === 0 ? y(0) + 22 : low - 10)
      .text(format(-most));
    near
      .attr("x", x(0) + 8)
      .attr("y", y(0) + 18)
      .text("0");

    up.attr("x", x(0) - 6)
      .attr("y", y(tall) + 4)
      .text(tall === 0 ? "" : `${format(tall)} i`);
  };
}

/** A mark at the edge where an eigenvalue lies beyond it. */
function tip({ left, right, top, bottom }: Box, x: number, y: number): string[] {
  if (x >= left && x <= right && y >= top && y <= bottom) return [];
  const px = Math.max(left, Math.min(right, x)).toFixed(1);
  if (y < top) return [`M${px} ${top}l-4 7h8z`];
  if (y > bottom) return [`M${px} ${bottom}l-4 -7h8z`];
  return [`M${left} ${y.toFixed(1)}l7 -4v8z`];
}

/** A dot for each eigenvalue, as strokes of no length with a round cap. */
function dots(
  { re, im }: Run["lambda"],
  x: (v: number) => number,
  y: (v: number) => number,
): string {
  let d = "";
  re.forEach((a, i) => (d += `M${x(a).toFixed(1)} ${y(im[i]!).toFixed(1)}h0`));
  return d;
}
