import { below, beside, rule, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { curve, linear, type Pen, spot, stems, stroke, tenth } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { LAGS, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

export const across = ({ left, right }: Box) => linear(0, LAGS, left, right);

/** The kernel by lag, once by the old numbers and once by the new. */
export function kernel(pen: Pen, at: Box) {
  const x = across(at);
  ticks(pen)([0, 8, 16, 24].map((k) => below(at, x(k), k)));
  const zero = rule(pen, at, at.bottom);
  const numbers = ticks(pen);
  const cursor = stroke(pen, "cursor");
  const ghost = stroke(pen, "line ghost", "K");
  const lines = stroke(pen, "stem", "K");
  const dots = stroke(pen, "dots", "K");
  const old = stroke(pen, "goal thin");
  const now = spot(pen, "K");
  return ({ result: r, t, ghost: pinned, held }: Moment<Setting, Run>) => {
    const seen = [(held?.result ?? r).old.K, ...(pinned ? [pinned.result.old.K] : [])];
    const end = (sign: number) => {
      const far = Math.max(...seen.map((K) => Math.max(...K.map((v) => sign * v))));
      return far > 1e-12 ? sign * snug(far) : 0;
    };
    const [low, top] = [end(-1), end(1)];
    const high = top === low ? 1 : top;
    const y = linear(low, high, at.bottom, at.top);
    const ends =
      low < 0 && high > 0
        ? [high, low]
        : [high, low, 0].filter((v, i, all) => all.indexOf(v) === i);
    numbers(ends.map((v) => beside(at, y(v), scaleEnd(v))));
    zero.attr("d", `M${at.left} ${tenth(y(0))}H${at.right}`);
    const drawn = stems(r.now?.K ?? [], x, y);
    lines.attr("d", drawn.lines);
    dots.attr("d", drawn.dots);
    old.attr("d", curve(r.old.K, x, y));
    ghost.attr("d", pinned ? curve(pinned.result.old.K, x, y) : "");
    cursor.attr("d", `M${tenth(x(t))} ${at.top}V${at.bottom}`);
    const k = Math.floor(t);
    now.attr("cx", tenth(x(k))).attr("cy", tenth(y(r.old.K[k]!)));
  };
}
