import { below, beside, rule, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { linear, type Pen, reach, spot, stroke, tenth, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { curveOf, now, pointAt, type Run } from "./compute.ts";
import { type Curve, POINT } from "./course.ts";
import { lagAt, lagsShown, lagTicks } from "./heat.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Say = (phrase: Phrase) => string;

/** The axis of the right answers, in %: from somewhat below guessing. */
const LOW = 40;

/** Right answers by training steps: what is trained here, over what was recorded. */
export function rightView(pen: Pen, at: Box, say: Say) {
  write(pen, at.left, at.top - 10, "start", say("right"), "tick axis-title");
  const whence = write(pen, at.right, at.top - 10, "end");
  const y = linear(LOW, 100, at.bottom, at.top);
  rule(pen, at, at.bottom);
  rule(pen, at, at.top);
  stroke(pen, "s4-block-chance").attr("d", `M${at.left} ${tenth(y(50))}H${at.right}`);
  const numbers = ticks(pen);
  const cursor = stroke(pen, "cursor");
  const g = pen.append("g").attr("data-symbol", "y");
  const behind = stroke(g, "s4-block-line behind");
  const later = stroke(g, "s4-block-line later");
  const past = stroke(g, "s4-block-line");
  const beyond = offScale(g, say("off"));
  const dot = spot(g, "y", 4.5);
  const none = write(pen, at.cx, at.top + 30, "middle", "", "tick halo");
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    const curve = curveOf(r);
    const k = pointAt(r, v, t);
    const x = linear(0, v.steps / POINT, at.left, at.right);
    const end = withheld?.has("picture") ? k : Infinity;
    const draw = (c: Curve | undefined, from: number, to: number) =>
      c
        ? cut(at, x, (i) => y(100 * c.right[i]!), from, Math.min(to, c.right.length - 1))
        : { d: "", off: "" };
    const [one, other] = [draw(curve, 0, k), draw(curve, k, end)];
    past.attr("d", one.d);
    later.attr("d", other.d);
    const both = r.course && r.recorded && curve === r.course;
    behind.attr("d", both ? draw(r.recorded, 0, end).d : "");
    beyond(one.off + other.off, { x: at.right - 4, y: at.bottom - 8 });
    const height = curve ? y(100 * curve.right[k]!) : NaN;
    const seen = height >= at.top - 1 && height <= at.bottom + 1;
    dot.attr("display", seen ? null : "none");
    if (seen) dot.attr("cx", tenth(x(k))).attr("cy", tenth(height));
    cursor.attr("d", curve ? `M${tenth(x(k))} ${at.top}V${at.bottom}` : "");
    none.text(curve ? "" : say("nothing"));
    whence.text(curve ? say(curve === r.course ? "ofTrained" : "ofRecorded") : "");
    numbers([
      ...[50, 75, 100].map((p) => beside(at, y(p), String(p))),
      below(at, x(0), "0", "start"),
      below(at, at.cx, String(v.steps / 2)),
      below(at, at.right, String(v.steps), "end"),
    ]);
  };
}

/** What a push moves, lag by lag: stems, to the largest among those shown. */
export function pushView(pen: Pen, at: Box, say: Say, narrow: boolean) {
  const title = say(narrow ? "pushShort" : "push");
  write(pen, at.left, at.top - 10, "start", title, "tick axis-title");
  const y = linear(-1, 1, at.bottom, at.top);
  const line = stroke(pen, "s4-block-asked", "k");
  rule(pen, at, y(0));
  const numbers = ticks(pen);
  const stems = stroke(pen, "stem", "y");
  const dots = stroke(pen, "s4-block-tips", "y");
  const beyond = offScale(pen, say("off"));
  return (moment: Moment<Setting, Run>) => {
    const { result: r, values: v, t } = moment;
    const lags = lagsShown(moment);
    const x = lagAt(at, lags);
    const { by } = now(r, v, t).push;
    const shown = by.subarray(0, lags);
    const most = reach(1e-300, shown);
    const present = Array.from(shown, (value, k) => [tenth(x(k)), tenth(y(value / most))] as const);
    const zero = tenth(y(0));
    stems.attr("d", present.map(([px, py]) => `M${px} ${zero}V${py}`).join(""));
    dots.attr("d", present.map(([px, py]) => `M${px} ${py}h0`).join(""));
    const seen = v.lag < lags;
    line.attr("d", seen ? `M${tenth(x(v.lag))} ${at.top - 4}V${at.bottom + 4}` : "");
    const edge = `M${at.right - 7} ${at.top + 4}l7 4l-7 4z`;
    beyond(seen ? "" : edge, { x: at.right - 12, y: at.top + 12 });
    numbers([beside(at, y(0), "0"), ...lagTicks(at, x, v.lag, lags)]);
  };
}
