import { beside, below, rule, ticks } from "../../draw/axis.ts";
import type { Box } from "../../draw/box.ts";
import { cut, offScale } from "../../draw/cut.ts";
import { linear, type Pen, spot, stroke, write } from "../../draw/picture.ts";
import type { Moment, Stage } from "../../kit/figure.ts";
import { keeping } from "../../kit/keeping.ts";
import { type Curve, curveOf, type Run } from "./compute.ts";
import type { Column, Layout } from "./layout.ts";
import { answersOf, cores, POINT, type Spacing, V } from "./pair.ts";
import type { Setting } from "./params.ts";
import type { Phrase } from "./phrases.ts";
import { pointAt } from "./readouts.ts";
import { fresh } from "./sequence.ts";
import { strip } from "./strip.ts";

/** The colours of the sides: S4D that of its kernel, S6 that of its Δ. */
export const symbolOf = { s4d: "K", s6: "Delta" } as const;

/** The axis of the losses: half as much again as a guess loses. */
const MOST_LOSS = 1.5 * Math.log(V);

/** Steps that are done at a point of a curve. */
const stepAt = (point: number) => POINT * (point + 1);

/** Where a point of a curve stands. */
interface Place {
  x(point: number): number;
  y(curve: Curve, point: number): number;
  /** The last point that may be seen. */
  readonly last: number;
}

/** The two curves of one plot: what is trained here, over what was recorded. */
function plot(pen: Pen, at: Box, off: string) {
  const sides = cores.map((core) => {
    const symbol = symbolOf[core];
    const g = pen.append("g").attr("class", `pair-side ${core}`).attr("data-symbol", symbol);
    const look = ["pair-line recorded later", "pair-line recorded", "pair-line later", "pair-line"];
    const lines = look.map((name) => stroke(g, name));
    return { core, g, lines, beyond: offScale(g, off), dot: spot(g, symbol, 4.5) };
  });
  return (r: Run, spacing: Spacing, t: number, { x, y, last }: Place) =>
    sides.forEach(({ core, g, lines, beyond, dot }, row) => {
      const [mine, theirs] = [r[core]?.[spacing], r.recorded[spacing]?.[core]];
      const now = pointAt(r, core, spacing, t);
      const parts = [theirs, mine].flatMap((curve) => {
        const end = Math.min(last, (curve?.right.length ?? 0) - 1);
        const draw = (from: number, to: number) =>
          curve ? cut(at, x, (k) => y(curve, k), from, to) : { d: "", off: "" };
        return [draw(Math.max(0, now), end), draw(0, Math.min(now, end))];
      });
      parts.forEach(({ d }, k) => lines[k]!.attr("d", d));
      const off = (mine ? parts.slice(2) : parts.slice(0, 2)).map((part) => part.off).join("");
      g.classed("behind", mine !== undefined);
      beyond(off, { x: at.right - 4, y: at.cy + 17 * row });
      const height = now < 0 ? NaN : y(curveOf(r, core, spacing)!, now);
      const seen = height >= at.top - 1 && height <= at.bottom + 1;
      dot.attr("display", seen ? null : "none");
      if (seen) dot.attr("cx", x(now)).attr("cy", height);
    });
}

/** One task: an example, and below it right answers and loss by training steps; `numbered` at the side, too. */
export function learning(
  pen: Pen,
  at: Column,
  { letterWidth }: Layout,
  spacing: Spacing,
  say: Stage<Setting, Phrase>["say"],
  numbered: boolean,
) {
  const { right, loss } = at;
  const share = linear(0, 1, right.bottom, right.top);
  const nats = linear(0, MOST_LOSS, loss.bottom, loss.top);
  write(pen, at.strip.left, at.strip.top - 7, "start", say(spacing), "tick axis-title");
  const tokens = keeping(strip(pen, at.strip, letterWidth));
  write(pen, right.left, right.top - 9, "start", say("right"), "tick axis-title");
  write(pen, loss.left, loss.top - 9, "start", say("loss"), "tick axis-title");
  for (const part of [right, loss]) rule(pen, part, part.bottom);
  rule(pen, right, right.top);
  const chance = [share(1 / V), nats(Math.log(V))];
  const guess = chance.map((y) => `M${right.left} ${y.toFixed(1)}H${right.right}`).join("");
  stroke(pen, "pair-chance").attr("d", guess);
  const example = keeping((L: number, K: number) => fresh(1, spacing, { L, K }));
  const drawTicks = ticks(pen);
  const numbers = keeping((steps: number) => {
    const x = linear(0, steps, right.left, right.right);
    const sides = [
      beside(right, share(0), "0"),
      beside(right, share(1), "100"),
      beside(loss, nats(0), "0"),
      beside(loss, nats(2), "2"),
    ];
    drawTicks([
      ...(numbered ? sides : []),
      below(loss, x(0), "0", "start"),
      below(loss, x(steps / 2), steps / 2),
      below(loss, x(steps), steps, "end"),
    ]);
  });
  const cursor = stroke(pen, "cursor");
  const drawRight = plot(pen, right, say("off"));
  const drawLoss = plot(pen, loss, say("off"));
  const none = write(pen, right.cx, right.cy, "middle", "", "tick halo");
  return ({ result: r, values: v, t, withheld }: Moment<Setting, Run>) => {
    tokens(example(v.L, v.K), v.K);
    const x = linear(0, v.steps, right.left, right.right);
    numbers(v.steps);
    const known = cores.some((core) => pointAt(r, core, spacing, t) >= 0);
    none.text(known ? "" : say("nothing"));
    const place = (k: number) => x(stepAt(k));
    const last = withheld?.has("picture") ? Math.floor(t) : Infinity;
    const now = place(Math.floor(t)).toFixed(1);
    cursor.attr("d", known ? `M${now} ${right.top}V${loss.bottom}` : "");
    drawRight(r, spacing, t, {
      x: place,
      last,
      y: (curve, k) => share(curve.right[k]! / answersOf(v)),
    });
    drawLoss(r, spacing, t, { x: place, last, y: (curve, k) => nats(curve.loss[k]!) });
  };
}
