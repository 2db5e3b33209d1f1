import { under } from "../../draw/area.ts";
import { below, beside, scaleEnd, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { letter, linear, tenth, type Pen, stroke } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { sigmaPoints } from "../../models/kalman.ts";
import { EDGE, type Run } from "./compute.ts";
import { curves } from "./curves.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

const POINTS = 160;
type Now = Moment<Setting, Run>;

/** Both scales: states across, readings up; while something is held, those of what was shown when it was taken. */
export function scalesOf({ plane: { left, right, top, bottom } }: Layout, m: Now) {
  const { low, high } = (m.held ?? m).result;
  return { x: linear(-EDGE, EDGE, left, right), y: linear(low, high, bottom, top), low, high };
}

/** The square of a sigma point around a place. */
export const square = (x: number, y: number) => `M${tenth(x - 4)} ${tenth(y - 4)}h8v8h-8z`;

const across = (i: number) => -EDGE + (2 * EDGE * i) / POINTS;

/** The bell that goes in. */
function bellBelow(pen: Pen, { bell: foot }: Layout) {
  const fill = stroke(pen, "share", "hprior");
  const line = stroke(pen, "line", "hprior");
  const tall = foot.height - 8;
  return ({ bell: { mean, variance } }: Run, x: (h: number) => number) => {
    const high = (i: number) => tall * Math.exp((-0.5 * (across(i) - mean) ** 2) / variance);
    const { d } = cut(
      foot,
      (i) => x(across(i)),
      (i) => foot.bottom - high(i),
      0,
      POINTS,
    );
    line.attr("d", d);
    fill.attr("d", under(d, foot.bottom));
  };
}

/** The marks where the curve comes from off the scale. */
const cameFrom = (at: Box, x: (h: number) => number, y: (h: number) => number) => {
  const back = (i: number) => across(POINTS - i);
  return cut(
    at,
    (i) => x(back(i)),
    (i) => y(back(i)),
    0,
    POINTS,
  ).off;
};

/** The curve with its tangent at the mean, the sigma points on it, and the bell that goes in. */
export function plane(pen: Pen, layout: Layout, { say }: Stage<Setting, Phrase>) {
  const { plane: at, bell: foot } = layout;
  stroke(pen, "axis").attr("d", `M${at.left} ${at.top}V${at.bottom}H${at.right}`);
  stroke(pen, "axis").attr("d", `M${foot.left} ${foot.bottom}H${foot.right}`);
  const numbers = ticks(pen);
  letter(pen, "h", foot.right - 12, foot.bottom - 8);
  letter(pen, "y", at.left + 6, at.top + 12).classed("halo", true);
  const guides = stroke(pen, "bent-guide");
  const curve = stroke(pen, "line", "y");
  const tangent = stroke(pen, "bent-tangent", "C");
  const points = stroke(pen, "bent-points", "h");
  const drawBell = bellBelow(pen, layout);
  const beyond = offScale(pen, say("beyond"));
  return (m: Now) => {
    const { result: r, values: v } = m;
    const { x, y, low, high } = scalesOf(layout, m);
    const { f, slope } = curves[v.curve];
    const drawn = cut(
      at,
      (i) => x(across(i)),
      (i) => y(f(across(i))),
      0,
      POINTS,
    );
    curve.attr("d", drawn.d);
    const end = (i: number) => v.m + (2 * i - 1) * 2.5 * Math.sqrt(v.P);
    const straight = (h: number) => f(v.m) + slope(v.m) * (h - v.m);
    const line = cut(
      at,
      (i) => x(end(i)),
      (i) => y(straight(end(i))),
      0,
      1,
    );
    tangent.attr("d", line.d);
    const inside = ({ h, value }: { h: number; value: number }) =>
      Math.abs(h) <= EDGE && value >= low && value <= high;
    const shown = sigmaPoints(r.bell)
      .map((p) => ({ h: p.at, value: f(p.at) }))
      .filter(inside);
    points.attr("d", shown.map((p) => square(x(p.h), y(p.value))).join(""));
    guides.attr(
      "d",
      shown
        .map((p) => `M${tenth(x(p.h))} ${foot.bottom}V${tenth(y(p.value))}H${at.right}`)
        .join(""),
    );
    drawBell(r, x);
    numbers([
      ...[-4, -2, 0, 2, 4].map((h) => below(foot, x(h), scaleEnd(h))),
      beside(at, at.bottom - 4, scaleEnd(low)),
      beside(at, at.top + 6, scaleEnd(high)),
    ]);
    beyond(drawn.off + cameFrom(at, x, (h) => y(f(h))) + line.off, {
      x: at.right - 4,
      y: at.bottom - 6,
    });
  };
}
