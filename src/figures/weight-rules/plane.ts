import { beside, below, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { graspable, tellValue } from "../../draw/hand.ts";
import {
  letter,
  linear,
  type Pen,
  reach,
  type Root,
  stroke,
  tenth,
  write,
} from "../../draw/picture.ts";
import { knob } from "../../draw/scrub.ts";
import { fixed } from "../../kit/format.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { pointOf, type Run, seenAt, ways } from "./compute.ts";
import type { Layout } from "./layout.ts";
import { marks } from "./marks.ts";
import { params, type Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";

type Now = Moment<Setting, Run>;

/** Two deviations, as everywhere in this chapter. */
const DEVIATIONS = 2;
const ROUND = 72;
const { min, max, step } = params.h1;

/** Half the width of the plane: what the truth, the filter and the delta rule need; adding may leave it. */
const extentOf = ({ truth, kalman, delta }: Run) =>
  snug(1.15 * reach(1, truth.data, kalman.data, delta.data));

/** Where the three estimates are among all pairs of weights, the line of the last answer, and the truth to take hold of. */
export function plane(
  pen: Pen,
  svg: Root,
  { plane: at }: Layout,
  stage: Stage<Setting, Phrase>,
  now: () => Now,
) {
  write(pen, at.left, at.top - 9, "start", stage.say("plane"), "tick axis-title");
  stroke(pen, "axis").attr("d", `M${at.left} ${at.top}H${at.right}V${at.bottom}H${at.left}z`);
  const cross = stroke(pen, "rules-cross");
  const numbers = ticks(pen);
  const doubt = stroke(pen, "rules-doubt", "P");
  const lines = [stroke(pen, "rules-line old", "y"), stroke(pen, "rules-line", "y")] as const;
  const trails = ways.map((way) => stroke(pen, `rules-${way} trail`, of[way]));
  const places = ways.map((way) => stroke(pen, `rules-${way} place`, of[way]));
  const beyond = offScale(pen, stage.say("beyond"));
  letter(pen, "h", at.right - 22, at.cy - 6, "1").classed("halo", true);
  letter(pen, "h", at.cx + 6, at.top + 15, "2").classed("halo", true);
  const scales = scaled(at);
  const grip = truth(svg, at, stage, now);
  return (m: Now) => {
    const { most, x, y } = scales(m);
    const { result: r, values: v } = m;
    const n = seenAt(m.t);
    cross.attr("d", `M${at.left} ${at.cy}H${at.right}M${at.cx} ${at.top}V${at.bottom}`);
    numbers([
      below(at, at.left, scaleEnd(-most), "start"),
      below(at, at.right, scaleEnd(most), "end"),
      beside(at, at.top + 8, scaleEnd(most)),
    ]);
    lines.forEach((line, k) => line.attr("d", lineOf(r, n - 2 + k, at, most, x, y)));
    doubt.attr("d", ellipseOf(r, n, at, x, y));
    let off = "";
    ways.forEach((way, k) => {
      const place = (i: number) => pointOf(r[way], i);
      const way_ = cut(
        at,
        (i) => x(place(i)[0]),
        (i) => y(place(i)[1]),
        0,
        n,
      );
      trails[k]!.attr("d", way_.d);
      off += way_.off;
      const [px, py] = [x(place(n)[0]), y(place(n)[1])];
      const inside = px >= at.left && px <= at.right && py >= at.top && py <= at.bottom;
      places[k]!.attr("d", inside ? marks[way](px, py) : "");
    });
    beyond(off, { x: at.right - 4, y: at.bottom - 6 });
    const [h1, h2] = pointOf(r.truth, n);
    grip.attr("transform", `translate(${tenth(x(h1))},${tenth(y(h2))})`);
    tellValue(grip, `(${fixed(v.h1)}, ${fixed(v.h2)})`, v.h1, min, max);
  };
}

/** The scales of both weights: while something is held, those of what was shown when it was taken. */
const scaled =
  (at: Layout["plane"]) =>
  ({ result, held }: Now) => {
    const most = extentOf(held?.result ?? result);
    return {
      most,
      x: linear(-most, most, at.left, at.right),
      y: linear(-most, most, at.bottom, at.top),
    };
  };

/** The true weights, to take hold of. */
function truth(svg: Root, at: Layout["plane"], stage: Stage<Setting, Phrase>, now: () => Now) {
  const grip = knob(svg, "h", 9);
  const snap = (h: number) =>
    +(Math.round(Math.max(min, Math.min(max, h)) / step) * step).toFixed(2);
  const put = (h1: number, h2: number) => stage.set({ h1: snap(h1), h2: snap(h2) });
  graspable(grip, {
    label: stage.say("drag"),
    free: true,
    move: (px, py) => {
      const { most } = scaled(at)(now());
      put(linear(at.left, at.right, -most, most)(px), linear(at.bottom, at.top, -most, most)(py));
    },
    nudge: (dx, dy) => put(now().values.h1 + dx * step, now().values.h2 + dy * step),
  });
  return grip;
}

const of = { kalman: "hhat", delta: "hdelta", added: "hadd" } as const;

type Scale = (value: number) => number;

/** All weights that would give the answer t: a straight line. */
function lineOf(
  { C, y: answers }: Run,
  t: number,
  at: Layout["plane"],
  most: number,
  x: Scale,
  y: Scale,
): string {
  if (t < 0) return "";
  const [c1, c2] = pointOf(C, t);
  const end = (s: number) => [answers[t]! * c1 - s * c2, answers[t]! * c2 + s * c1] as const;
  const ends = [end(-4 * most), end(4 * most)];
  return cut(
    at,
    (i) => x(ends[i]![0]),
    (i) => y(ends[i]![1]),
    0,
    1,
  ).d;
}

/** Two deviations around the filter's estimate. */
function ellipseOf({ P, kalman }: Run, n: number, at: Layout["plane"], x: Scale, y: Scale): string {
  const [a, b, , c] = P[n]!.data as unknown as [number, number, number, number];
  const [m1, m2] = pointOf(kalman, n);
  const l11 = Math.sqrt(a);
  const l21 = b / l11;
  const l22 = Math.sqrt(Math.max(0, c - l21 * l21));
  const turn = (i: number) => (2 * Math.PI * i) / ROUND;
  return cut(
    at,
    (i) => x(m1 + DEVIATIONS * l11 * Math.cos(turn(i))),
    (i) => y(m2 + DEVIATIONS * (l21 * Math.cos(turn(i)) + l22 * Math.sin(turn(i)))),
    0,
    ROUND,
  ).d;
}
