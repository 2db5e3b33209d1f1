import { beside, scaleEnd, snug, ticks } from "../../draw/axis.ts";
import { area } from "../../draw/area.ts";
import type { Box } from "../../draw/box.ts";
import { framed } from "../../draw/framed.ts";
import { curve, linear, type Pen, reach, stroke, write } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { weighing } from "../../models/measures.ts";
import { chosen, clockOf, type Run } from "./compute.ts";
import type { Layout } from "./layout.ts";
import type { Setting } from "./params.ts";
import { across } from "./past.ts";
import type { Phrase } from "./phrases.ts";

type Now = Moment<Setting, Run>;

/** Points of a curve over the window. */
const POINTS = 120;
/** Ages of the fading past that an axis is for. */
const FADED = 8;

/** What the drawn weight was divided by. */
const meanOf = ({ p }: Run) => p.drawn?.mean ?? 1;

/** The weight before it is divided by its mean. */
export const heightOf = ({ weight }: Layout) => linear(0, 1, weight.bottom, weight.top);

/** k_n at ages from now to where the window, or the past, ends; in the units of the weight as it is drawn. */
function overWindow(r: Run, n: number, t: number) {
  const clock = clockOf(r, t);
  const oldest = Math.min(r.p.end, (t + 1) / clock);
  const values = Float64Array.from(
    { length: POINTS + 1 },
    (_, i) => meanOf(r) * weighing(r.p, (oldest * i) / POINTS)[n]!,
  );
  const at = (i: number) => t + 1 - (clock * oldest * i) / POINTS;
  return { values, at, oldest: t + 1 - clock * oldest };
}

/** The end of the axis of k_n: the same at every moment. */
function mostOf(r: Run, n: number): number {
  const end = Number.isFinite(r.p.end) ? 1 : FADED;
  const grid = Float64Array.from(
    { length: 65 },
    (_, i) => meanOf(r) * weighing(r.p, (end * i) / 64)[n]!,
  );
  return snug(reach(1e-9, grid));
}

/** How much each moment counts. */
export function weights(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const at = layout.weight;
  const g = pen.append("g").attr("data-symbol", "coef");
  const title = write(g, at.left, at.top - 8, "start", "", "tick axis-title");
  stroke(g, "axis").attr("d", `M${at.left} ${at.bottom}H${at.right}`);
  const filled = stroke(g, "share strong");
  const edge = stroke(g, "line thin");
  const y = heightOf(layout);
  ticks(g)([beside(at, at.top + 4, "1"), beside(at, at.bottom - 2, "0")]);
  return ({ result: r, t }: Now) => {
    title.text(say(r.p.shape === "lagt" ? "half" : "weight"));
    const { values, at: when, oldest } = overWindow(r, 0, Math.floor(t));
    const x = across(layout, r.u.length);
    const place = (i: number) => x(when(i));
    filled.attr(
      "d",
      area(
        place,
        (i) => y(values[i]!),
        () => at.bottom,
        0,
        POINTS,
      ),
    );
    edge.attr(
      "d",
      `M${x(Math.floor(t) + 1).toFixed(1)} ${at.bottom}V${y(values[0]!).toFixed(1)}${curve(values, place, y).replace("M", "L")}${oldest >= 0 ? `V${at.bottom}` : ""}`,
    );
  };
}

/** What the chosen number weighs each moment with. */
export function weigh(pen: Pen, layout: Layout, say: (word: Phrase) => string) {
  const at: Box = layout.weigh;
  const g = pen.append("g").attr("data-symbol", "coef");
  const title = write(g, at.left, at.top - 8, "start", "", "tick axis-title");
  stroke(g, "axis").attr("d", `M${at.left} ${at.cy}H${at.right}`);
  const numbers = ticks(g);
  const { inside, beyond } = framed(g, at, "measure-weigh", say("beyond"));
  const filled = stroke(inside, "share");
  const line = stroke(inside, "line");
  return ({ result: r, values: v, t, held }: Now) => {
    const n = chosen(v);
    title.text(say("weigh").replaceAll("#", sub(n)));
    const most = held ? mostOf(held.result, chosen(held.values)) : mostOf(r, n);
    const y = linear(-most, most, at.bottom, at.top);
    const { values, at: when } = overWindow(r, n, Math.floor(t));
    const x = across(layout, r.u.length);
    const place = (i: number) => x(when(i));
    numbers([beside(at, at.top + 4, scaleEnd(most)), beside(at, at.bottom - 2, scaleEnd(-most))]);
    filled.attr(
      "d",
      area(
        place,
        (i) => y(values[i]!),
        () => at.cy,
        0,
        POINTS,
      ),
    );
    line.attr("d", curve(values, place, y));
    beyond([values], place, y);
  };
}

/** A number as a subscript. */
export const sub = (n: number) => "₀₁₂₃₄₅₆₇"[n]!;
